import type { Database } from "#db/client.server.ts";
import type { Topic } from "#db/schema/topics.ts";
import { topics } from "#db/schema/topics.ts";
import { facts, marketBlocks, markets, sources } from "#db/schema/markets.ts";
import { glossaryTerms } from "#db/schema/guides.ts";
import { intents } from "./intents.ts";
import { synonymGroups } from "#db/schema/search.ts";
import { acronymsOf, hintsOf, type Hint } from "./hints.ts";
import { goods } from "./goods.ts";
import { officesOf } from "./offices.ts";
import { Phrases, tokenise } from "./phrases.ts";
import { Sounds } from "./pinyin.ts";
import { notPlaces, oneCharacter, placeNames, regionNames } from "./places.ts";
import { cleanText, fold } from "./text.ts";

type MarketNames = { code: string; nameEn: string; nameZh: string; aliases: string[] };

/** A named place: the markets it stands for (none for names that only look like one) and whether it is a region. */
type Place = { markets: string[]; region: boolean };

export type Elsewhere = { nameEn: string; nameZh: string };

type TopicHint = { topic: Topic; weight: number };

/** What is known about words before any index is asked; made once from the database, remade when content changes. */
export type Knowledge = {
  markets: Map<string, MarketNames>;
  places: Phrases<Place>;
  /** One Han character → markets. */
  characters: Map<string, string[]>;
  /** ISO codes in capitals → market. */
  codes: Map<string, string>;
  /** Words of market names that a misspelt word may stand for. */
  placeWords: string[];
  topics: Phrases<TopicHint>;
  /** Marks, fairs, marketplaces and authorities → the markets they belong to, and the topic of their fact. */
  hints: Phrases<Hint>;
  /** Short names as they are written in facts (SABER, KEBS) → the same. */
  acronyms: Map<string, Hint>;
  /** Chinese phrases by their sound. */
  sounds: Sounds;
  /** Countries for which there is no guide. */
  elsewhere: Phrases<Elsewhere>;
  /** Groups of words that mean the same. */
  synonyms: Phrases<string[]>;
  groups: string[][];
};

const weakWeight = 0.4;

export function loadKnowledge(db: Database): Knowledge {
  const rows = db.select().from(markets).all();
  const members = new Map<string, string[]>();
  for (const { marketCode, blockCode } of db.select().from(marketBlocks).all()) {
    members.set(blockCode, [...(members.get(blockCode) ?? []), marketCode]);
  }
  const known = new Map(
    rows
      .filter((row) => row.kind === "market")
      .map((row) => [
        row.code,
        { code: row.code, nameEn: row.nameEn, nameZh: row.nameZh, aliases: row.aliases },
      ]),
  );
  /** "+EU US" → the block's members and the market, those that exist. */
  const expand = (codes: string) => [
    ...new Set(
      codes
        .split(" ")
        .flatMap((code) => (code.startsWith("+") ? (members.get(code.slice(1)) ?? []) : [code]))
        .filter((code) => known.has(code)),
    ),
  ];

  const places = new Phrases<Place>();
  const placeWords = new Set<string>();
  const codes = new Map<string, string>();
  places.addAll(notPlaces, { markets: [], region: false });
  for (const row of rows) {
    if (row.kind !== "market") continue;
    const place: Place = { markets: [row.code], region: false };
    const names = [row.nameEn, row.nameZh, ...row.aliases].map(cleanText);
    // Two capitals are a code, not a name: "US" and "us" are told apart by their surroundings.
    for (const name of names) if (!/^[A-Z]{2}$/.test(name)) places.add(name, place);
    if (placeNames[row.code]) places.addAll(placeNames[row.code]!, place);
    codes.set(row.code, row.code);
    if (row.iso3) codes.set(row.iso3, row.code);
    for (const { word, han } of [...names, ...(placeNames[row.code] ?? "").split(",")].flatMap(tokenise)) {
      if (!han && word.length >= (names.some((name) => fold(name) === word) ? 5 : 7)) placeWords.add(word);
    }
  }
  for (const [group, names] of regionNames) {
    places.addAll(names, { markets: expand(group), region: true });
  }
  const characters = new Map(Object.entries(oneCharacter).map(([sign, code]) => [sign, expand(code)]));

  const byTopic = new Phrases<TopicHint>();
  for (const topic of topics) {
    byTopic.addAll(intents[topic].strong, { topic, weight: 1 });
    if (intents[topic].weak) byTopic.addAll(intents[topic].weak, { topic, weight: weakWeight });
  }

  const terms = db.select().from(glossaryTerms).all();
  const groups = [
    ...terms.map((term) => [term.termEn, term.termZh, ...term.alsoSearchedAs]),
    ...db
      .select()
      .from(synonymGroups)
      .all()
      .map((group) => group.terms),
  ].map((group) => group.map(cleanText));
  const synonyms = new Phrases<string[]>();
  for (const group of groups) for (const form of group) synonyms.add(form, group);

  const factRows = db.select().from(facts).all();
  /** Whether a name says nothing but where: "墨西哥" in the name of a fair. */
  const isPlace = (name: string) => {
    const tokens = tokenise(name);
    const covered = places.find(tokens).reduce((sum, match) => sum + match.length, 0);
    return covered > 0 && covered >= tokens.reduce((sum, token) => sum + token.raw.length, 0);
  };
  const ownersOf = (code: string) => (known.has(code) ? [code] : (members.get(code) ?? []));
  /** "日本经济产业省" → "经济产业省". */
  const withoutPlace = (name: string) => {
    const first = places.find(tokenise(name))[0];
    return first?.at === 0 ? name.slice(first.length) : name;
  };
  const offices = officesOf(factRows, db.select().from(sources).all(), ownersOf, withoutPlace);
  return {
    markets: known,
    places,
    characters,
    codes,
    placeWords: [...placeWords],
    topics: byTopic,
    hints: hintsOf(factRows, ownersOf, expand, isPlace, offices),
    acronyms: acronymsOf(factRows, ownersOf, offices),
    sounds: soundsOf(rows, groups),
    synonyms,
    elsewhere: elsewhereOf(rows.map((row) => row.code)),
    groups,
  };
}

/** Names of markets first, then what topics, the glossary and goods are called. */
function soundsOf(
  rows: { kind: string; code: string; nameZh: string; aliases: string[] }[],
  groups: string[][],
): Sounds {
  const sounds = new Sounds();
  const han = (list: string) => list.split(",").map((word) => word.trim());
  for (const row of rows) {
    if (row.kind !== "market") continue;
    for (const name of [row.nameZh, ...row.aliases.map(cleanText), ...han(placeNames[row.code] ?? "")])
      sounds.addName(name);
  }
  for (const [, names] of regionNames) for (const name of han(names)) sounds.add(name);
  for (const topic of topics) for (const phrase of han(intents[topic].strong)) sounds.add(phrase);
  for (const group of groups) for (const form of group) sounds.add(form);
  for (const { zh } of goods.values()) for (const word of zh) sounds.add(word);
  for (const topic of topics) for (const phrase of han(intents[topic].weak ?? "")) sounds.add(phrase);
  return sounds;
}

/** Territories whose name and standing this site has no reason to comment on. */
const passedOver = new Set(["CN", "HK", "MO", "TW", "EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"]);

function elsewhereOf(covered: string[]): Phrases<Elsewhere> {
  const names = {
    en: new Intl.DisplayNames("en", { type: "region", fallback: "none" }),
    zh: new Intl.DisplayNames("zh-CN", { type: "region", fallback: "none" }),
  };
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const phrases = new Phrases<Elsewhere>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const nameEn = names.en.of(code);
    const nameZh = names.zh.of(code);
    if (!nameEn || !nameZh || covered.includes(code) || passedOver.has(code)) continue;
    for (const name of [nameEn, nameZh]) phrases.add(name, { nameEn, nameZh });
  }
  return phrases;
}
