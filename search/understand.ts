import type { Topic } from "#db/schema/topics.ts";
import type { Word } from "./engine.ts";
import type { Elsewhere, Knowledge } from "./knowledge.ts";
import type { Hint } from "./hints.ts";
import { tokenise, type Token } from "./phrases.ts";
import { readMarkets } from "./read-markets.ts";
import { readHs, wordOfHs } from "./read-hs.ts";
import { readPinyin } from "./read-pinyin.ts";
import { readTopics, readWords } from "./read-words.ts";
import { correct, rewrite, type Vocabulary } from "./spelling.ts";
import { normaliseQuery } from "./text.ts";

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
  /** The HS code that the query names, digits only, and its chapter. */
  hs: { code: string; chapter: string } | null;
  /** The query with misspelt words replaced, or null when nothing was. */
  didYouMean: string | null;
  /** False: signs or a single letter, which nobody can look for. */
  says: boolean;
};

/** Names that point to more markets than this together point to none of them. */
const fewMarkets = 8;

/** Reads a query as a person would: which market, which topic, which words remain. Pure; the same for both engines. */
export function understand(raw: string, knowledge: Knowledge, vocabulary: Vocabulary): Understood {
  const query = normaliseQuery(raw);
  const meant = readPinyin(query, knowledge, vocabulary);
  const typed = tokenise(meant);
  const { tokens, corrections } = correct(typed, knowledge, vocabulary);
  const hs = readHs(meant);
  const { markets, named, spans } = readMarkets(meant, tokens, knowledge);
  const hints = readHints(tokens, knowledge);
  const likely = new Set(hints.flatMap((hint) => hint.markets));
  const topics = readTopics(tokens, knowledge, hints, hs !== null);
  const words = readWords(tokens, hs ? [...spans, hs.span] : spans, knowledge, corrections);
  if (hs) words.unshift(wordOfHs(hs.code));
  const rewritten = corrections.size === 0 ? meant : rewrite(meant, typed, corrections);
  return {
    query,
    words,
    markets,
    elsewhere: markets ? [] : knowledge.elsewhere.find(tokens).map((match) => match.values[0]!),
    likely: [...(likely.size > fewMarkets ? [] : likely), ...named],
    topics,
    hs: hs && { code: hs.code, chapter: hs.chapter },
    didYouMean: rewritten === query ? null : rewritten,
    says: saysSomething(query, typed) || hs !== null,
  };
}

/** Whether a query holds more than signs and single letters: those would list everything or nothing. */
function saysSomething(query: string, tokens: Token[]): boolean {
  return query === "" || tokens.some((token) => token.han || Array.from(token.raw).length > 1);
}

function readHints(tokens: Token[], knowledge: Knowledge): Hint[] {
  const named = knowledge.hints.find(tokens);
  // A mark's own name goes before the same letters in some fact's text.
  const written = tokens.flatMap((token, index) =>
    named.some(({ from, to }) => index >= from && index < to)
      ? []
      : (knowledge.acronyms.get(token.raw) ?? []),
  );
  return [...named.flatMap((match) => match.values), ...written];
}
