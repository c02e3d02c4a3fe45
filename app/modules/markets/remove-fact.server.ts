import { and, eq, inArray } from "drizzle-orm";
import { sectionDrafts, sectionRevisions, sections } from "#db/schema/guides.ts";
import { facts, marketBlocks } from "#db/schema/markets.ts";
import { figuresIn } from "#search/figures.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";

/**
 * Takes a fact away for good: no page, search hit or ranking shows it any more. What it said stays in the trail.
 *
 * @throws DomainError when a text names it (published, or as a draft; of a block also its members' texts), or when
 * somebody changed it since the page was opened.
 */
export function removeFact(ctx: PersonCtx, market: string, key: string, seen: string): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const here = and(eq(facts.marketCode, market), eq(facts.key, key));
    const fact = tx.select().from(facts).where(here).get();
    if (!fact) throw new DomainError("fact.gone");
    if (String(fact.updatedAt.getTime()) !== seen) throw new DomainError("fact.moved");
    const members = tx
      .select({ code: marketBlocks.marketCode })
      .from(marketBlocks)
      .where(and(eq(marketBlocks.blockCode, market), eq(marketBlocks.inherits, true)))
      .all();
    const places = inArray(sections.marketCode, [market, ...members.map(({ code }) => code)]);
    const published = tx
      .select({ body: sectionRevisions.body })
      .from(sections)
      .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
      .where(places)
      .all();
    const drafts = tx
      .select({ body: sectionDrafts.body })
      .from(sections)
      .innerJoin(sectionDrafts, eq(sectionDrafts.sectionId, sections.id))
      .where(places)
      .all();
    if ([...published, ...drafts].some(({ body }) => figuresIn(body).includes(key))) {
      throw new DomainError("fact.named");
    }
    tx.delete(facts).where(here).run();
    const { labelEn, textEn, value, unit, asOf, sourceId } = fact;
    recordAudit(tx, ctx, {
      action: "fact.remove",
      record: "fact",
      recordId: `${market}/${key}`,
      from: fact.gap ? "gap" : fact.basis,
      to: null,
      detail: { label: labelEn, text: textEn?.slice(0, 300) ?? null, value, unit, asOf, source: sourceId },
    });
    enqueueForSearch(tx, "sections", market, ctx.now);
  });
}
