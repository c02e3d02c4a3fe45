import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, users } from "#db/schema/accounts.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { NotificationKey } from "#app/i18n/en/notifications.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import type { Endorsement } from "./in-force.server.ts";

export type Member = { userId: string; name: string; email: string; lang: Lang; approver: boolean };

/** The people who act for an organisation and can be written to. */
export function membersOf(tx: Transaction, organisationId: string): Member[] {
  return tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      lang: users.lang,
      approver: memberships.approver,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.disabledAt)))
    .all();
}

export const nameIn = (lang: Lang, { nameEn, nameZh }: { nameEn: string; nameZh: string }) =>
  (lang === "zh" ? nameZh : nameEn) || nameEn || nameZh;

type Key = Extract<NotificationKey, `endorsement.${string}`>;

/** The two bodies of an endorsement, as notifications and letters name them. */
export function partiesOf(tx: Transaction, row: Pick<Endorsement, "mncId" | "msmeId">) {
  const named = (id: string) =>
    tx
      .select({ id: organisations.id, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
      .from(organisations)
      .where(eq(organisations.id, id))
      .get()!;
  return { mnc: named(row.mncId), msme: named(row.msmeId) };
}

/** Puts a line under the bell of these people of an endorsement's side, in their language; never of the one who acts. */
export function tellPeople(
  tx: Transaction,
  ctx: Ctx,
  row: Endorsement,
  key: Key,
  side: "mnc" | "msme",
  people: readonly Pick<Member, "userId" | "lang">[],
): void {
  const { mnc, msme } = partiesOf(tx, row);
  const self = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  for (const { userId, lang } of people) {
    if (userId === self) continue;
    const params = { mnc: nameIn(lang, mnc), firm: nameIn(lang, msme) };
    const path = side === "mnc" ? `/endorsements/${row.id}` : `/endorsed/${row.id}`;
    notify(tx, ctx, { userId, key, params, path });
  }
}

/** As `tellPeople`, to everybody of these sides. */
export function tellParties(
  tx: Transaction,
  ctx: Ctx,
  row: Endorsement,
  key: Key,
  sides: readonly ("mnc" | "msme")[],
): void {
  for (const side of sides) {
    const id = side === "mnc" ? row.mncId : row.msmeId;
    tellPeople(tx, ctx, row, key, side, membersOf(tx, id));
  }
}
