import { eq } from "drizzle-orm";
import { vettingEvidence } from "#db/schema/vetting.ts";
import type { SizeStandard } from "#app/modules/msmes/size-class.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { stepsToVetted, type Step } from "#app/modules/msmes/steps.ts";
import { ownProfile, type Profile } from "#app/modules/msmes/queries.server.ts";
import { provinceCode } from "#app/modules/msmes/provinces.ts";
import type { PersonCaller } from "#app/modules/accounts/caller.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { move } from "./move.server.ts";
import { beginCase, demandFirm, openCaseOf } from "./own-case.server.ts";
import { snapshotOf } from "./snapshot.server.ts";
import { tellFirm, tellVetters } from "./tell.server.ts";

/** Steps of the profile without which nobody can judge a firm; the others only help. */
const needed: readonly Step["step"][] = ["notNamed", "products", "firm"];

export type Missing = { step: Step["step"] | "businessLicence"; field: string | null; needed: boolean };

/** What is missing from an application, the needed first; each with the profile field that it hangs on. */
export function missingOf(profile: Profile, kinds: readonly string[], standard: SizeStandard): Missing[] {
  const steps = stepsToVetted(
    {
      ...profile,
      standing: { status: "unvetted" },
      province: provinceCode(profile.organisation.province) ?? undefined,
    },
    standard,
  )
    .filter(({ step, done }) => !done && step !== "vetting")
    .map(({ step, field }) => ({ step, field, needed: needed.includes(step) }));
  const licence: Missing[] = kinds.includes("businessLicence")
    ? []
    : [{ step: "businessLicence", field: null, needed: true }];
  const all: Missing[] = [...steps, ...licence];
  return [...all.filter((one) => one.needed), ...all.filter((one) => !one.needed)];
}

/**
 * Hands the own firm's case in, with the profile as it is now: reviews judge this, whatever changes later. The
 * chamber's clock starts.
 *
 * @throws DomainError right.missing, vetting.missing, vetting.moved; RateLimited
 */
export function submitCase(ctx: PersonCaller): void {
  const { id: organisationId } = demandFirm(ctx.actor);
  ctx.db.transaction((tx) => {
    const draft = beginCase(tx, ctx, organisationId);
    const kinds = tx
      .select({ kind: vettingEvidence.kind })
      .from(vettingEvidence)
      .where(eq(vettingEvidence.caseId, draft.id))
      .all();
    const missing = missingOf(
      ownProfile(ctx),
      kinds.map(({ kind }) => kind),
      standardInForce(ctx),
    );
    if (missing.some((one) => one.needed)) throw new DomainError("vetting.missing");
    // Each one writes to the firm's people and to all vetters. What was refused above has cost nobody anything.
    countAttempt(ctx, "application", organisationId);
    const one = move(tx, ctx, draft, "submit", {
      set: {
        snapshot: snapshotOf(tx, organisationId),
        submittedById: ctx.actor.userId,
        submittedAt: ctx.now,
        waitingSince: ctx.now,
        usedMs: 0,
      },
    });
    tellFirm(tx, ctx, organisationId, "submitted");
    tellVetters(tx, ctx, one, "vetting.toReview");
  });
}

/** Takes a case back that nobody has begun to look at. @throws DomainError right.missing, vetting.moved */
export function withdrawCase(ctx: PersonCtx): void {
  const { id: organisationId } = demandFirm(ctx.actor);
  ctx.db.transaction((tx) => {
    const one = openCaseOf(tx, organisationId);
    if (!one) throw new DomainError("vetting.moved");
    const set = { snapshot: null, submittedAt: null, submittedById: null, waitingSince: null };
    move(tx, ctx, one, "withdraw", { set });
  });
}
