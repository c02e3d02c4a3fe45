import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { staffRoles, users } from "#db/schema/accounts.ts";
import { sectionFeedback, sections } from "#db/schema/guides.ts";
import { facts, marketBlocks } from "#db/schema/markets.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Caller } from "#app/modules/accounts/caller.ts";
import { addDays, chamberDay } from "#app/modules/guides/freshness.ts";
import { placeName } from "#app/modules/guides/place-name.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { ReportInput } from "./schema.ts";
import { countedSender, publishedSection, revisionRead } from "./send-feedback.server.ts";

/** What a report is about: a published section by its id, or a place where facts stand without any text. */
type Reported = string | { market: string; topic: Topic; lang: Lang };

/** Puts an error on a line into the queue of the section's owner and tells them; without an owner all editors. */
export function reportError(ctx: Caller, about: Reported, input: ReportInput): void {
  const userId = countedSender(ctx);
  const quote = input.line || input.quote;
  ctx.db.transaction((tx) => {
    const published = typeof about === "string" ? publishedSection(tx, about) : null;
    const section = published ?? unwritten(tx, ctx, about as Exclude<Reported, string>);
    const revisionId = published ? revisionRead(tx, published, input.revision) : "";
    const { message } = input;
    tx.insert(sectionFeedback)
      .values({
        ...{ sectionId: section.id, revisionId, quote, message, userId },
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

const firstReviewDays = 30;

/** The section that nobody has written yet, opened by the first report on its facts, so that the queue can show it. */
function unwritten(tx: Transaction, ctx: Caller, { market, topic, lang }: Exclude<Reported, string>) {
  const blocks = tx
    .select({ code: marketBlocks.blockCode })
    .from(marketBlocks)
    .where(and(eq(marketBlocks.marketCode, market), eq(marketBlocks.inherits, true)))
    .all();
  const places = [market, ...blocks.map(({ code }) => code)];
  const ofTopic = and(inArray(facts.marketCode, places), eq(facts.topic, topic), eq(facts.gap, false));
  if (!tx.select({ id: facts.id }).from(facts).where(ofTopic).get()) {
    throw new DomainError("feedback.noSection");
  }
  const here = and(eq(sections.marketCode, market), eq(sections.topic, topic), eq(sections.lang, lang));
  const known = tx.select().from(sections).where(here).get();
  if (known) return known;
  const reviewDueAt = addDays(chamberDay(ctx.now), firstReviewDays);
  return tx
    .insert(sections)
    .values({
      ...{ marketCode: market, topic, lang, reviewDueAt, createdAt: ctx.now },
      status: "draft",
      basis: "knowledge",
    })
    .returning()
    .get();
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
