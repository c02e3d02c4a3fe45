import type { Knowledge } from "./knowledge.ts";
import type { Token } from "./phrases.ts";
import { covers, spanOf, type Span } from "./spans.ts";
import { ordinaryWords, stopWords } from "./stop-words.ts";
import { distance } from "./text.ts";

/** Words of the index, for spelling. Empty while there is no index: then only names and intents are known. */
export type Vocabulary = {
  has(word: string): boolean;
  /** The most frequent word within the distance that starts alike, or null. */
  nearest(word: string, limit: number): string | null;
};

/**
 * The tokens with misspelt words replaced, and what was replaced by token. A word counts as misspelt when nobody
 * knows it: not the index, not the names and terms, not the ordinary words of English.
 */
export function correct(typed: Token[], knowledge: Knowledge, vocabulary: Vocabulary) {
  const corrections = new Map<number, string>();
  // Looked up only once a word seems misspelt: most queries have none.
  let named: Span[] | null = null;
  const isNamed = (token: Token) => {
    named ??= [...knowledge.elsewhere.find(typed), ...knowledge.hints.find(typed)];
    return knowledge.acronyms.has(token.raw) || named.some((span) => covers(span, spanOf(token)));
  };
  const tokens = typed.map((token, index) => {
    const better = spelling(token, index === typed.length - 1, knowledge, vocabulary);
    if (better === null || isNamed(token)) return token;
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
    vocabulary.nearest(word, limit) ??
    // "tarrif": two steps from "tariff", but made of its letters.
    (word.length >= 6 ? nearestIntent(word, 2, knowledge, sameLetters) : null)
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

/** All letters but one are the same, in whatever order. */
function sameLetters(a: string, b: string): boolean {
  const left = [...a];
  for (const letter of b) {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
  }
  return left.length + Math.max(0, b.length - a.length) <= 1;
}

function nearestIntent(
  word: string,
  limit: number,
  knowledge: Knowledge,
  fits: (word: string, known: string) => boolean = () => true,
): string | null {
  let best: string | null = null;
  let least = limit + 1;
  for (const known of knowledge.topics.words()) {
    if (known.length < 5 || known[0] !== word[0] || !fits(word, known)) continue;
    const steps = distance(word, known, limit);
    if (steps < least) [best, least] = [known, steps];
  }
  return best;
}

/** The query as it would read with these words replaced. */
export function rewrite(query: string, typed: Token[], corrections: Map<number, string>): string {
  let text = query;
  for (const [index, better] of [...corrections].reverse()) {
    const token = typed[index]!;
    const cased = /^\p{Lu}/u.test(token.raw) ? better[0]!.toUpperCase() + better.slice(1) : better;
    text = text.slice(0, token.at) + cased + text.slice(token.at + token.raw.length);
  }
  return text;
}
