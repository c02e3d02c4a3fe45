import { and, eq, isNotNull } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import type { Lang } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { PersonCaller } from "./caller.ts";
import { sendInvitation } from "./invite-member.server.ts";
import { demand } from "./policy.ts";

/** The chamber hands an organisation that nobody acts for to somebody who has shown to speak for it. */
export function inviteOwner(
  ctx: PersonCaller,
  input: { organisation: string; email: string; lang: Lang },
): void {
  demand(ctx.actor, "people.manage");
  countAttempt(ctx, "invitation", ctx.actor.userId);
  ctx.db.transaction((tx) => {
    const organisation = tx
      .select()
      .from(organisations)
      .where(and(eq(organisations.id, input.organisation), isNotNull(organisations.vacantSince)))
      .get();
    if (!organisation) throw new DomainError("organisation.notVacant");
    const { email, lang } = input;
    sendInvitation(tx, ctx, organisation, { email, lang, role: "owner", approver: false });
  });
}
