import { openOpportunities, type Opportunity } from "#app/modules/opportunities/queries.server.ts";
import { publishedPlaces } from "#app/modules/guides/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { readinessGaps, type Answers, type Gap } from "./readiness.ts";

/** How many markets and opportunities are named with a gap: a place to start, not a list to study. */
const mostMarkets = 3;
const mostOpportunities = 2;

export type Help = {
  gap: Gap;
  /** Published sections of the firm's target markets in the reader's language. */
  sections: { market: string; topic: string }[];
  /** What can be applied for now and offers what would help, soonest deadline first. */
  opportunities: Pick<Opportunity, "slug" | "titleEn" | "titleZh" | "offers">[];
};

/** What helps with each gap of a self-assessment. Only pages that exist now are named. */
export function helpWithGaps(ctx: Ctx, lang: Lang, answers: Answers, targets: string[]): Help[] {
  const gaps = readinessGaps(answers);
  if (gaps.length === 0) return [];
  const open = openOpportunities(ctx);
  const places = new Set(
    publishedPlaces(ctx)
      .filter((place) => place.lang === lang)
      .map((place) => `${place.market}/${place.topic}`),
  );
  return gaps.map((gap) => ({
    gap,
    sections: targets
      .flatMap((market) => {
        const topic = gap.topics.find((one) => places.has(`${market}/${one}`));
        return topic ? [{ market, topic }] : [];
      })
      .slice(0, mostMarkets),
    opportunities: open
      .filter(({ offers }) => gap.support.some((kind) => offers.includes(kind)))
      .slice(0, mostOpportunities)
      .map(({ slug, titleEn, titleZh, offers }) => ({ slug, titleEn, titleZh, offers })),
  }));
}
