import figures from "#db/seed/figures.json" with { type: "json" };

/**
 * Dated figures of other bodies that stand beside guides as charts: worldwide e-commerce, bank credit, programmes.
 * Each set carries source, year and the errors known in it; all of them are old, and the pages say so.
 */
export const { ecommerce, finance, msmes, programmes } = figures;

export function hasEcommerceFigure(market: string): boolean {
  return market === "ALL" || ecommerce.rows.some(({ code }) => code === market);
}

export function hasFinanceFigure(market: string): boolean {
  return market === "ALL" || finance.rows.some(({ code }) => code === market);
}
