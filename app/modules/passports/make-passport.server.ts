import { and, count, eq, gt, isNull } from "drizzle-orm";
import { passports, type PassportContents } from "#db/schema/passports.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { newToken, tokenHash } from "#app/platform/seal.server.ts";
import { keeper, offered } from "./queries.server.ts";
import { mostOpen, type PassportInput } from "./schema.ts";

const dayMs = 86_400_000;

/**
 * Makes a passport of the actor's firm and gives its token, which nobody can read again: the database keeps its
 * hash. What was ticked and is not the firm's own, or not in force, is left out.
 *
 * @throws DomainError right.missing, passport.tooMany, passport.empty
 */
export function makePassport(ctx: PersonCtx, input: PassportInput): { id: string; token: string } {
  const firm = keeper(ctx);
  const token = newToken();
  return ctx.db.transaction((tx) => {
    const open = tx
      .select({ n: count() })
      .from(passports)
      .where(
        and(
          eq(passports.organisationId, firm.id),
          isNull(passports.revokedAt),
          gt(passports.expiresAt, ctx.now),
        ),
      )
      .get()!.n;
    if (open >= mostOpen) throw new DomainError("passport.tooMany", { params: { max: mostOpen } });
    const mine = offered(ctx, firm.id);
    const own = (ticked: string[], rows: { id: string }[]) =>
      rows.map(({ id }) => id).filter((id) => ticked.includes(id));
    const contents: PassportContents = {
      standing: input.standing,
      groups: mine.groups.filter((group) => input.groups.includes(group)),
      endorsements: own(input.endorsements, mine.endorsements),
      certificates: own(input.certificates, mine.certificates),
      trade: own(input.trade, mine.trade),
    };
    const { standing, ...lists } = contents;
    if (!standing && Object.values(lists).every((list) => list.length === 0)) {
      throw new DomainError("passport.empty", { field: "groups" });
    }
    const { id } = tx
      .insert(passports)
      .values({
        organisationId: firm.id,
        label: input.label,
        tokenHash: tokenHash(token),
        contents,
        asksWho: input.asksWho,
        expiresAt: new Date(ctx.now.getTime() + input.days * dayMs),
        maxOpenings: input.maxOpenings ?? null,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning({ id: passports.id })
      .get();
    recordAudit(tx, ctx, {
      action: "passport.make",
      record: "passport",
      recordId: id,
      detail: { days: input.days, maxOpenings: input.maxOpenings ?? null, asksWho: input.asksWho },
    });
    return { id, token };
  });
}
