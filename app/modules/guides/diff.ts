import { diffArrays } from "diff";
import type { Lang } from "#app/platform/context.ts";

/** A run of a line that stands in both texts, only in the older, or only in the newer one. */
export type Run = { kind: "same" | "removed" | "added"; text: string };

/** A line of a diff: unchanged, gone, new, or changed within. */
export type DiffLine =
  { kind: "same" | "removed" | "added"; text: string } | { kind: "changed"; runs: Run[] };

const segmenters: Record<Lang, Intl.Segmenter> = {
  en: new Intl.Segmenter("en", { granularity: "word" }),
  zh: new Intl.Segmenter("zh", { granularity: "word" }),
};

/**
 * A text in pieces of at most 200 characters that end at a space or a sign where there is one: the segmenter's time
 * grows with the square of what it is given, on Node 20 to seconds for a long paragraph.
 */
const pieceOf = /[\s\S]{40,200}?(?:[\s，。、；：！？]|$)|[\s\S]{1,200}/gu;

/** The words of a text with the spaces and signs between them; Chinese is cut by the runtime's own dictionary. */
function wordsOf(lang: Lang, text: string): string[] {
  return Array.from(text.matchAll(pieceOf)).flatMap(([piece]) =>
    Array.from(segmenters[lang].segment(piece), ({ segment }) => segment),
  );
}

/** Texts that differ in more words or lines than this have nothing in common that is worth looking for. */
const mostEdits = { words: 800, lines: 2_000 };

function runsOf(before: string[], after: string[]): Run[] {
  const parts = diffArrays(before, after, { maxEditLength: mostEdits.words }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return parts.map((part) => ({
    kind: part.added ? "added" : part.removed ? "removed" : "same",
    text: part.value.join(""),
  }));
}

/** What changed between two texts, word by word. */
export function diffRuns(lang: Lang, before: string, after: string): Run[] {
  return runsOf(wordsOf(lang, before), wordsOf(lang, after));
}

/** Share of the longer text that stayed the same, 0–1. */
function likeness(runs: Run[]): number {
  const length = (kind: Run["kind"]) =>
    runs.filter((run) => run.kind === kind).reduce((sum, run) => sum + run.text.trim().length, 0);
  const same = length("same");
  return same / Math.max(1, same + Math.max(length("removed"), length("added")));
}

/** How like each other two lines must be for one to count as the other reworded. */
const likeEnough = 0.4;
/** In two longer stretches that were both written anew, no line is looked for as a reworded one. */
const mostPairs = 1_000;

type Line = { text: string; words: string[]; counts: Map<string, number>; length: number };

function lineOf(lang: Lang, text: string): Line {
  const words = wordsOf(lang, text);
  const counts = new Map<string, number>();
  let length = 0;
  for (const word of words) {
    const weight = word.trim().length;
    length += weight;
    if (weight > 0) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { text, words, counts, length };
}

/** Whether the words that both have, in whatever order, could make them like enough: far cheaper than a diff. */
function couldBeLike(a: Line, b: Line): boolean {
  let common = 0;
  for (const [word, times] of a.counts) common += word.length * Math.min(times, b.counts.get(word) ?? 0);
  return common >= likeEnough * Math.max(1, a.length, b.length);
}

/** Compares lines, cutting each into words once and comparing each pair once: the runs, or null if they are not like. */
function comparer(lang: Lang): (before: string, after: string) => Run[] | null {
  const lines = new Map<string, Line>();
  const pairs = new Map<string, Run[] | null>();
  const lineFor = (text: string) => {
    const line = lines.get(text) ?? lineOf(lang, text);
    lines.set(text, line);
    return line;
  };
  return (before, after) => {
    const key = `${before}\n${after}`;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const [a, b] = [lineFor(before), lineFor(after)];
    const runs = couldBeLike(a, b) ? runsOf(a.words, b.words) : null;
    const like = runs && likeness(runs) >= likeEnough ? runs : null;
    pairs.set(key, like);
    return like;
  };
}

/**
 * What changed between two texts, line by line; a line that was reworded shows its changed words, one that was
 * written anew stands as gone and new.
 */
export function diffLines(lang: Lang, before: string, after: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let gone: string[] = [];
  const say = (kind: "same" | "removed" | "added", texts: string[]) => {
    for (const text of texts) lines.push({ kind, text });
  };
  const sayGone = (upTo = gone.length) => {
    say("removed", gone.slice(0, upTo));
    gone = gone.slice(upTo);
  };
  const like = comparer(lang);
  const near = (text: string) => gone.findIndex((line) => like(line, text) !== null);
  const [older, newer] = [before.split("\n"), after.split("\n")];
  const parts = diffArrays(older, newer, { maxEditLength: mostEdits.lines });
  if (!parts) {
    say("removed", older);
    say("added", newer);
    return lines;
  }
  for (const part of parts) {
    if (part.removed) {
      gone = gone.concat(part.value);
      continue;
    }
    const tooMany = gone.length * part.value.length > mostPairs;
    if (!part.added || tooMany || part.value.every((text) => near(text) === -1)) sayGone();
    for (const text of part.value) {
      const place = part.added ? near(text) : -1;
      if (place === -1) {
        say(part.added ? "added" : "same", [text]);
        continue;
      }
      sayGone(place);
      lines.push({ kind: "changed", runs: like(gone[0]!, text)! });
      gone = gone.slice(1);
    }
  }
  sayGone();
  return lines;
}

/** Whether anything differs. */
export function differs(lines: DiffLine[]): boolean {
  return lines.some(({ kind }) => kind !== "same");
}
