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

/** The words of a text with the spaces and signs between them; Chinese is cut by the runtime's own dictionary. */
function wordsOf(lang: Lang, text: string): string[] {
  return Array.from(segmenters[lang].segment(text), ({ segment }) => segment);
}

/** What changed between two short texts, word by word. */
export function diffRuns(lang: Lang, before: string, after: string): Run[] {
  return diffArrays(wordsOf(lang, before), wordsOf(lang, after)).map((part) => ({
    kind: part.added ? "added" : part.removed ? "removed" : "same",
    text: part.value.join(""),
  }));
}

/** Share of the longer text that stayed the same, 0–1. */
function likeness(runs: Run[]): number {
  const length = (kind: Run["kind"]) =>
    runs.filter((run) => run.kind === kind).reduce((sum, run) => sum + run.text.trim().length, 0);
  const same = length("same");
  return same / Math.max(1, same + Math.max(length("removed"), length("added")));
}

/**
 * What changed between two texts, line by line; a line that was reworded shows its changed words, one that was
 * written anew stands as gone and new.
 */
export function diffLines(lang: Lang, before: string, after: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let gone: string[] = [];
  const say = (kind: "same" | "removed" | "added", texts: string[]) =>
    lines.push(...texts.map((text) => ({ kind, text })));
  const near = (text: string) => gone.findIndex((line) => likeness(diffRuns(lang, line, text)) >= 0.4);
  for (const part of diffArrays(before.split("\n"), after.split("\n"))) {
    if (part.removed) {
      gone.push(...part.value);
      continue;
    }
    if (part.added && part.value.every((text) => near(text) === -1)) {
      say("removed", gone);
      gone = [];
    }
    for (const text of part.value) {
      const place = part.added ? near(text) : -1;
      if (place === -1) {
        if (!part.added) say("removed", gone.splice(0));
        say(part.added ? "added" : "same", [text]);
        continue;
      }
      say("removed", gone.slice(0, place));
      lines.push({ kind: "changed", runs: diffRuns(lang, gone[place]!, text) });
      gone = gone.slice(place + 1);
    }
  }
  say("removed", gone);
  return lines;
}

/** Whether anything differs. */
export function differs(lines: DiffLine[]): boolean {
  return lines.some(({ kind }) => kind !== "same");
}
