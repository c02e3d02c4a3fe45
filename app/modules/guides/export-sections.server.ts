import { and, eq } from "drizzle-orm";
import { sectionRevisions, sections } from "#db/schema/guides.ts";
import type { Ctx } from "#app/platform/context.ts";
import { markdownOf, markdownPath } from "./write-markdown.ts";

export type ExportedFile = { path: string; text: string };

/** Every published section as a Markdown file, by path; of one market where one is named. */
export function exportSections(ctx: Ctx, market?: string): ExportedFile[] {
  return ctx.db
    .select({
      market: sections.marketCode,
      topic: sections.topic,
      lang: sections.lang,
      title: sectionRevisions.title,
      summary: sectionRevisions.summary,
      body: sectionRevisions.body,
      sources: sectionRevisions.sources,
      verifiedAt: sections.verifiedAt,
      reviewDueAt: sections.reviewDueAt,
      basis: sections.basis,
    })
    .from(sections)
    .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
    .where(and(eq(sections.status, "published"), market ? eq(sections.marketCode, market) : undefined))
    .orderBy(sections.marketCode, sections.topic, sections.lang)
    .all()
    .map((record) => ({ path: markdownPath(record), text: markdownOf(record) }));
}
