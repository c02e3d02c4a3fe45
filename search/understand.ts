import type { Topic } from "#db/schema/topics.ts";
import type { Word } from "./engine.ts";
import type { Elsewhere, Knowledge } from "./knowledge.ts";
import { tokenise } from "./phrases.ts";
import { readMarkets } from "./read-markets.ts";
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
  /** The query with misspelt words replaced, or null when nothing was. */
  didYouMean: string | null;
};

/** A mark or fair known in more markets than this points to none of them. */
const fewMarkets = 8;

/** Reads a query as a person would: which market, which topic, which words remain. Pure; the same for both engines. */
export function understand(raw: string, knowledge: Knowledge, vocabulary: Vocabulary): Understood {
  const query = normaliseQuery(raw);
  const typed = tokenise(query);
  const { tokens, corrections } = correct(typed, knowledge, vocabulary);
  const { markets, spans } = readMarkets(query, tokens, knowledge);
  const likely = new Set(knowledge.hints.find(tokens).flatMap((match) => match.values.flat()));
  return {
    query,
    words: readWords(tokens, spans, knowledge, corrections),
    markets,
    elsewhere: markets ? [] : knowledge.elsewhere.find(tokens).map((match) => match.values[0]!),
    likely: likely.size > fewMarkets ? [] : [...likely],
    topics: readTopics(tokens, knowledge),
    didYouMean: corrections.size === 0 ? null : rewrite(query, typed, corrections),
  };
}
