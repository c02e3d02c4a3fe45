import { certificateKey } from "#app/modules/matching/vocabulary.ts";
import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import type { Lang } from "#app/platform/context.ts";
import { withParents, type SectorTree } from "./scope.ts";
import type { SupplierFilter } from "./schema.ts";

/** The sectors that a supplier shows, with all that stand above them: its products' chapters and its endorsements'. */
function sectorsOf({ groups, endorsements }: Disclosed, tree: SectorTree): Set<string> {
  const chapters = (groups.products ?? []).map(({ hs }) => hs.slice(0, 2));
  const endorsed = endorsements.flatMap(({ sectors }) => sectors ?? []);
  return new Set([...chapters, ...endorsed].flatMap((code) => withParents(tree, code)));
}

/** The markets that a supplier shows: aimed at, sold to, or vouched for. */
function marketsOf({ groups, endorsements }: Disclosed): Set<string> {
  return new Set([
    ...(groups.markets ?? []),
    ...(groups.export?.markets ?? []),
    ...endorsements.flatMap(({ markets }) => markets ?? []),
  ]);
}

/**
 * Whether a supplier is found by the filter. It looks at what was disclosed to this viewer and nothing else: a filter
 * that knew more would tell by whom it finds.
 */
export function isFound(firm: Disclosed, filter: SupplierFilter, tree: SectorTree): boolean {
  const { groups } = firm;
  const { sector, market, capability, certificate, language } = filter;
  return (
    (!sector || sectorsOf(firm, tree).has(sector)) &&
    (!market || marketsOf(firm).has(market)) &&
    (!capability || (groups.capacity?.capabilities.includes(capability) ?? false)) &&
    (!certificate ||
      (groups.certificates ?? []).some(({ code }) => certificateKey(code) === certificateKey(certificate))) &&
    (!language || (groups.languages ?? []).includes(language))
  );
}

/** What the filters can be set to without coming up empty, with how many suppliers each has. */
export function choicesOf(firms: readonly Disclosed[], tree: SectorTree) {
  const count = (codes: Iterable<string>[]) => {
    const counts = new Map<string, number>();
    for (const of of codes) for (const code of new Set(of)) counts.set(code, (counts.get(code) ?? 0) + 1);
    return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => (a.code < b.code ? -1 : 1));
  };
  return {
    sectors: count(firms.map((firm) => sectorsOf(firm, tree))),
    markets: count(firms.map(marketsOf)),
    capabilities: count(firms.map(({ groups }) => groups.capacity?.capabilities ?? [])),
    certificates: count(firms.map(({ groups }) => (groups.certificates ?? []).map(({ code }) => code))),
    languages: count(firms.map(({ groups }) => groups.languages ?? [])),
  };
}
export type Choices = ReturnType<typeof choicesOf>;

type Named = { nameEn: string; nameZh: string };
/** A body's name in the reader's language, or the one there is. */
export function nameOf(lang: Lang, { nameEn, nameZh }: Named): string {
  return lang === "zh" ? nameZh || nameEn : nameEn || nameZh;
}

export function byName(lang: Lang) {
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en");
  return (a: { firm: Named }, b: { firm: Named }) =>
    order.compare(nameOf(lang, a.firm), nameOf(lang, b.firm));
}
