import type { PersonCtx } from "#app/platform/context.ts";
import { browser } from "./queries.server.ts";
import { takeStep } from "./step-introduction.server.ts";

/**
 * The asking body takes its request back. The firm is not troubled with it: the request leaves its page.
 *
 * @returns false for an id that is not of the actor's organisation
 * @throws DomainError right.missing, introduction.moved
 */
export function withdrawIntroduction(ctx: PersonCtx, id: string): boolean {
  const own = browser(ctx);
  return ctx.db.transaction(
    (tx) => takeStep(tx, ctx, id, "withdraw", (row) => row.organisationId === own.id) !== null,
  );
}
