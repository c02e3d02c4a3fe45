import { and, eq, gte, isNull, lt, lte } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { memberships, organisations, users } from "#db/schema/accounts.ts";
import { certificateReminders, profileCertificates } from "#db/schema/msmes.ts";
import { addDays, chamberDay } from "#app/modules/guides/freshness.ts";
import { certificateKey } from "#app/modules/matching/vocabulary.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { certificateReminderDays, daysUntil } from "./certificates.ts";

type Held = { code: string; issuer: string; expiresOn: string };

/**
 * Tells firms 60, 30 and 7 days before a certificate of theirs ends: one line under the bell and one letter for all
 * that came due. Each mark goes once, by the key of its row; after a pause of the server only the most pressing one
 * goes. A certificate that the firm also holds with a later end, or none, is not spoken of.
 * Idempotent; each firm in a transaction of its own. Returns how many firms were told.
 */
export function remindOfCertificates(db: Database, now: Date): number {
  const ctx: Ctx = { db, now, actor: { kind: "visitor" }, requestId: "certificates" };
  const today = chamberDay(now);
  const horizon = addDays(today, Math.max(...certificateReminderDays));
  db.delete(certificateReminders).where(lt(certificateReminders.expiresOn, today)).run();
  const firms = db
    .selectDistinct({ id: profileCertificates.organisationId })
    .from(profileCertificates)
    .where(and(gte(profileCertificates.expiresOn, today), lte(profileCertificates.expiresOn, horizon)))
    .all();
  return firms.filter(({ id }) =>
    db.transaction((tx) => {
      const due = comeDue(tx, now, today, id);
      if (due.length > 0) tell(tx, ctx, id, due);
      return due.length > 0;
    }),
  ).length;
}

/** The certificates of a firm that have passed a mark since the last look; notes that they have. */
function comeDue(tx: Transaction, now: Date, today: string, organisationId: string): Held[] {
  const held = tx
    .select({
      code: profileCertificates.code,
      issuer: profileCertificates.issuer,
      expiresOn: profileCertificates.expiresOn,
    })
    .from(profileCertificates)
    .where(eq(profileCertificates.organisationId, organisationId))
    .orderBy(profileCertificates.expiresOn, profileCertificates.code)
    .all();
  const sent = tx
    .select()
    .from(certificateReminders)
    .where(eq(certificateReminders.organisationId, organisationId))
    .all();
  const due = new Map<string, Held>();
  for (const { code, issuer, expiresOn } of held) {
    if (!expiresOn || expiresOn < today) continue;
    const renewed = held.some(
      (other) =>
        certificateKey(other.code) === certificateKey(code) &&
        (!other.expiresOn || other.expiresOn > expiresOn),
    );
    if (renewed) continue;
    const left = daysUntil(expiresOn, today);
    const before = sent
      .filter((row) => row.code === code && row.issuer === issuer && row.expiresOn === expiresOn)
      .map((row) => row.daysBefore);
    const fresh = certificateReminderDays.filter((days) => left <= days && !before.includes(days));
    for (const daysBefore of fresh) {
      tx.insert(certificateReminders)
        .values({ organisationId, code, issuer, expiresOn, daysBefore, sentAt: now })
        .onConflictDoNothing()
        .run();
    }
    if (fresh.length === 0 || before.some((days) => days < Math.min(...fresh))) continue;
    due.set([code, issuer, expiresOn].join("\n"), { code, issuer, expiresOn });
  }
  return [...due.values()];
}

function tell(tx: Transaction, ctx: Ctx, organisationId: string, due: readonly Held[]): void {
  const lines = (lang: Lang) => due.map(({ code, expiresOn }) => `${code} · ${formatDay(lang, expiresOn)}`);
  const people = tx
    .select({ user: users, firm: organisations })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.disabledAt)))
    .all();
  for (const { user, firm } of people) {
    const { lang } = user;
    const field = at(lang).profile("certificates");
    notify(tx, ctx, {
      userId: user.id,
      key: "certificates.ending",
      params: { listEn: lines("en").join("; "), listZh: lines("zh").join("；") },
      path: field.slice(`/${lang}`.length),
    });
    if (!user.emailVerifiedAt) continue;
    queueMail(tx, ctx.now, {
      to: user.email,
      lang,
      template: "certificatesEnding",
      params: {
        name: user.name,
        firm: lang === "zh" ? firm.nameZh || firm.nameEn : firm.nameEn || firm.nameZh,
        lines: lines(lang),
        url: absoluteUrl(field),
      },
    });
  }
}
