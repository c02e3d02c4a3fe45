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
 * A pattern for the words of a query in a text, or null when there is none. Latin words match from the start of a
 * word and let it go on; Chinese ones match anywhere.
 */
export function patternOf(words: Word[]): RegExp | null {
  const parts = new Set<string>();
  for (const form of words.flatMap((word) => [word.text, ...word.also])) {
    const quoted = (isHan(form) ? form : loose(form)).trim();
    if (quoted) parts.add(quoted);
  }
  if (parts.size === 0) return null;
  const longestFirst = [...parts].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join("|"), "giu");
}

function loose(form: string): string {
  const folded = fold(form);
  const quoted = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "[^\\p{L}\\p{N}]+");
  if (!/^[\p{L}\p{N}].*$/u.test(folded)) return "";
  const root = stem(folded);
  const rest =
    root.length >= 4 && root !== folded
      ? `${quoted(root)}\\p{L}*`
      : `${quoted(folded)}${folded.length >= 4 ? "\\p{L}*" : "(?:e?s)?"}`;
  return `(?<![\\p{L}\\p{N}])${rest}(?![\\p{L}\\p{N}])`;
}

/**
 * The most telling stretch of a text as HTML: escaped, with `<mark>` around what matched; neighbouring marks are
 * one. `length` is in characters of the plain text.
 */
export function snippet(text: string, pattern: RegExp | null, length: number): string {
  const matches = pattern
    ? Array.from(text.matchAll(pattern), (m) => ({
        at: m.index,
        end: m.index + m[0].length,
        word: fold(m[0]),
      }))
    : [];
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
export function marked(text: string, pattern: RegExp | null): string {
  return snippet(text, pattern, text.length);
}

const merged = (raw: string) => raw.replace(new RegExp(`${close}([\\s·-]?)${open}`, "gu"), "$1");

type Found = { at: number; end: number; word: string };

/** The window with the most different matches, the earliest of these; it starts and ends between words. */
function stretch(text: string, matches: Found[], length: number): { from: number; to: number } {
  if (text.length <= length) return { from: 0, to: text.length };
  const lead = Math.floor(length / 6);
  let best = 0;
  let most = 0;
  for (let i = 0; i < matches.length && i < 60; i++) {
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
