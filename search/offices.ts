import type { Topic } from "#db/schema/topics.ts";
import type { facts, sources } from "#db/schema/markets.ts";
import { cleanText } from "./text.ts";

type FactRow = typeof facts.$inferSelect;
type SourceRow = typeof sources.$inferSelect;

/** An office that facts are drawn from: where, and what they are about. */
export type Office = { markets: string[]; topics: Topic[] };

/** A source that facts of more markets rest on is a statistic or a reference work, not an office of one of them. */
const fewOwners = 6;

/**
 * Authorities by their names, from the sources of the facts. Who asks for one ("DGCCRF", "经济产业省") wants what it
 * answers for: the topics on which the facts drawn from it stand, those with the most of them.
 */
export function officesOf(
  factRows: FactRow[],
  sourceRows: SourceRow[],
  ownersOf: (code: string) => string[],
  withoutPlace: (name: string) => string,
): Map<string, Office> {
  const names = new Map(sourceRows.map((source) => [source.id, namesIn(source, withoutPlace)]));
  const found = new Map<string, { markets: Set<string>; counts: Map<Topic, number> }>();
  for (const { sourceId, marketCode, topic } of factRows) {
    for (const name of names.get(sourceId ?? "") ?? []) {
      const entry = found.get(name) ?? { markets: new Set(), counts: new Map<Topic, number>() };
      for (const market of ownersOf(marketCode)) entry.markets.add(market);
      entry.counts.set(topic, (entry.counts.get(topic) ?? 0) + 1);
      found.set(name, entry);
    }
  }
  return new Map(
    [...found]
      .filter(([, { markets }]) => markets.size > 0 && markets.size <= fewOwners)
      .map(([name, { markets, counts }]) => {
        const most = Math.max(...counts.values());
        const topics = [...counts].filter(([, count]) => count === most).map(([topic]) => topic);
        return [name, { markets: [...markets], topics }];
      }),
  );
}

const acronym = /(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z0-9])/g;
/** In capitals in the name of a source, and no office: currencies, forms of tax, news, marks that are words. */
const noOffice = new Set(
  "SAR UAE GOV HST GST VAT LVG EPR COI CFR FTA FTAs BDO CILT CCTV MENAFN GITEX CCPIT ENERGY STAR OPEN MOST PUB GEMS TTg PMK RGCE IEEPA".split(
    " ",
  ),
);

/** How an office is written in the name of a source: in capitals, in Chinese, and by its own name in full. */
function namesIn({ nameEn, nameZh }: SourceRow, withoutPlace: (name: string) => string): Set<string> {
  const short = Array.from(`${nameEn} ${nameZh}`.matchAll(acronym), ([name]) => name).filter(
    (name) => name.length >= 3 && !noOffice.has(name),
  );
  const parts = nameZh.split(/[；、（）()《》，,：:]/).map((part) => cleanText(part).trim());
  const chinese = parts
    .filter((part) => /^\p{Script=Han}{4,}$/u.test(part) && endsAsOffice.test(part))
    .flatMap((part) => [part, withoutPlace(part)])
    .filter((part) => part.length >= 3);
  const titles = nameEn.split(";").map((part) => cleanText(part.replace(/[(,].*$/s, "")).trim());
  return new Set([...short, ...chinese, ...[...parts, ...titles].filter(isName)]);
}

/** What the Chinese name of an authority ends in. */
const endsAsOffice = /[局署部厅省处院所会司委]$|海关$/u;

/** "Belastingdienst", "Receita Federal": a few words, a long one among them; no address, no description. */
const isName = (part: string) =>
  /^\p{Lu}[\p{L} -]+$/u.test(part) &&
  /\p{Script=Latin}{6}/u.test(part) &&
  !/\p{Script=Han}/u.test(part) &&
  part.split(" ").length <= 4 &&
  !part.split(" ").some((word) => inCapitals(word));

/** Whether a name is told from a word by its capitals: "SON", "BAuA". */
export const inCapitals = (name: string) => /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*$/.test(name);
