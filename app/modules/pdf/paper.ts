import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Lang } from "#app/platform/context.ts";
import { breakLines, type Measure, type Piece } from "./break-lines.ts";
import type { PdfSpan } from "./model.ts";

const require = createRequire(import.meta.url);
const fonts = {
  text: require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf"),
};

// A4 in points, and the inks of the site (app.css).
export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 74, bottom: 70 };
export const inner = page.width - page.left - page.right;
export const inks = {
  text: "#0b2239",
  soft: "#44586b",
  note: "#a3195b",
  deep: "#15507a",
  line: "#c9d3da",
  shallow: "#eef5f8",
};
/** Language tags of the documents. */
export const tags: Record<Lang, string> = { en: "en", zh: "zh-Hans" };

export type Style = { size: number; leading: number; ink: string };

/**
 * An empty tagged document with our fonts, and what every kind of page is drawn with: `lay` breaks text into lines,
 * `drawLine` sets one, `finish` closes the document and gives its bytes.
 */
export function openPaper(model: {
  lang: Lang;
  title: string;
  subject: string;
  author: string;
  date: string;
}) {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    lang: tags[model.lang],
    tagged: true,
    displayTitle: true,
    info: {
      Title: model.title,
      Subject: model.subject,
      Author: model.author,
      CreationDate: new Date(model.date),
      ModDate: new Date(model.date),
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  doc.registerFont("text", fonts.text);
  doc.registerFont("bold", fonts.bold);

  const widths = new Map<string, number>();
  const measureAt =
    (size: number): Measure =>
    (text, bold) => {
      const key = (bold ? "b" : "t") + text;
      let unit = widths.get(key);
      if (unit === undefined) {
        unit =
          doc
            .font(bold ? "bold" : "text")
            .fontSize(100)
            .widthOfString(text) / 100;
        widths.set(key, unit);
      }
      return unit * size;
    };
  const lay = (spans: PdfSpan[], width: number, style: Style) =>
    breakLines(spans.map(dotted), width, style.size * 0.16, measureAt(style.size));
  const drawLine = (pieces: Piece[], x: number, top: number, style: Style) => {
    const baseline = top + style.leading / 2 + style.size * 0.36;
    for (const piece of pieces) {
      doc
        .font(piece.bold ? "bold" : "text")
        .fontSize(style.size)
        .fillColor(piece.href ? inks.deep : style.ink)
        .text(piece.text, x + piece.x, baseline, { lineBreak: false, baseline: "alphabetic" });
      if (piece.href) doc.link(x + piece.x, top, piece.width, style.leading, piece.href);
    }
  };
  const finish = async (): Promise<Buffer> => {
    doc.end();
    await finished;
    return Buffer.concat(chunks);
  };
  return { doc, lay, drawLine, finish };
}

/** The dot between two details ends a line and never begins one. */
const dotted = (span: PdfSpan): PdfSpan => ({ ...span, text: span.text.replaceAll(" · ", "\u00a0· ") });
