import type { facts } from "#db/schema/markets.ts";
import type { Topic } from "#db/schema/topics.ts";
import { Phrases } from "./phrases.ts";
import { hintNames } from "./places.ts";
import { inCapitals, type Office } from "./offices.ts";
import { ordinaryWords, stopWords } from "./stop-words.ts";
import { cleanText } from "./text.ts";

/** What a name points to: the markets it belongs to, and the topics of the fact that bears it. */
export type Hint = { markets: string[]; topics: Topic[] };

type FactRow = typeof facts.$inferSelect;
type OwnersOf = (code: string) => string[];

/** A name known in more markets than this points to none of them. */
const fewOwners = 6;

/** Names that belong to one market or a few: a query with one of them most likely means these. */
export function hintsOf(
  rows: FactRow[],
  ownersOf: OwnersOf,
  expand: (codes: string) => string[],
  isPlace: (name: string) => boolean,
  offices: Map<string, Office>,
): Phrases<Hint> {
  const owners = new Owners();
  for (const row of rows) {
    const markets = ownersOf(row.marketCode);
    // A city says where, not what.
    for (const label of namesIn(row)) {
      const name = cleanText(label).trim();
      owners.add(name, markets, isPlace(name) ? null : topicOf(row));
    }
    for (const city of partsOf([row.detail.cityEn, row.detail.cityZh]))
      owners.add(cleanText(city), markets, null);
  }
  const hints = new Phrases<Hint>();
  for (const [codes, names] of hintNames) hints.addAll(names, { markets: expand(codes), topics: [] });
  const named = new Map(owners.few());
  // Those in capitals are told from words by how they are written.
  for (const [name, office] of offices) if (!inCapitals(name) && !named.has(name)) named.set(name, office);
  for (const [name, hint] of named)
    hints.add(name, hint.topics.length > 0 ? hint : ofOffice(hint, name, offices));
  return hints;
}

/**
 * Short names written in capitals in the facts of one market or block: laws, marks, authorities, portals. As they
 * are written, since "SON" is an office and "son" is not.
 */
export function acronymsOf(
  rows: FactRow[],
  ownersOf: OwnersOf,
  offices: Map<string, Office>,
): Map<string, Hint> {
  const owners = new Owners();
  for (const row of rows) {
    const text = [row.labelEn, row.labelZh, row.detail.code, row.textEn, row.textZh, row.noteEn].join(" ");
    for (const [name] of text.matchAll(acronym)) owners.add(name, ownersOf(row.marketCode), topicOf(row));
  }
  const named = new Map(owners.few());
  for (const [name, office] of offices) if (inCapitals(name) && !owners.has(name)) named.set(name, office);
  const found = new Map<string, Hint>();
  for (const [name, own] of named) {
    if (common.has(name)) continue;
    const hint = own.topics.length > 0 ? own : ofOffice(own, name, offices);
    found.set(name, hint);
    const plain = name.toLowerCase();
    if (name.length >= 4 && !ordinaryWords.has(plain) && !stopWords.has(plain)) found.set(plain, hint);
  }
  return found;
}

/** A name whose own facts say no topic, with those of the office that bears it. */
const ofOffice = (hint: Hint, name: string, offices: Map<string, Office>): Hint => ({
  markets: hint.markets,
  topics: offices.get(name)?.topics ?? [],
});

/** The topic that a fact's name asks for. A port says where; an office's portal serves more topics than its own. */
const topicOf = ({ kind, topic }: FactRow) => (kind === "port" || kind === "portal" ? null : topic);

const acronym = /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*(?![A-Za-z0-9])/g;
/** Written in one market's facts only, and used everywhere. */
const common = new Set(
  "SEPA FOB CIF PVC USB ICT LED IOT SAFETY OPEN INVEST TikTok MSMEs ENER PEN REL TIM GOV FTA FTAs VAT ISO IEC SWIFT CCPIT B2B B2C OEM ODM SKU URL PDF APP AI EV EVs".split(
    " ",
  ),
);

class Owners {
  #found = new Map<string, { markets: Set<string>; topics: Set<Topic | null> }>();

  add(name: string, markets: string[], topic: Topic | null): void {
    if (name.length < 2) return;
    const entry = this.#found.get(name) ?? { markets: new Set(), topics: new Set() };
    for (const market of markets) entry.markets.add(market);
    entry.topics.add(topic);
    this.#found.set(name, entry);
  }

  has(name: string): boolean {
    return this.#found.has(name);
  }

  *few(): Generator<[string, Hint]> {
    for (const [name, { markets, topics }] of this.#found) {
      if (markets.size === 0 || markets.size > fewOwners) continue;
      yield [
        name,
        {
          markets: [...markets],
          topics: topics.size === 1 ? [...topics].filter((topic) => topic !== null) : [],
        },
      ];
    }
  }
}

const hinting = new Set(["mark", "marketplace", "port", "fair", "contact", "portal"]);

function namesIn(row: FactRow): string[] {
  if (!hinting.has(row.kind)) return [];
  const { detail } = row;
  const codes = (detail.code ?? "").split(/[/,]/).filter((code) => code.trim().length >= 2);
  // What a mark is called is often no name ("Type approval"); its code, and a name in brackets or two letters, is.
  const ofMark = [...codes, ...bracketed(row.labelEn), ...bracketed(row.labelZh ?? "")];
  return partsOf(row.kind === "mark" ? ofMark : [row.labelEn, row.labelZh]);
}

/** The names in labels such as "SASO / SQM" and "Tokyo (Makuhari)". */
function partsOf(labels: (string | null | undefined)[]): string[] {
  return labels
    .flatMap((label) => (label ?? "").split(/[/、()（）]|\s[-–]\s/))
    .map((label) => label.trim())
    .filter((label) => label.length >= 2);
}

/** A Chinese label before its bracket ("诚实标志（…）") and what stands in a bracket. */
function bracketed(label: string): string[] {
  return /[(（]/.test(label) ? label.split(/[()（）]/) : [];
}
