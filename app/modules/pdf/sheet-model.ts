import type { Lang } from "#app/platform/context.ts";

/** The same words in the document's language and in the other one; the second is left out where it adds nothing. */
export type Both = { text: string; other?: string };

/** A bilingual page with a QR code, as plain data: one page, whatever stands in it. */
export type SheetModel = {
  form: "sheet";
  lang: Lang;
  title: string;
  subject: string;
  author: string;
  /** ISO instant: the document's date. */
  date: string;
  /** Above the head of the page, in small. */
  kicker: Both;
  heading: Both;
  /** Who says it, what, of whom. */
  giver: Both;
  says: Both;
  taker: Both;
  rows: { label: Both; value: Both }[];
  notSaid: { title: Both; lines: Both[] };
  qr: { url: string; caption: Both; alt: string };
  /** Small lines at the foot. */
  foot: string[];
};
