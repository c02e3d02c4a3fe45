import type { Portfolio } from "#app/modules/endorsements/queries.server.ts";
import { stages, type Stage } from "#app/modules/endorsements/policy.ts";

export type PortfolioFilter = { q: string; stage: Stage | ""; ends: number | null };
export const endChoices = [30, 60, 90, 180] as const;

/** The filters of the portfolio from its URL; what cannot be read counts as not asked. */
export function portfolioFilterOf(request: Request): PortfolioFilter {
  const asked = new URL(request.url).searchParams;
  const ends = Number(asked.get("ends"));
  return {
    q: (asked.get("q") ?? "").trim().slice(0, 80),
    stage: stages.find((stage) => stage === asked.get("stage")) ?? "",
    ends: endChoices.find((days) => days === ends) ?? null,
  };
}

export function filtered(rows: Portfolio[], { q, stage, ends }: PortfolioFilter, now: Date): Portfolio[] {
  const words = q.toLowerCase();
  const limit = ends === null ? null : new Date(now.getTime() + ends * 86_400_000);
  return rows.filter(
    ({ firm, stage: at, endorsement }) =>
      (!stage || stage === at) &&
      (!words || firm.nameEn.toLowerCase().includes(words) || firm.nameZh.includes(q)) &&
      (limit === null || (at === "active" && endorsement.validUntil <= limit)),
  );
}
