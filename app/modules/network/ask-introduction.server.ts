import { and, eq, inArray } from "drizzle-orm";
import { introductions } from "#db/schema/network.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { disclosedFirm } from "#app/modules/msmes/firm.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { lapse } from "./keep-introductions.server.ts";
import { mayAsk, openStates, stateAt } from "./policy.ts";
import { browser } from "./queries.server.ts";
import type { AskInput } from "./schema.ts";
import { bodyOf, tellDesk } from "./tell.server.ts";

/**
 * Asks the desk for an introduction to a firm. Returns its id, or null for a firm that the actor may not know of.
 *
 * @throws DomainError right.missing, introduction.notOpen, introduction.open; RateLimited
 */
export function askIntroduction(ctx: PersonCtx & { clientKey: string }, input: AskInput): string | null {
  const own = browser(ctx);
  if (!disclosedFirm(ctx, input.firm)) return null;
  countAttempt(ctx, "introduction", ctx.actor.userId);
  return ctx.db.transaction((tx) => {
    const firm = disclosedFirm(ctx, input.firm);
    if (!firm) return null;
    const open = tx
      .select()
      .from(introductions)
      .where(
        and(
          eq(introductions.organisationId, own.id),
          eq(introductions.msmeId, input.firm),
          inArray(introductions.state, [...openStates]),
        ),
      )
      .get();
    if (open && stateAt(open, ctx.now) === open.state) throw new DomainError("introduction.open");
    if (!mayAsk(firm)) throw new DomainError("introduction.notOpen");
    // The earlier request ran out unanswered, and the clock has not come by yet: it makes way.
    if (open) lapse(tx, { ...ctx, actor: { kind: "visitor" } }, open);
    const { id } = tx
      .insert(introductions)
      .values({
        askedById: ctx.actor.userId,
        organisationId: own.id,
        msmeId: input.firm,
        message: input.message,
        state: "requested",
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning({ id: introductions.id })
      .get();
    recordAudit(tx, ctx, {
      action: "introduction.ask",
      record: "introduction",
      recordId: id,
      to: "requested",
    });
    tellDesk(tx, ctx, bodyOf(tx, own.id));
    return id;
  });
}
