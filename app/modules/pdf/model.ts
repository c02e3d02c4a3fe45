import type { Lang } from "#app/platform/context.ts";

/** A piece of text in one style. */
export type PdfSpan = { text: string; bold?: boolean; href?: string };

export type PdfFactRow = { label: string; statement: string[]; note: string };

/** A document as plain data: made where the database is, set on paper where nobody waits for it. */
export type PdfModel = {
  lang: Lang;
  title: string;
  subject: string;
  /** Stands on every page, above and below. */
  runningHead: string;
  footer: string;
  /** ISO instant of the newest part: the document's date. */
  date: string;
  blocks: PdfBlock[];
};

export type PdfBlock =
  /** level 1 opens a part and is a bookmark; `kicker` stands above it. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string; kicker?: string }
  | { kind: "lead"; text: string; lang?: Lang }
  | { kind: "paragraph"; spans: PdfSpan[]; lang?: Lang }
  | { kind: "item"; level: number; marker: string; spans: PdfSpan[]; lang?: Lang }
  | { kind: "note"; lines: string[] }
  | { kind: "facts"; rows: PdfFactRow[] };
