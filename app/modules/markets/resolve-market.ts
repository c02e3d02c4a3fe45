type Named = { code: string; iso3: string | null; nameEn: string; nameZh: string; aliases: string[] };

const fold = (text: string) => text.trim().toLowerCase().normalize("NFKC");
const namesOf = (market: Named) =>
  [market.code, market.iso3 ?? "", market.nameEn, market.nameZh, ...market.aliases].filter(Boolean).map(fold);

/** The market that is meant by a code in any case, an ISO alpha-3 code, a name or an alias; null when none is. */
export function resolveMarket<M extends Named>(markets: M[], typed: string): M | null {
  const wanted = fold(typed).replaceAll("-", " ");
  if (wanted === "") return null;
  return (
    markets.find((market) => fold(market.code) === wanted) ??
    markets.find((market) => namesOf(market).some((name) => name.replaceAll("-", " ") === wanted)) ??
    null
  );
}

/** The entries whose words are closest to what was typed, nearest first; nothing that is merely far. */
export function nearest<T>(typed: string, entries: T[], words: (entry: T) => string[], most = 4): T[] {
  const wanted = fold(typed).slice(0, 40);
  if (wanted === "") return [];
  return entries
    .map((entry) => ({ entry, far: Math.min(...words(entry).map((word) => distance(wanted, fold(word)))) }))
    .filter(({ far }) => far <= 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ entry }) => entry);
}

export function nearestMarkets<M extends Named>(markets: M[], typed: string): M[] {
  return nearest(typed, markets, namesOf);
}

/** 0 = the same, 1 = nothing in common: edits over the longer length; a shared beginning counts as near. */
function distance(a: string, b: string): number {
  if (a.length > 2 && b.startsWith(a)) return 0.1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap));
    }
    row = next;
  }
  return row[b.length]! / Math.max(a.length, b.length);
}
