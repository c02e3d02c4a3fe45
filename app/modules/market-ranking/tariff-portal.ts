import type { MarketFact } from "#app/modules/markets/facts.ts";

const signs = [/tariff/i, /customs|aduana|douane|hmrc|border|revenue|receita/i, /trade|import|duty/i];

/** Where a market's official duty rates are to be looked up: its tariff, else its customs; null when none is listed. */
export function tariffPortal(facts: readonly MarketFact[]): (MarketFact & { url: string }) | null {
  const portals = facts.filter(
    (fact): fact is MarketFact & { url: string } => fact.kind === "portal" && !fact.gap && fact.url !== null,
  );
  for (const sign of signs) {
    const found = portals.find(({ labelEn, textEn }) => sign.test(`${labelEn} ${textEn ?? ""}`));
    if (found) return found;
  }
  return null;
}
