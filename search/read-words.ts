import type { Topic } from "#db/schema/topics.ts";
import type { Word } from "./engine.ts";
import type { Hint } from "./hints.ts";
import type { Knowledge } from "./knowledge.ts";
import { tokenise, type Token } from "./phrases.ts";
import { covers, overlaps, spanOf, type Span } from "./spans.ts";
import { chineseStopWords, stopWords } from "./stop-words.ts";
import { fold, wholeWords } from "./text.ts";

/** Topic → 0…1: how much the words of the query ask for it. */
export function readTopics(
  tokens: Token[],
  knowledge: Knowledge,
  hints: readonly Hint[] = [],
  hs = false,
): Map<Topic, number> {
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
  // A name from the facts brings its fact's topic, before words that only point to one; a product code what decides
  // over a product.
  const share = Math.max(0, ...sums.values()) < 0.5 ? 0.7 : 0.2;
  for (const topic of new Set(hints.flatMap((hint) => hint.topics))) {
    sums.set(topic, (sums.get(topic) ?? 0) + share);
  }
  if (hs && sums.size === 0)
    for (const topic of ["standards", "tariffs-taxes"] as const) sums.set(topic, 0.7);
  const most = Math.max(1, ...sums.values());
  return new Map([...sums].map(([topic, sum]) => [topic, sum / most]));
}

/** What is left to search for once places and empty words are gone, with other forms of each word. */
export function readWords(
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
  for (const word of wholeWords(uncovered(token, [...places, ...terms]), chineseStopWords)) {
    if (!chineseStopWords.has(word)) found.push({ word, also: [] });
  }
  return found;
}

type SynonymMatch = ReturnType<Knowledge["synonyms"]["find"]>[number];

const formsOf = (match: SynonymMatch) => match.values.flat().map((form) => form.toLowerCase());

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
