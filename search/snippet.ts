import type { Word } from "./engine.ts";
import { fold, isHan, stem } from "./text.ts";

/** Marks around a match while the text is still raw: characters that no cleaned text contains. */
const open = "\u0001";
const close = "\u0002";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * What to mark of a query's words. The pattern holds letters and nothing else, and the ends of words are looked at
 * by hand: Unicode classes in a pattern of its own for every query took longer to compile than the search itself.
 */
export type Marking = { pattern: RegExp; wholeOnly: ReadonlySet<string> };

/**
 * Marks for the words of a query in a text, or null when there is none. Latin words match from the start of a word
 * and, unless they are short, let it go on; Chinese ones match anywhere.
 */
export function markingOf(words: Word[]): Marking | null {
  const parts = new Set<string>();
  const wholeOnly = new Set<string>();
  for (const form of words.flatMap((word) => [word.text, ...word.also])) {
    if (isHan(form)) {
      if (form.trim()) parts.add(form.trim().replace(special, "\\$&"));
      continue;
    }
    const root = rootOf(form);
    if (root === null) continue;
    if (root.length < 4) wholeOnly.add(root);
    parts.add(root.replace(special, "\\$&").replaceAll(" ", "[^a-z0-9]{1,3}"));
  }
  if (parts.size === 0) return null;
  const longestFirst = [...parts].sort((a, b) => b.length - a.length);
  return { pattern: new RegExp(longestFirst.join("|"), "giu"), wholeOnly };
}

const special = /[\\^$.*+?()[\]{}|/-]/g;
const letter = /\p{L}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** The stem of a form, its words one space apart; null when it begins with neither letter nor digit. */
function rootOf(form: string): string | null {
  const folded = fold(form)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trimEnd();
  if (!folded || folded.startsWith(" ")) return null;
  const root = stem(folded);
  return root.length >= 4 ? root : folded;
}

/** Where the match at `at` ends with the rest of its word, or null when it lies inside another word. */
function endOfWord(text: string, at: number, end: number, { wholeOnly }: Marking): number | null {
  if (isHan(text.slice(at, end))) return end;
  if (at > 0 && letterOrDigit.test(text[at - 1]!) && !isHan(text[at - 1]!)) return null;
  let after = end;
  while (after < text.length && letter.test(text[after]!) && !isHan(text[after]!)) after += 1;
  if (after < text.length && letterOrDigit.test(text[after]!) && !isHan(text[after]!)) return null;
  const short = wholeOnly.has(fold(text.slice(at, end)));
  return short && !/^(?:e?s)?$/i.test(text.slice(end, after)) ? null : after;
}

/**
 * The most telling stretch of a text as HTML: escaped, with `<mark>` around what matched; neighbouring marks are
 * one. `length` is in characters of the plain text.
 */
export function snippet(text: string, marking: Marking | null, length: number): string {
  const matches = marking ? firstMatches(text, marking) : [];
  const { from, to } = stretch(text, matches, length);
  let raw = "";
  let at = from;
  for (const match of matches) {
    if (match.at < at || match.end > to) continue;
    raw += text.slice(at, match.at) + open + text.slice(match.at, match.end) + close;
    at = match.end;
  }
  raw += text.slice(at, to);
  const html = merged(raw)
    // Lines of the text (facts, paragraphs) stay apart in the one line of a snippet.
    .replace(/\s*\n\s*/gu, " · ")
    .replace(/\s+/gu, " ")
    .replace(/^(?: ?· )+|(?: ·)+ ?$/gu, "")
    .trim()
    .replace(/[&<>"']/g, (sign) => escapes[sign]!)
    .replaceAll(open, "<mark>")
    .replaceAll(close, "</mark>");
  return `${from > 0 ? "… " : ""}${html}${to < text.length ? " …" : ""}`;
}

/** As `snippet`, for a whole short text such as a title. */
export function marked(text: string, marking: Marking | null): string {
  return snippet(text, marking, text.length);
}

const between = new RegExp(`${close}([\\s·-]?)${open}`, "gu");
const merged = (raw: string) => raw.replace(between, "$1");

type Found = { at: number; end: number; word: string };

/** So many matches are weighed; a text of many pages is not read to its end for the sake of two lines. */
const mostMatches = 60;

function firstMatches(text: string, marking: Marking): Found[] {
  const found: Found[] = [];
  const { pattern } = marking;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < mostMatches; match = pattern.exec(text)) {
    const end = endOfWord(text, match.index, match.index + match[0].length, marking);
    if (end === null) continue;
    found.push({ at: match.index, end, word: fold(match[0]) });
    pattern.lastIndex = end;
  }
  return found;
}

/** The window with the most different matches, the earliest of these; it starts and ends between words. */
function stretch(text: string, matches: Found[], length: number): { from: number; to: number } {
  if (text.length <= length) return { from: 0, to: text.length };
  const lead = Math.floor(length / 6);
  let best = 0;
  let most = 0;
  for (let i = 0; i < matches.length; i++) {
    const from = Math.max(0, matches[i]!.at - lead);
    const seen = new Set<string>();
    let count = 0;
    for (let j = i; j < matches.length && matches[j]!.end <= from + length; j++) {
      seen.add(matches[j]!.word);
      count++;
    }
    const weight = seen.size * 4 + Math.min(count, 6);
    if (weight > most) [best, most] = [from, weight];
  }
  const from = best === 0 ? 0 : betweenWords(text, Math.min(best, text.length - length), 1);
  const to = from + length >= text.length ? text.length : betweenWords(text, from + length, -1);
  return { from, to: Math.max(to, from + 1) };
}

/** The next place at which no Latin word and no surrogate pair is cut. */
function betweenWords(text: string, place: number, step: 1 | -1): number {
  let at = place;
  for (let i = 0; i < 24; i++) {
    if (
      !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") ||
      !/[\p{L}\p{N}]/u.test(text[at] ?? " ") ||
      isHan(text[at]!) ||
      isHan(text[at - 1]!)
    )
      break;
    at += step;
  }
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
}
