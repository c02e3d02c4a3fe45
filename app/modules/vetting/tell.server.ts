import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, staffRoles, users } from "#db/schema/accounts.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { VettingLetter } from "#app/i18n/en/vetting-letters.ts";
import type { Ctx } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { isTied } from "./conflicts.server.ts";

/** Tells everybody of a firm what happened: a line under the bell and, at a proven address, a letter. */
export function tellFirm(
  tx: Transaction,
  ctx: Ctx,
  organisationId: string,
  step: VettingLetter,
  date?: Date | null,
): void {
  const people = tx
    .select({ user: users, firm: organisations })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.disabledAt)))
    .all();
  for (const { user, firm } of people) {
    const { lang } = user;
    const day = date ? formatDate(lang, date) : "";
    const params: Record<string, string> = date
      ? { dateEn: formatDate("en", date), dateZh: formatDate("zh", date) }
      : {};
    notify(tx, ctx, { userId: user.id, key: `vetting.${step}`, params, path: "/vetting" });
    if (!user.emailVerifiedAt) continue;
    const name = lang === "zh" ? firm.nameZh || firm.nameEn : firm.nameEn || firm.nameZh;
    queueMail(tx, ctx.now, {
      to: user.email,
      lang,
      template: "vettingStep",
      params: { name: user.name, firm: name, step, date: day, url: absoluteUrl(at(lang).vetting()) },
    });
  }
}

/** Tells the vetters who can take a case, except those who are tied to its firm and those in `except`. */
export function tellVetters(
  tx: Transaction,
  ctx: Ctx,
  one: { id: string; organisationId: string },
  key: "vetting.toReview" | "vetting.toReviewSecond" | "vetting.toReviewThird" | "vetting.answered",
  except: readonly string[] = [],
): void {
  const firm = tx.select().from(organisations).where(eq(organisations.id, one.organisationId)).get()!;
  const vetters = tx
    .select({ id: users.id })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(eq(staffRoles.role, "vetter"), isNull(users.disabledAt), isNotNull(users.emailVerifiedAt)))
    .all();
  const params = { firm: firm.nameZh || firm.nameEn };
  for (const { id } of vetters) {
    if (except.includes(id) || isTied(tx, id, one.organisationId)) continue;
    notify(tx, ctx, { userId: id, key, params, path: `/staff/vetting/${one.id}` });
  }
}
