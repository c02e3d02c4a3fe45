/** What a partner may browse; an empty list = all. */
export type Scope = { sectors: string[]; markets: string[] };

/** Parent of each sector code; null or absent at the top. */
export type SectorTree = ReadonlyMap<string, string | null>;

/** The code and all that stand above it. */
export function withParents(tree: SectorTree, code: string): string[] {
  const line: string[] = [];
  for (let at: string | null | undefined = code; at && !line.includes(at); at = tree.get(at)) line.push(at);
  return line;
}

/** Whether one of the codes is, or lies under, or stands above, one of the others: a chapter and its section meet. */
function sectorsMeet(tree: SectorTree, some: readonly string[], others: readonly string[]): boolean {
  return some.some((a) =>
    others.some((b) => withParents(tree, a).includes(b) || withParents(tree, b).includes(a)),
  );
}

/** Whether an endorsement lies within a partner's scope. An endorsement that names no sector or market is for all. */
export function inScope(
  scope: Scope,
  endorsement: { scopeSectors: readonly string[]; scopeMarkets: readonly string[] },
  tree: SectorTree,
): boolean {
  const { scopeSectors, scopeMarkets } = endorsement;
  const sector =
    scope.sectors.length === 0 || scopeSectors.length === 0 || sectorsMeet(tree, scope.sectors, scopeSectors);
  const market =
    scope.markets.length === 0 ||
    scopeMarkets.length === 0 ||
    scope.markets.some((code) => scopeMarkets.includes(code));
  return sector && market;
}
