import { data, redirect } from "react-router";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { stepStates } from "#app/modules/msmes/overview.ts";
import { lastSaves, ownProfile, type Profile } from "#app/modules/msmes/queries.server.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import type { Person } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { Guarded } from "#app/routes/guard.server.ts";
import { submitForm } from "#app/platform/form.server.ts";
import type { z } from "zod";
import type { Difference } from "./difference-words.ts";
import type { StepData } from "./step-form.tsx";

type PageCtx = Guarded & { actor: Person };

/** What every step shows: where the profile stands and when this part of it was last saved. */
export function stepData(
  ctx: PageCtx,
  group: string,
  baseOf: (profile: Profile) => string,
): StepData & { profile: Profile; standard: ReturnType<typeof standardInForce>; today: string } {
  const profile = ownProfile(ctx);
  const standard = standardInForce(ctx);
  const today = chamberDay(ctx.now);
  return {
    lang: ctx.lang,
    keeper: `${ctx.actor.userId}-${profile.organisation.id}`,
    profile,
    standard,
    today,
    states: stepStates(profile, standard, today),
    base: baseOf(profile),
    save: lastSaves(ctx)[group] ?? savedBefore(profile, group),
  };
}

/** What came into the profile by another way than its forms has a day and no name. */
function savedBefore({ organisation, statedGroups, updatedAt }: Profile, group: string): StepData["save"] {
  if (group === "registered") return { at: organisation.createdAt, by: null };
  return statedGroups.includes(group) && updatedAt ? { at: updatedAt, by: null } : null;
}

/**
 * Saves a step's form. `base` is what the form began from, or, when the reader has seen the other version and decided
 * for theirs, what they saw (`over`). A conflict comes back with what differs.
 */
export async function submitStep<Schema extends z.ZodType>(
  ctx: PageCtx,
  form: FormData,
  schema: Schema,
  {
    save,
    differ,
    here,
    next,
  }: {
    save: (input: z.output<Schema>, base: string) => void;
    differ: (input: z.output<Schema>) => Difference[];
    here: string;
    next: string;
  },
) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : null;
  };
  const base = text("over") ?? text("base") ?? "";
  let conflict: Difference[] | undefined;
  const answer = await submitForm(form, ctx.lang, schema, (input) => {
    try {
      save(input, base);
    } catch (error) {
      if (error instanceof DomainError && error.key === "profile.savedElsewhere") conflict = differ(input);
      throw error;
    }
    return redirect(text("then") === "next" ? next : here);
  });
  if (answer instanceof Response || !conflict) return answer;
  return data({ ...answer.data, conflict }, { status: 409, headers: answer.init?.headers ?? {} });
}

/** Empties the row of a list whose remove button was pressed: empty rows are not saved. */
export function dropRow(form: FormData, list: string): void {
  const row = form.get("drop");
  if (typeof row !== "string" || !/^\d{1,3}$/.test(row)) return;
  for (const name of [...form.keys()]) if (name.startsWith(`${list}[${row}].`)) form.set(name, "");
}
