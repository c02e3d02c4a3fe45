import type { Topic } from "#db/schema/topics.ts";
import type { Word } from "./engine.ts";
import type { Elsewhere, Knowledge } from "./knowledge.ts";
import { tokenise, type Token } from "./phrases.ts";
import { chineseStopWords, ordinaryWords, stopWords } from "./stop-words.ts";
import { chineseWords, distance, fold, normaliseQuery } from "./text.ts";

/** Words of the index, for spelling. Empty while there is no index: then only names and intents are known. */
export type Vocabulary = {
  has(word: string): boolean;
  /** The most frequent word within the distance that starts alike, or null. */
  nearest(word: string, limit: number): string | null;
};

export type Understood = {
  /** As looked at: cleaned, capped, simplified Chinese. */
  query: string;
  /** What is left to search for once places and empty words are gone. */
  words: Word[];
  /** Markets that the query names, or null. */
  markets: string[] | null;
  /** Countries that the query names and for which there is no guide. */
  elsewhere: Elsewhere[];
  /** Markets that a mark, fair or port points to; they rank higher but exclude nothing. */
  likely: string[];
  /** Topic → 0…1: how much the query asks for it. */
  topics: Map<Topic, number>;
  /** The query with misspelt words replaced, or null when nothing was. */
  didYouMean: string | null;
};

/** Reads a query as a person would: which market, which topic, which words remain. Pure; the same for both engines. */
export function understand(raw: string, knowledge: Knowledge, vocabulary: Vocabulary): Understood {
  const query = normaliseQuery(raw);
  const typed = tokenise(query);
  const { tokens, corrections } = correct(typed, knowledge, vocabulary);

  const spans: Span[] = [];
  const markets = findMarkets(query, tokens, knowledge, spans);
  const topics = findTopics(tokens, knowledge);
  const likely = [...new Set(knowledge.hints.find(tokens).flatMap((match) => match.values.flat()))];
  return {
    query,
    words: findWords(tokens, spans, knowledge, corrections),
    markets,
    elsewhere: markets ? [] : knowledge.elsewhere.find(tokens).map((match) => match.values[0]!),
    likely: likely.length > 8 ? [] : likely,
    topics,
    didYouMean: corrections.size === 0 ? null : rewrite(query, typed, corrections),
  };
}

type Span = { at: number; length: number };

// ---- Spelling ------------------------------------------------------------------------------------------------

function correct(typed: Token[], knowledge: Knowledge, vocabulary: Vocabulary) {
  const corrections = new Map<number, string>();
  const tokens = typed.map((token, index) => {
    const better = spelling(token, index === typed.length - 1, knowledge, vocabulary);
    if (better === null) return token;
    corrections.set(index, better);
    return { ...token, word: better };
  });
  return { tokens, corrections };
}

function spelling(token: Token, last: boolean, knowledge: Knowledge, vocabulary: Vocabulary): string | null {
  const { word } = token;
  if (token.han || word.length < 4 || !/^[a-z]+$/.test(word)) return null;
  if (stopWords.has(word) || ordinaryWords.has(word) || vocabulary.has(word)) return null;
  if (knowledge.places.knows(word) || knowledge.topics.knows(word) || knowledge.hints.knows(word))
    return null;
  if (knowledge.placeWords.includes(word) || knowledge.elsewhere.knows(word)) return null;
  // The last word may be one that is still being typed.
  if (last && knowledge.placeWords.some((place) => place.startsWith(word))) return null;
  const limit = word.length >= 9 ? 2 : 1;
  return (
    nearestPlace(word, knowledge.placeWords) ??
    nearestIntent(word, limit, knowledge) ??
    vocabulary.nearest(word, limit)
  );
}

function nearestPlace(word: string, places: string[]): string | null {
  let best: string | null = null;
  let least = 3;
  for (const place of places) {
    const limit = place.length >= 7 ? 2 : 1;
    if (place[0] !== word[0] && place.slice(0, 2) !== `${word[1]}${word[0]}`) continue;
    // "child" is no "Chile": in a short name a letter may be missing, doubled or swapped, not exchanged.
    if (place.length === word.length && place.length <= 5 && !swapped(word, place)) continue;
    const steps = distance(word, place, limit);
    if (steps <= limit && steps < least) [best, least] = [place, steps];
  }
  return best;
}

const swapped = (a: string, b: string) => [...a].sort().join("") === [...b].sort().join("");

function nearestIntent(word: string, limit: number, knowledge: Knowledge): string | null {
  let best: string | null = null;
  let least = limit + 1;
  for (const known of knowledge.topics.words()) {
    if (known.length < 5 || known[0] !== word[0]) continue;
    const steps = distance(word, known, limit);
    if (steps < least) [best, least] = [known, steps];
  }
  return best;
}

function rewrite(query: string, typed: Token[], corrections: Map<number, string>): string {
  let text = query;
  for (const [index, better] of [...corrections].reverse()) {
    const token = typed[index]!;
    const cased = /^\p{Lu}/u.test(token.raw) ? better[0]!.toUpperCase() + better.slice(1) : better;
    text = text.slice(0, token.at) + cased + text.slice(token.at + token.raw.length);
  }
  return text;
}

// ---- Markets -------------------------------------------------------------------------------------------------

function findMarkets(query: string, tokens: Token[], knowledge: Knowledge, spans: Span[]): string[] | null {
  const named = new Set<string>();
  const regions: string[][] = [];
  const taken = new Set<number>();
  for (const match of knowledge.places.find(tokens)) {
    const place = match.values[0]!;
    for (let i = match.from; i < match.to; i++) if (!tokens[i]!.han) taken.add(i);
    if (place.markets.length === 0) continue;
    spans.push(match);
    if (place.region) regions.push(place.markets);
    else for (const market of place.markets) named.add(market);
  }
  for (const { markets, span } of singleCharacters(query, knowledge)) {
    if (spans.some((other) => overlaps(other, span))) continue;
    spans.push(span);
    if (markets.length > 1) regions.push(markets);
    else for (const market of markets) named.add(market);
  }
  tokens.forEach((token, index) => {
    if (taken.has(index) || token.han) return;
    const market = codeOf(tokens, index, knowledge);
    if (!market) return;
    spans.push({ at: token.at, length: token.raw.length });
    named.add(market);
  });
  // "德国 欧盟": the market is meant, the block only says where it is.
  for (const members of regions) {
    if (!members.some((market) => named.has(market))) for (const market of members) named.add(market);
  }
  return named.size > 0 ? [...named] : null;
}

const overlaps = (a: Span, b: Span) => a.at < b.at + b.length && b.at < a.at + a.length;

const before = "对|输|赴|销|销往|卖|卖到|运|运往|寄|发|发往|去|到|往|出口|出口到|进|在|旅|留";
const after =
  "出口|进口|贸易|外贸|认证|电商|市场|客户|买家|清关|海关|关税|投资|销售|产品|食品|标准|专线|双清|空运|海运|站|国|货|税|的|$|[^\\p{Script=Han}]";

function singleCharacters(query: string, knowledge: Knowledge): { markets: string[]; span: Span }[] {
  const signs = [...knowledge.characters.keys()].join("");
  const pattern = new RegExp(
    `(?:${before})([${signs}])(?=${after})|(?<!\\p{Script=Han})([${signs}])(?=站|线|区|国站)`,
    "gu",
  );
  return Array.from(query.matchAll(pattern), (match) => {
    const sign = (match[1] ?? match[2])!;
    const at = match.index + match[0].indexOf(sign, match[1] ? 1 : 0);
    return { markets: knowledge.characters.get(sign)!, span: { at, length: 1 } };
  });
}

/** Lower-case codes that are no word of any language we expect. */
const plainCodes = new Set([
  "jp",
  "kr",
  "vn",
  "gb",
  "kz",
  "ru",
  "br",
  "mx",
  "fr",
  "ng",
  "sg",
  "nl",
  "za",
  "ae",
  "usa",
  "deu",
  "jpn",
  "gbr",
  "kor",
  "vnm",
]);
/** Two-letter codes that are also English words or trade abbreviations. */
const riskyCodes = new Set([
  "IN",
  "IT",
  "ID",
  "MY",
  "CA",
  "SA",
  "DE",
  "ES",
  "PH",
  "CL",
  "EG",
  "AU",
  "TR",
  "TH",
  "KE",
  "NG",
]);
const beforeId = new Set([
  "fcc",
  "vat",
  "tax",
  "eori",
  "ioss",
  "gst",
  "company",
  "product",
  "importer",
  "seller",
  "apple",
  "unique",
  "epr",
  "voter",
  "photo",
]);
const afterIt = new Set([
  "products",
  "product",
  "equipment",
  "services",
  "service",
  "goods",
  "security",
  "hardware",
  "company",
  "industry",
  "is",
  "be",
  "to",
]);

function codeOf(tokens: Token[], index: number, knowledge: Knowledge): string | null {
  const token = tokens[index]!;
  const raw = token.raw;
  if (raw.toUpperCase() === "US") return meansUnitedStates(tokens, index) ? "US" : null;
  const code = knowledge.codes.get(raw.toUpperCase());
  if (!code || token.word !== raw.toLowerCase()) return null;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (code === "ID" && previous && beforeId.has(previous.word)) return null;
  if (code === "IT" && next && afterIt.has(next.word)) return null;
  const capitals = raw === raw.toUpperCase();
  const alone = tokens.length === 1;
  const besideHan = previous?.han === true || next?.han === true;
  if (!capitals) return alone || besideHan || plainCodes.has(raw.toLowerCase()) ? code : null;
  const shouting = !tokens.some((other) => other !== token && (other.han || /[a-z]/.test(other.raw)));
  if (raw.length === 3) return !shouting || alone || tokens.length <= 3 ? code : null;
  if (!riskyCodes.has(raw)) return code;
  if (shouting && tokens.length > 3) return null;
  // In a sentence a risky code counts where a place would stand: at an end or beside another script.
  return alone ||
    besideHan ||
    index === 0 ||
    index === tokens.length - 1 ||
    previous?.word === "to" ||
    previous?.word === "in"
    ? code
    : null;
}

const askUs = new Set([
  "contact",
  "tell",
  "about",
  "join",
  "help",
  "let",
  "give",
  "show",
  "send",
  "call",
  "email",
  "ask",
  "let's",
  "with",
  "for",
  "sell",
  "sells",
  "write",
  "reply",
  "talk",
  "between",
  "like",
  "of",
  "lets",
  "pay",
  "pays",
  "send",
  "sent",
  "visit",
]);
const usNouns =
  /^(?:customs|tariffs?|tax|taxes|market|markets|imports?|importers?|fda|fcc|cpsc|cbp|dollars?|visa|visas|ports?|buyers?|dut(?:y|ies)|sales|amazon|retailers?|consumers?|warehouse|warehouses|trade|trademark|trademarks|standards?|regulations?|law|laws|rules|labell?ing|labels?|company|llc|bank|holidays?|business|culture|sanctions|government|procurement|fairs?|states?|address|agent|distributors?|certification|plugs?|voltage|section|de|entry|parcels?|price|payment)$/;

/** "US customs" and "sell in the us" name the country; "sell to us" and "CONTACT US" do not. */
function meansUnitedStates(tokens: Token[], index: number): boolean {
  const token = tokens[index]!;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (tokens.length === 1 || previous?.han || next?.han) return true;
  const noun = next !== undefined && usNouns.test(next.word);
  if (token.raw === "US") {
    const shouting = tokens.every((other) => other.raw === other.raw.toUpperCase());
    return noun || !(shouting && previous && askUs.has(previous.word));
  }
  if (previous?.word === "the" || noun) return true;
  if (!previous) return true;
  if (askUs.has(previous.word)) return false;
  if (previous.word === "to" || previous.word === "from") {
    const verb = tokens[index - 2]?.word ?? "";
    return /^(?:export|exports|exporting|ship|ships|shipping|shipped|import|imports|importing|freight|delivery|fly|travel|tariff)/.test(
      verb,
    );
  }
  return (
    previous.word === "in" ||
    previous.word === "into" ||
    (next === undefined && !stopWords.has(previous.word))
  );
}

// ---- Topics --------------------------------------------------------------------------------------------------

function findTopics(tokens: Token[], knowledge: Knowledge): Map<Topic, number> {
  const sums = new Map<Topic, number>();
  const add = (matches: ReturnType<Knowledge["topics"]["find"]>, factor: number) => {
    for (const match of matches) {
      const best = new Map<Topic, number>();
      for (const { topic, weight } of match.values) best.set(topic, Math.max(best.get(topic) ?? 0, weight));
      for (const [topic, weight] of best) sums.set(topic, (sums.get(topic) ?? 0) + weight * factor);
    }
  };
  add(knowledge.topics.find(tokens), 1);
  // What the glossary calls by another name asks for the same topic.
  for (const match of knowledge.synonyms.find(tokens)) {
    for (const form of new Set(match.values.flat())) add(knowledge.topics.find(tokenise(form)), 0.15);
  }
  const most = Math.max(1, ...sums.values());
  return new Map([...sums].map(([topic, sum]) => [topic, sum / most]));
}

// ---- Words ---------------------------------------------------------------------------------------------------

function findWords(
  tokens: Token[],
  places: Span[],
  knowledge: Knowledge,
  corrections: Map<number, string>,
): Word[] {
  const synonyms = knowledge.synonyms.find(tokens);
  const phrases = knowledge.topics.find(tokens);
  const words = new Map<string, Word>();
  const add = (text: string, also: string[]) => {
    const known = words.get(text);
    words.set(text, {
      text,
      also: [...new Set([...(known?.also ?? []), ...also])].filter((form) => form !== text),
    });
  };
  tokens.forEach((token, index) => {
    if (places.some((place) => covers(place, spanOf(token)))) return;
    if (token.han) {
      for (const { word, also } of hanWords(token, places, synonyms, phrases)) add(word, also);
      return;
    }
    if (stopWords.has(token.word)) return;
    const original = corrections.has(index) ? [fold(token.raw)] : [];
    add(token.word, [...original, ...synonymsAt(token.at, token.raw.length, synonyms)]);
  });
  const list = [...words.values()];
  // One character alone says little beside other words, and would be found everywhere.
  const telling = list.filter((word) => !loneHan.test(word.text));
  return (telling.length > 0 ? telling : list).slice(0, 12);
}

const loneHan = /^(?![税展费港证仓签])\p{Script=Han}$/u;

/** The words of a Han run: known terms whole (碳关税 rather than 关税), the rest as the segmenter cuts it. */
function hanWords(token: Token, places: Span[], synonyms: SynonymMatch[], phrases: Span[]) {
  const within = (span: Span) => covers(spanOf(token), span);
  const longer = (span: Span) =>
    phrases.find((other) => within(other) && other.length > span.length && covers(other, span));
  const terms = synonyms.filter(within).map((term) => {
    const phrase = longer(term);
    return { at: (phrase ?? term).at, length: (phrase ?? term).length, also: phrase ? [] : formsOf(term) };
  });
  const found = terms.map(({ at, length, also }) => ({
    word: token.raw.slice(at - token.at, at - token.at + length),
    also,
  }));
  for (const word of chineseWords(uncovered(token, [...places, ...terms]))) {
    if (!chineseStopWords.has(word)) found.push({ word, also: [] });
  }
  return found;
}

type SynonymMatch = ReturnType<Knowledge["synonyms"]["find"]>[number];

const formsOf = (match: SynonymMatch) => match.values.flat().map((form) => form.toLowerCase());

const covers = (outer: Span, inner: Span) =>
  outer.at <= inner.at && outer.at + outer.length >= inner.at + inner.length;

const spanOf = (token: Token): Span => ({ at: token.at, length: token.raw.length });

/** A Han run without the places in it. */
function uncovered(token: Token, places: Span[]): string {
  return Array.from(token.raw, (sign, offset) =>
    places.some((span) => token.at + offset >= span.at && token.at + offset < span.at + span.length)
      ? " "
      : sign,
  ).join("");
}

function synonymsAt(
  at: number,
  length: number,
  matches: ReturnType<Knowledge["synonyms"]["find"]>,
): string[] {
  const match = matches.find((other) => overlaps(other, { at, length }));
  return match ? formsOf(match) : [];
}
