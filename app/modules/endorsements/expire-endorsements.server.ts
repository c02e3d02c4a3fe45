import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import type { Ctx } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { flagLeftBehind } from "./flags.server.ts";
import { takeStep } from "./own-endorsement.server.ts";
import { membersOf, nameIn, partiesOf, tellParties, tellPeople } from "./tell.server.ts";
import { reminderDays } from "./vocabulary.ts";

const dayMs = 86_400_000;

/**
 * Ends what is past its last day and reminds multinationals 60, 30 and 7 days before: one reminder for each mark that
 * was passed since, the nearest only. What nobody can answer for any more is flagged. Running it again at the same time
 * changes nothing.
 */
export function endAndRemind(db: Database, now: Date): { ended: number; reminded: number } {
  const ctx: Ctx = { db, now, actor: { kind: "visitor" }, requestId: "endorsements" };
  flagLeftBehind(ctx);
  const over = db
    .select()
    .from(endorsements)
    .where(and(eq(endorsements.state, "active"), lte(endorsements.validUntil, now)))
    .all();
  for (const row of over) {
    db.transaction((tx) => {
      const current = tx.select().from(endorsements).where(eq(endorsements.id, row.id)).get();
      if (current?.state !== "active") return;
      const after = takeStep(tx, ctx, current, "expire", {});
      tellParties(tx, ctx, after, "endorsement.expired", ["mnc", "msme"]);
    });
  }
  let reminded = 0;
  for (const days of [...reminderDays].sort((a, b) => a - b)) {
    const due = db
      .select({ id: endorsements.id })
      .from(endorsements)
      .where(
        and(
          eq(endorsements.state, "active"),
          gt(endorsements.validUntil, now),
          lte(endorsements.validUntil, new Date(now.getTime() + days * dayMs)),
          or(isNull(endorsements.remindedDays), gt(endorsements.remindedDays, days)),
        ),
      )
      .all();
    for (const { id } of due) {
      remind(ctx, id, days);
      reminded += 1;
    }
  }
  return { ended: over.length, reminded };
}

function remind(ctx: Ctx, id: string, days: number): void {
  ctx.db.transaction((tx) => {
    const row = tx
      .update(endorsements)
      .set({ remindedDays: days })
      .where(and(eq(endorsements.id, id), eq(endorsements.state, "active")))
      .returning()
      .get();
    // Who has begun to renew knows.
    const renewal = tx
      .select({ id: endorsements.id })
      .from(endorsements)
      .where(eq(endorsements.renewsId, id))
      .get();
    if (!row || renewal) return;
    const people = membersOf(tx, row.mncId);
    const { msme } = partiesOf(tx, row);
    tellPeople(tx, ctx, row, "endorsement.expiring", "mnc", people);
    for (const { email, lang, name } of people) {
      queueMail(tx, ctx.now, {
        to: email,
        lang,
        template: "endorsementExpiring",
        params: {
          name,
          firm: nameIn(lang, msme),
          until: formatDate(lang, row.validUntil),
          url: absoluteUrl(at(lang).endorsement(id)),
        },
      });
    }
  });
}
