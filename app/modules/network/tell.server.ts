import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, staffRoles, users } from "#db/schema/accounts.ts";
import type { NotificationKey } from "#app/i18n/en/notifications.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { nameOf } from "./suppliers.ts";

type Body = { id: string; nameEn: string; nameZh: string };

export function bodyOf(tx: Transaction, id: string): Body {
  return tx
    .select({ id: organisations.id, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
    .from(organisations)
    .where(eq(organisations.id, id))
    .get()!;
}

/** The people who act for a body now. */
function membersOf(tx: Transaction, organisationId: string) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      lang: users.lang,
      verifiedAt: users.emailVerifiedAt,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.disabledAt)))
    .all();
}

type Line = {
  organisationId: string;
  /** The one person to tell, as long as they still act for the body; else everybody there. */
  first?: string;
  key: Extract<NotificationKey, `introduction.${string}`>;
  about: Body;
  /** The last moment to answer, where one is named. */
  until?: Date;
  path: string;
  mail: {
    template: "introductionForwarded" | "introductionReminder" | "introductionAnswered";
    url: (lang: Lang) => string;
  } | null;
};

/** Tells a body's people under the bell and, at a proven address, by mail in their language. */
export function tellBody(tx: Transaction, ctx: Ctx, line: Line): void {
  const members = membersOf(tx, line.organisationId);
  const { until } = line;
  const first = members.filter(({ id }) => id === line.first);
  for (const person of first.length > 0 ? first : members) {
    notify(tx, ctx, {
      userId: person.id,
      key: line.key,
      params: {
        name: nameOf(person.lang, line.about),
        ...(until ? { dateEn: formatDate("en", until), dateZh: formatDate("zh", until) } : {}),
      },
      path: line.path,
    });
    if (!line.mail || !person.verifiedAt) continue;
    queueMail(tx, ctx.now, {
      to: person.email,
      lang: person.lang,
      template: line.mail.template,
      params: {
        name: person.name,
        body: nameOf(person.lang, line.about),
        date: until ? formatDate(person.lang, until) : "",
        url: absoluteUrl(line.mail.url(person.lang)),
      },
    });
  }
}

export const toReceived = (lang: Lang) => at(lang).introductionsReceived();
export const toAsked = (lang: Lang) => at(lang).introductions();

/** Those at the desk who pass introductions on. */
function deskPeople(tx: Transaction) {
  return tx
    .selectDistinct({ id: users.id, lang: users.lang })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(inArray(staffRoles.role, ["organiser", "admin"]), isNull(users.disabledAt)))
    .all();
}

/** Tells the desk that somebody asks for an introduction. */
export function tellDesk(tx: Transaction, ctx: Ctx, asker: Body): void {
  for (const { id, lang } of deskPeople(tx)) {
    const params = { name: nameOf(lang, asker) };
    notify(tx, ctx, { userId: id, key: "introduction.asked", params, path: "/staff/introductions" });
  }
}

/** Tells the desk that a firm let the time to answer run out. */
export function tellDeskOfLapse(tx: Transaction, ctx: Ctx, asker: Body, firm: Body): void {
  for (const { id, lang } of deskPeople(tx)) {
    const params = { name: nameOf(lang, asker), firm: nameOf(lang, firm) };
    const path = "/staff/introductions?state=done";
    notify(tx, ctx, { userId: id, key: "introduction.lapsed", params, path });
  }
}
