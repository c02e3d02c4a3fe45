import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { staffRoles, users } from "#db/schema/accounts.ts";
import { sectionFeedback } from "#db/schema/guides.ts";
import type { Caller } from "#app/modules/accounts/caller.ts";
import { placeName } from "#app/modules/guides/place-name.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { ReportInput } from "./schema.ts";
import { countedSender, publishedSection, revisionRead } from "./send-feedback.server.ts";

/** Puts an error on a line into the queue of the section's owner and tells them; without an owner all editors. */
export function reportError(ctx: Caller, sectionId: string, input: ReportInput): void {
  const userId = countedSender(ctx);
  const quote = input.line || input.quote;
  ctx.db.transaction((tx) => {
    const section = publishedSection(tx, sectionId);
    const revisionId = revisionRead(tx, section, input.revision);
    const { message } = input;
    tx.insert(sectionFeedback)
      .values({
        ...{ sectionId, revisionId, quote, message, userId },
        kind: "error",
        reasons: [],
        state: "open",
        createdAt: ctx.now,
      })
      .run();
    const place = placeName(tx, section.marketCode, section.topic);
    const params = { placeEn: place.en, placeZh: place.zh, quote: shortened(quote) };
    for (const reader of keepersOf(tx, section.ownerId)) {
      const path = `/staff/guides/${section.marketCode}/${section.topic}/feedback`;
      notify(tx, ctx, { userId: reader, key: "feedback.error", params, path });
    }
  });
}

/** The owner where their account is open, else every editor. */
function keepersOf(tx: Transaction, ownerId: string | null): string[] {
  const open = and(isNull(users.disabledAt), isNotNull(users.emailVerifiedAt));
  const owner = ownerId
    ? tx
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, ownerId), open))
        .get()
    : undefined;
  if (owner) return [owner.id];
  return tx
    .select({ id: users.id })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(eq(staffRoles.role, "editor"), open))
    .all()
    .map(({ id }) => id);
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
