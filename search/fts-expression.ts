import type { IndexDefinition, Question, Word } from "./engine.ts";
import { filterExpression } from "./filter-words.ts";
import { isHan, phraseOf, tokensOf } from "./text.ts";

/** What an expression needs to know of the index it is for. */
export type Corpus = {
  size(): number;
  /** In how many documents a token stands. */
  frequency(token: string): number;
  /** Other forms of a word that the index has. */
  kin(word: string): string[];
};

/** A word's forms as phrases, and in how many documents they stand, added up. */
type WordGroup = { phrases: string[]; frequency: number };

/** From so many documents on, frequent words are left out where rarer ones stand beside them. */
const largeCorpus = 10_000;
/** In so many documents a word is frequent: ranking walks the whole list of each word. */
const frequent = 1_500;

/** A last word that stands in so many documents is whole: what else begins with it is not looked up, at some cost. */
const whole = 50;

const or = (list: string[]) => `(${list.join(" OR ")})`;

/** A question as an FTS5 expression in which everything typed is quoted; null when nothing can match. */
export function ftsExpression(index: IndexDefinition, question: Question, corpus: Corpus): string | null {
  const filters = filterExpression(index, question.filter);
  const groups = question.words
    .map((word, i) => groupOf(word, question.prefix && i === question.words.length - 1, corpus))
    .filter((group) => group.phrases.length > 0);
  if (question.words.length > 0 && groups.length === 0) return null;
  if (groups.length === 0) return filters.join(" AND ") || null;
  const present = groups.filter((group) => group.frequency > 0);
  const telling = tellingOf(present.length > 0 ? present : groups, corpus);
  const all = or(telling.flatMap((group) => group.phrases));
  if (question.match === "any" || groups.length === 1) return [...filters, all].join(" AND ");
  if (present.length === 0) return null;
  return [...filters, or(rarestOf(present).phrases), all].join(" AND ");
}

const rarestOf = (groups: WordGroup[]) => groups.reduce((a, b) => (b.frequency < a.frequency ? b : a));

/**
 * On a large corpus a frequent word tells little beside a rarer one and costs the most: it is left out there.
 */
function tellingOf(groups: WordGroup[], corpus: Corpus): WordGroup[] {
  if (corpus.size() < largeCorpus) return groups;
  const rarer = groups.filter((group) => group.frequency < frequent);
  return rarer.length > 0 ? rarer : [rarestOf(groups)];
}

function groupOf(word: Word, prefix: boolean, corpus: Corpus): WordGroup {
  const own = frequencyOf(word.text, corpus);
  const begins = prefix && own < whole;
  const enough = corpus.size() >= largeCorpus && own >= frequent;
  const others = enough ? inOtherScript(word, corpus) : [...corpus.kin(word.text), ...word.also];
  const forms = [...new Set([word.text, ...others])];
  const phrases = forms
    .map((form, i) => phraseOf(form, begins && i === 0))
    .filter((phrase) => phrase !== null);
  const frequency = forms.reduce((sum, form) => sum + frequencyOf(form, corpus), 0);
  return { phrases, frequency };
}

/**
 * What a frequent word still needs on a large corpus, where it finds enough without "pays", "GST" and "消费税": its
 * most common form in the other script, for readers of the other language.
 */
function inOtherScript({ text, also }: Word, corpus: Corpus): string[] {
  const others = also.filter((form) => isHan(form) !== isHan(text));
  const counted = others.map((form) => ({ form, frequency: frequencyOf(form, corpus) }));
  const best = counted.reduce((a, b) => (b.frequency > a.frequency ? b : a), { form: "", frequency: 0 });
  return best.frequency > 0 ? [best.form] : [];
}

/** How often the rarest token of a form stands in the index. */
function frequencyOf(form: string, corpus: Corpus): number {
  const tokens = tokensOf(form);
  if (tokens.length > 1 && isHan(form)) tokens.pop();
  return Math.min(...tokens.map((token) => corpus.frequency(token)));
}
