import { encode } from "uqr";
import type { Piece } from "./break-lines.ts";
import { inks, openPaper, page, tags, type Style } from "./paper.ts";
import type { Both, SheetModel } from "./sheet-model.ts";

const frame = { x: 30, y: 30, width: page.width - 60, height: page.height - 60 };
const left = 62;
const width = page.width - 2 * left;
const gap = 24;
const code = 118;
const labelWidth = 132;
/** Below this the type would be too small to read; longer texts end with an ellipsis then. */
const smallest = 0.78;

type Line = { tag: string; pieces: Piece[]; x: number; y: number; style: Style; lang: string };
type Box = { tag: string; x: number; y: number; width: number; style: Style; bold?: boolean; most?: number };

/** Sets a bilingual sheet on one A4 page in the frame of a nautical chart. Takes tenths of a second. */
export async function setSheet(model: SheetModel): Promise<Buffer> {
  const { doc, lay, drawLine, finish } = openPaper(model);
  const own = tags[model.lang];
  const other = tags[model.lang === "zh" ? "en" : "zh"];

  /** Everything at one scale, with the rules between the rows and the height that it takes. */
  function compose(scale: number) {
    const lines: Line[] = [];
    const rules: number[] = [];
    const style = (size: number, ink: string): Style => ({
      size: size * scale,
      leading: size * 1.5 * scale,
      ink,
    });
    const put = (text: string, lang: string, box: Box) => {
      let broken = lay([{ text, ...(box.bold ? { bold: true } : {}) }], box.width, box.style);
      if (box.most && broken.length > box.most) {
        broken = broken.slice(0, box.most);
        const end = broken.at(-1)?.at(-1);
        if (end) end.text = `${end.text.slice(0, -2)}…`;
      }
      broken.forEach((pieces, row) => {
        const at = box.y + row * box.style.leading;
        lines.push({ tag: box.tag, pieces, x: box.x, y: at, style: box.style, lang });
      });
      return box.y + broken.length * box.style.leading;
    };
    const putBoth = (both: Both, box: Box, second: Style) => {
      const y = put(both.text, own, box);
      return both.other ? put(both.other, other, { ...box, y, style: second, bold: false }) : y;
    };

    let y = 58;
    y = put(joined(model.kicker), own, {
      tag: "P",
      x: left,
      y,
      width,
      style: style(9, inks.note),
      bold: true,
    });
    y = putBoth(
      model.heading,
      { tag: "H1", x: left, y: y + 2, width, style: style(25, inks.text), bold: true },
      style(14, inks.soft),
    );
    const beside = width - code - gap;
    const codeTop = y + 20;
    y = putBoth(
      model.giver,
      { tag: "P", x: left, y: codeTop - 4, width: beside, style: style(15, inks.text), bold: true },
      style(10.5, inks.soft),
    );
    y = put(joined(model.says), own, {
      tag: "P",
      x: left,
      y: y + 5,
      width: beside,
      style: style(10.5, inks.note),
    });
    y = putBoth(
      model.taker,
      { tag: "P", x: left, y: y + 5, width: beside, style: style(15, inks.text), bold: true },
      style(10.5, inks.soft),
    );
    const captionStyle = style(8, inks.soft);
    const captionEnd = putBoth(
      model.qr.caption,
      { tag: "Caption", x: left + width - code, y: codeTop + code + 4, width: code, style: captionStyle },
      captionStyle,
    );
    y = Math.max(y, captionEnd) + 16;
    for (const { label, value } of model.rows) {
      rules.push(y);
      const small = style(8.5, inks.soft);
      const labelEnd = putBoth(
        label,
        { tag: "P", x: left, y: y + 5, width: labelWidth, style: { ...style(9.5, inks.soft) }, bold: true },
        small,
      );
      const most = scale <= smallest ? 6 : 40;
      const valueEnd = putBoth(
        value,
        {
          tag: "P",
          x: left + labelWidth + gap,
          y: y + 5,
          width: width - labelWidth - gap,
          style: style(10.5, inks.text),
          most,
        },
        style(9.5, inks.soft),
      );
      y = Math.max(labelEnd, valueEnd) + 5;
    }
    rules.push(y);
    const half = (width - gap) / 2;
    const top = y + 16;
    const columns = (["text", "other"] as const).map((side, index) => {
      const lang = side === "text" ? own : other;
      const x = left + index * (half + gap);
      let at = put(model.notSaid.title[side] ?? "", lang, {
        tag: "H2",
        x,
        y: top,
        width: half,
        style: style(11, inks.text),
        bold: true,
      });
      for (const both of model.notSaid.lines) {
        put("◇", lang, { tag: "Artifact", x, y: at + 3, width: 12, style: style(8.5, inks.note) });
        at = put(both[side] ?? "", lang, {
          tag: "P",
          x: x + 13,
          y: at + 3,
          width: half - 13,
          style: style(8.5, inks.text),
        });
      }
      return at;
    });
    return { lines, rules, bottom: Math.max(...columns), codeTop };
  }

  const foot = model.foot.length * 11;
  let scale = 1;
  let sheet = compose(scale);
  while (sheet.bottom > frame.y + frame.height - 34 - foot && scale > smallest) {
    scale = Math.max(smallest, scale - 0.04);
    sheet = compose(scale);
  }

  doc.addPage();
  doc.outline.addItem(model.heading.text);
  const root = doc.struct("Document");
  doc.addStructure(root);
  doc.markContent("Artifact", { type: "Layout" });
  chartFrame(doc);
  for (const y of sheet.rules) {
    doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(inks.line)
      .stroke();
  }
  doc.endMarkedContent();
  const add = (tag: string, lang: string, draw: () => void, alt?: string) => {
    const element = doc.struct(tag, { ...(lang === own ? {} : { lang }), ...(alt ? { alt } : {}) });
    root.add(element);
    element.add(doc.markStructureContent(tag));
    draw();
    doc.endMarkedContent();
    element.end();
  };
  let coded = false;
  for (const group of grouped(sheet.lines)) {
    const { tag, lang } = group[0]!;
    const draw = () => group.forEach((line) => drawLine(line.pieces, line.x, line.y, line.style));
    if (tag === "Artifact") {
      doc.markContent("Artifact", { type: "Layout" });
      draw();
      doc.endMarkedContent();
      continue;
    }
    if (tag === "Caption" && !coded) {
      coded = true;
      add("Figure", own, () => qrCode(doc, model.qr.url, left + width - code, sheet.codeTop), model.qr.alt);
    }
    add(tag, lang, draw);
  }
  doc.link(left + width - code, sheet.codeTop, code, code, model.qr.url);
  const small: Style = { size: 7.5, leading: 11, ink: inks.soft };
  model.foot.forEach((text, index) => {
    const y = frame.y + frame.height - 16 - foot + index * small.leading;
    const [pieces = []] = lay([{ text }], width, small);
    add("P", own, () => drawLine(pieces, left, y, small));
  });
  root.end();
  return finish();
}

const joined = ({ text, other }: Both) => (other ? `${text} · ${other}` : text);

/** Lines that follow each other in one block of text. */
function grouped(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    const goesOn =
      last &&
      last.tag === line.tag &&
      last.lang === line.lang &&
      last.style === line.style &&
      last.x === line.x;
    if (goesOn && Math.abs(line.y - last.y - line.style.leading) < 0.01) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Dark squares on white with the quiet zone, as one path. */
function qrCode(doc: PDFKit.PDFDocument, url: string, x: number, y: number): void {
  const { data, size } = encode(url, { ecc: "M", border: 4 });
  const unit = code / size;
  doc.rect(x, y, code, code).fill("#ffffff");
  data.forEach((row, top) =>
    row.forEach((dark, at) => {
      if (dark) doc.rect(x + at * unit, y + top * unit, unit, unit);
    }),
  );
  doc.fill("#000000");
  doc.rect(x, y, code, code).lineWidth(0.5).strokeColor(inks.line).stroke();
}

/** The graduated border of a chart round the whole page: two fine lines, and between them every other stretch black. */
function chartFrame(doc: PDFKit.PDFDocument): void {
  const band = 5;
  const { x, y, width: wide, height: high } = frame;
  doc.rect(x, y, wide, high).lineWidth(0.7).strokeColor(inks.text).stroke();
  doc.rect(x + band, y + band, wide - 2 * band, high - 2 * band).stroke();
  const across = wide / 22;
  const down = high / 32;
  for (let step = 0; step < 22; step += 2) {
    doc.rect(x + step * across, y, across, band).rect(x + (step + 1) * across, y + high - band, across, band);
  }
  for (let step = 0; step < 32; step += 2) {
    doc.rect(x, y + step * down, band, down).rect(x + wide - band, y + (step + 1) * down, band, down);
  }
  doc.fill(inks.text);
}
