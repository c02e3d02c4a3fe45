import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { users } from "#db/schema/accounts.ts";
import { sectionRevisions, sections } from "#db/schema/guides.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";

const statements = prepared((db) => ({
  /** Both languages of one place in one go. */
  pair: db
    .select({
      id: sections.id,
      lang: sections.lang,
      topic: sections.topic,
      publishedRevisionId: sections.publishedRevisionId,
      publishedAt: sections.publishedAt,
      verifiedAt: sections.verifiedAt,
      reviewDueAt: sections.reviewDueAt,
      basis: sections.basis,
      levelWithRevisionId: sections.levelWithRevisionId,
      owner: users.name,
      number: sectionRevisions.number,
      title: sectionRevisions.title,
      summary: sectionRevisions.summary,
      body: sectionRevisions.body,
      sources: sectionRevisions.sources,
    })
    .from(sections)
    .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
    .leftJoin(users, eq(users.id, sections.ownerId))
    .where(
      and(
        eq(sections.marketCode, sql.placeholder("market")),
        eq(sections.topic, sql.placeholder("topic")),
        eq(sections.status, "published"),
      ),
    )
    .prepare(),
  ofMarket: db
    .select({
      lang: sections.lang,
      topic: sections.topic,
      title: sectionRevisions.title,
      summary: sectionRevisions.summary,
      publishedAt: sections.publishedAt,
      verifiedAt: sections.verifiedAt,
      reviewDueAt: sections.reviewDueAt,
      basis: sections.basis,
    })
    .from(sections)
    .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
    .where(and(eq(sections.marketCode, sql.placeholder("market")), eq(sections.status, "published")))
    .orderBy(sections.lang)
    .prepare(),
  places: db
    .select({
      market: sections.marketCode,
      topic: sections.topic,
      lang: sections.lang,
      title: sectionRevisions.title,
      verifiedAt: sections.verifiedAt,
      publishedAt: sections.publishedAt,
    })
    .from(sections)
    .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
    .where(eq(sections.status, "published"))
    .orderBy(sections.marketCode, sections.topic, sections.lang)
    .prepare(),
}));

/** A published section by language; a side that is not published is absent. */
export function sectionPair(ctx: Ctx, market: string, topic: Topic) {
  const rows = statements(ctx.db).pair.all({ market, topic });
  const side = (lang: Lang) => rows.find((row) => row.lang === lang) ?? null;
  return { en: side("en"), zh: side("zh") };
}
export type PublishedSection = NonNullable<ReturnType<typeof sectionPair>["en"]>;

/** Published sections of a market, both languages, without their text. */
export function sectionsOf(ctx: Ctx, market: string) {
  return statements(ctx.db).ofMarket.all({ market });
}

/** The newest published revisions of one language, newest first; of one market, or of all with "". */
export function latestRevisions(ctx: Ctx, lang: Lang, market: string, most = 50) {
  return ctx.db
    .select({
      id: sectionRevisions.id,
      market: sections.marketCode,
      topic: sections.topic,
      number: sectionRevisions.number,
      title: sectionRevisions.title,
      summary: sectionRevisions.summary,
      changeEn: sectionRevisions.changeEn,
      changeZh: sectionRevisions.changeZh,
      at: sectionRevisions.createdAt,
    })
    .from(sections)
    .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
    .where(
      and(
        eq(sections.status, "published"),
        eq(sections.lang, lang),
        market === "" ? undefined : eq(sections.marketCode, market),
      ),
    )
    .orderBy(desc(sectionRevisions.createdAt), sections.marketCode, sections.topic)
    .limit(most)
    .all();
}

/** Every published place of every guide: for the sitemap and the API's list of markets. */
export function publishedPlaces(ctx: Ctx) {
  return statements(ctx.db).places.all();
}
