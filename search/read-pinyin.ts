import type { Knowledge } from "./knowledge.ts";
import { tokenise, type Token } from "./phrases.ts";
import { isPinyin } from "./pinyin.ts";
import type { Vocabulary } from "./spelling.ts";
import { overlaps } from "./spans.ts";
import { ordinaryWords, stopWords } from "./stop-words.ts";

/** So many words typed apart may be syllables of one phrase: "xin jia po". */
const longest = 8;

/**
 * The query with pinyin as Chinese and misheard names of places put right; the same text when there is nothing to
 * mend. Only what cannot be a word of English or of the index is read as pinyin.
 */
export function readPinyin(query: string, knowledge: Knowledge, vocabulary: Vocabulary): string {
  const tokens = tokenise(query);
  const places = knowledge.places.find(tokens);
  const edits: { at: number; end: number; text: string }[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    if (token.han) {
      for (const { at, length, name } of knowledge.sounds.misheard(token.raw)) {
        const span = { at: token.at + at, length };
        // 德国展 is 德国 and 展, not 德国站 misspelt.
        if (places.some((place) => overlaps(place, span))) continue;
        edits.push({ at: span.at, end: span.at + length, text: name });
      }
      i++;
      continue;
    }
    const spelt = spelled(tokens, i, knowledge, vocabulary);
    if (spelt) {
      const last = tokens[spelt.to - 1]!;
      edits.push({ at: token.at, end: last.at + last.raw.length, text: spelt.phrases.join(" ") });
    }
    i = spelt?.to ?? i + 1;
  }
  let text = query;
  for (const { at, end, text: better } of edits.reverse())
    text = text.slice(0, at) + better + text.slice(end);
  return text;
}

function spelled(tokens: Token[], from: number, knowledge: Knowledge, vocabulary: Vocabulary) {
  let end = from;
  while (end < tokens.length && end - from < longest && !tokens[end]!.han && isPinyin(tokens[end]!.word))
    end++;
  for (let to = end; to > from; to--) {
    const words = tokens.slice(from, to).map((token) => token.word);
    if (!words.some((word) => unknown(word, knowledge, vocabulary))) continue;
    const phrases = knowledge.sounds.spell(words.join(""));
    if (phrases) return { to, phrases };
  }
  return null;
}

/** Whether nobody knows this word: a place in pinyin ("deguo") is known and need not be read here. */
function unknown(word: string, knowledge: Knowledge, vocabulary: Vocabulary): boolean {
  if (stopWords.has(word) || ordinaryWords.has(word) || vocabulary.has(word)) return false;
  return ![knowledge.places, knowledge.topics, knowledge.hints, knowledge.elsewhere].some((list) =>
    list.knows(word),
  );
}
