import LineBreaker from "linebreak";
import type { PdfSpan } from "./model.ts";

export type Measure = (text: string, bold: boolean) => number;
/** A stretch of one line in one style; `x` and `width` in points from the line's start. */
export type Piece = { text: string; bold: boolean; href: string | undefined; x: number; width: number };

const han = "\\p{Script=Han}";
const latin = "[\\p{Script=Latin}\\p{Script=Greek}\\p{N}]";
/** Where Chinese and Latin meet: a thin gap is set there, never typed. */
const meeting = new RegExp(`(?<=${han})(?=${latin})|(?<=${latin})(?=${han})`, "u");

/**
 * Lines of a paragraph no wider than `width`, by the Unicode rules (UAX 14): no closing punctuation at a line's
 * start, no opening one at its end, Latin words whole, a break between any two Chinese characters. A word that is
 * wider than the line by itself (an address) is cut. `gap` is the space between Chinese and Latin.
 */
export function breakLines(spans: PdfSpan[], width: number, gap: number, measure: Measure): Piece[][] {
  const text = spans.map((span) => span.text).join("");
  const styleAt = styles(spans);
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let x = 0;

  const close = () => {
    const last = line.at(-1);
    if (last) {
      last.text = last.text.trimEnd();
      last.width = measure(last.text, last.bold);
    }
    if (line.length > 0) lines.push(line);
    line = [];
    x = 0;
  };
  const put = (pieces: Omit<Piece, "x">[], before: string) => {
    for (const { text: own, bold, href, width: wide } of pieces) {
      const previous = line.at(-1);
      const meets = previous && meetsAt(previous.text || before, own);
      if (previous && !meets && previous.bold === bold && previous.href === href) {
        previous.text += own;
        previous.width += wide;
        x += wide;
        continue;
      }
      if (meets) x += gap;
      line.push({ text: own, bold, href, x, width: wide });
      x += wide;
    }
  };

  let from = 0;
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const chunk = cut(text, from, next.position, styleAt, measure);
    const wide = chunk.reduce((sum, piece) => sum + piece.width, 0);
    const bare = wide - trailing(chunk, measure) + (line.length > 0 ? gap : 0);
    if (line.length > 0 && x + bare > width) close();
    if (bare > width) {
      for (const piece of chunk.flatMap((one) => letters(one, measure))) {
        if (line.length > 0 && x + piece.width > width) close();
        put([piece], "");
      }
    } else put(chunk, "");
    from = next.position;
    if (next.required && from < text.length) close();
  }
  close();
  return lines;
}

const meetsAt = (left: string, right: string) => meeting.test(left.slice(-1) + right.slice(0, 1));

/** The style of each character. */
function styles(spans: PdfSpan[]): (index: number) => PdfSpan {
  const ends: number[] = [];
  let end = 0;
  for (const span of spans) ends.push((end += span.text.length));
  return (index) => spans[ends.findIndex((stop) => index < stop)] ?? spans.at(-1)!;
}

/** An unbreakable stretch, cut where its style changes or where Chinese and Latin meet. */
function cut(
  text: string,
  from: number,
  to: number,
  styleAt: (index: number) => PdfSpan,
  measure: Measure,
): Omit<Piece, "x">[] {
  const pieces: Omit<Piece, "x">[] = [];
  let start = from;
  for (let index = from + 1; index <= to; index += 1) {
    const style = styleAt(start);
    const ends =
      index === to || styleAt(index) !== style || meetsAt(text.slice(start, index), text.slice(index, to));
    if (!ends) continue;
    const own = text.slice(start, index).replaceAll("\n", "");
    const bold = style.bold ?? false;
    if (own) pieces.push({ text: own, bold, href: style.href, width: measure(own, bold) });
    start = index;
  }
  return pieces;
}

function trailing(chunk: Omit<Piece, "x">[], measure: Measure): number {
  const last = chunk.at(-1);
  if (!last) return 0;
  const bare = last.text.trimEnd();
  return bare === last.text ? 0 : last.width - measure(bare, last.bold);
}

function letters(piece: Omit<Piece, "x">, measure: Measure): Omit<Piece, "x">[] {
  return [...piece.text].map((text) => ({ ...piece, text, width: measure(text, piece.bold) }));
}
