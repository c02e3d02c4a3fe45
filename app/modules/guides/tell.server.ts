import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { staffRoles, users } from "#db/schema/accounts.ts";
import type { Topic } from "#db/schema/topics.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import type { Place } from "./draft-rows.server.ts";
import { placeName } from "./place-name.server.ts";

/** A place in the words of both languages, for lines under a bell. */
export function placeParams(tx: Transaction, market: string, topic: Topic) {
  const { en, zh } = placeName(tx, market, topic);
  return { placeEn: en, placeZh: zh };
}

/** Tells every other editor that a text waits for a second person. */
export function tellReviewers(tx: Transaction, ctx: PersonCtx, { market, topic }: Place, lang: Lang): void {
  const editors = tx
    .select({ id: users.id })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(eq(staffRoles.role, "editor"), ne(users.id, ctx.actor.userId), isNull(users.disabledAt)))
    .all();
  for (const { id: userId } of editors) {
    notify(tx, ctx, {
      userId,
      key: "guide.submitted",
      params: { ...placeParams(tx, market, topic), name: ctx.actor.name },
      path: `/staff/guides/${market}/${topic}/review#${lang}`,
    });
  }
}
