import type { Piece } from "./break-lines.ts";
import type { PdfBlock, PdfFactRow, PdfModel } from "./model.ts";
import { inks, inner, openPaper, page, tags, type Style } from "./paper.ts";

const columns = { label: 104, statement: 220, gap: 14 };
const noteWidth = inner - columns.label - columns.statement - 2 * columns.gap;

/**
 * Sets a document on paper: A4, Chinese and Latin of one family, embedded as a subset, tagged with its structure
 * and language, bookmarked, with page numbers. Takes tenths of a second: run it in a worker.
 */
export async function setOnPaper(model: PdfModel): Promise<Buffer> {
  const zh = model.lang === "zh";
  const body: Style = { size: zh ? 10.5 : 10, leading: zh ? 18 : 15.5, ink: inks.text };
  const small: Style = { size: 8.5, leading: zh ? 13.5 : 12, ink: inks.soft };
  const { doc, lay, drawLine, finish } = openPaper({ ...model, author: model.footer });

  const root = doc.struct("Document");
  doc.addStructure(root);
  let y = page.height;
  const newPage = () => {
    doc.addPage();
    y = page.top;
  };
  /** Room for `height`, on a new page where this one is full. */
  const room = (height: number) => {
    if (y + height > page.height - page.bottom) newPage();
  };
  /** Lines as one structure element, over as many pages as they need. */
  const drawBlock = (
    tag: string,
    lines: Piece[][],
    x: number,
    style: Style,
    lang?: string,
    into: PDFKit.PDFStructureElement = root,
  ) => {
    const element = doc.struct(tag, lang ? { lang } : {});
    into.add(element);
    let open = false;
    for (const line of lines) {
      const before = y;
      if (y + style.leading > page.height - page.bottom) {
        if (open) doc.endMarkedContent();
        open = false;
        newPage();
      }
      if (!open) element.add(doc.markStructureContent(tag));
      open = true;
      drawLine(line, x, y, style);
      y = (y < before ? page.top : y) + style.leading;
    }
    if (open) doc.endMarkedContent();
    element.end();
  };
  const rule = (width = 0.5, ink = inks.line) => {
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(page.left, y)
      .lineTo(page.left + inner, y)
      .lineWidth(width)
      .strokeColor(ink)
      .stroke();
    doc.endMarkedContent();
  };

  const cellsOf = (row: PdfFactRow) => [
    { tag: "TH", x: 0, style: body, lines: lay([{ text: row.label, bold: true }], columns.label, body) },
    {
      tag: "TD",
      x: columns.label + columns.gap,
      style: body,
      lines: row.statement.flatMap((text) => lay([{ text }], columns.statement, body)),
    },
    {
      tag: "TD",
      x: columns.label + columns.statement + 2 * columns.gap,
      style: { ...small, ink: inks.note },
      lines: lay([{ text: row.note }], noteWidth, small),
    },
  ];
  const heightOf = (cells: ReturnType<typeof cellsOf>) =>
    Math.max(...cells.map(({ lines, style }) => lines.length * style.leading)) + 10;
  const drawFacts = (rows: PdfFactRow[]) => {
    const table = doc.struct("Table");
    root.add(table);
    room(40);
    rule(1, inks.text);
    for (const row of rows) {
      const cells = cellsOf(row);
      // A row stays together; one that is longer than a page goes on where the page ends.
      let rest = Math.max(...cells.map(({ lines }) => lines.length));
      room(Math.min(heightOf(cells), page.height - page.top - page.bottom));
      const element = doc.struct("TR");
      table.add(element);
      const structs = cells.map(({ tag }) => {
        const cell = doc.struct(tag);
        element.add(cell);
        return cell;
      });
      let done = 0;
      y += 5;
      while (rest > 0) {
        const fit = Math.max(1, Math.floor((page.height - page.bottom - y) / body.leading));
        const top = y;
        cells.forEach(({ tag, x, style, lines }, index) => {
          const shown = lines.slice(done, done + fit);
          if (shown.length === 0) return;
          structs[index]!.add(doc.markStructureContent(tag));
          shown.forEach((line, at) => drawLine(line, page.left + x, top + at * style.leading, style));
          doc.endMarkedContent();
        });
        const drawn = Math.max(
          ...cells.map(({ lines, style }) => Math.min(fit, Math.max(0, lines.length - done)) * style.leading),
        );
        y += drawn;
        done += fit;
        rest -= fit;
        if (rest > 0) newPage();
      }
      structs.forEach((cell) => cell.end());
      element.end();
      y += 5;
      rule();
    }
    table.end();
    y += 10;
  };

  const heads = {
    1: { size: 20, leading: 27, ink: inks.text },
    2: { size: 13, leading: 19, ink: inks.text },
    3: { size: 11, leading: 17, ink: inks.text },
  };
  const lead = { size: body.size + 1.5, leading: body.leading + 2, ink: inks.text };
  /** The height of what follows a heading up to the first words or figures that say something. */
  const below = (blocks: PdfBlock[]): number => {
    let height = 0;
    for (const block of blocks) {
      if (block.kind === "facts") return height + (block.rows[0] ? heightOf(cellsOf(block.rows[0])) : 0);
      if (block.kind === "heading")
        height +=
          16 +
          lay([{ text: block.text, bold: true }], inner, heads[block.level]).length *
            heads[block.level].leading;
      else if (block.kind === "note") height += 8 + block.lines.length * small.leading;
      else if (block.kind === "lead")
        height += 6 + lay([{ text: block.text }], inner, lead).length * lead.leading;
      else return height + Math.min(2, lay(block.spans, inner, body).length) * body.leading;
    }
    return height;
  };
  const heading = (block: Extract<PdfBlock, { kind: "heading" }>, rest: PdfBlock[]) => {
    const style = heads[block.level];
    const lines = lay([{ text: block.text, bold: true }], inner, style);
    if (y > page.top) y += block.level === 1 ? 26 : 12;
    // A heading never stands at the foot of a page without the first of what it heads.
    const keep = Math.min(below(rest), (page.height - page.top - page.bottom) / 2);
    room(lines.length * style.leading + (block.kicker ? 16 : 0) + 4 + keep);
    if (block.kicker) {
      const kicker = { ...small, ink: inks.note };
      drawBlock("P", lay([{ text: block.kicker, bold: true }], inner, kicker), page.left, kicker);
    }
    if (block.level === 1) doc.outline.addItem(block.text);
    drawBlock(`H${block.level}`, lines, page.left, style);
    y += 4;
  };

  newPage();
  let list: PDFKit.PDFStructureElement | null = null;
  for (const [index, block] of model.blocks.entries()) {
    if (block.kind !== "item") {
      list?.end();
      list = null;
    }
    if (block.kind === "heading") heading(block, model.blocks.slice(index + 1));
    else if (block.kind === "facts") drawFacts(block.rows);
    else if (block.kind === "note") {
      for (const text of block.lines) drawBlock("P", lay([{ text }], inner, small), page.left, small);
      y += 8;
    } else {
      const lang = block.lang && block.lang !== model.lang ? tags[block.lang] : undefined;
      if (block.kind === "lead") {
        drawBlock("P", lay([{ text: block.text }], inner, lead), page.left, lead, lang);
        y += 6;
      } else if (block.kind === "paragraph") {
        drawBlock("P", lay(block.spans, inner, body), page.left, body, lang);
        y += 6;
      } else {
        const indent = 18 * block.level;
        room(body.leading);
        doc.markContent("Artifact", { type: "Layout" });
        const marker = { ...body, ink: inks.note };
        drawLine(
          lay([{ text: block.marker, bold: true }], indent, marker)[0] ?? [],
          page.left + indent - 18,
          y,
          marker,
        );
        doc.endMarkedContent();
        if (!list) {
          list = doc.struct("L");
          root.add(list);
        }
        const item = doc.struct("LI");
        list.add(item);
        drawBlock("LBody", lay(block.spans, inner - indent, body), page.left + indent, body, lang, item);
        item.end();
        y += 3;
      }
    }
  }

  list?.end();
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    doc.markContent("Artifact", { type: "Pagination" });
    neatline(doc);
    const line = (text: string, top: number, right = false) => {
      const [pieces = []] = lay([{ text }], inner, small);
      const width = pieces.reduce((sum, piece) => Math.max(sum, piece.x + piece.width), 0);
      drawLine(pieces, right ? page.left + inner - width : page.left, top, small);
    };
    line(model.runningHead, 40);
    line(model.footer, page.height - 46);
    line(`${index + 1} / ${count}`, page.height - 46, true);
    doc.endMarkedContent();
  }
  root.end();
  return finish();
}

/** The graduated border of a chart, along the head of each page. */
function neatline(doc: PDFKit.PDFDocument): void {
  doc.rect(page.left, 30, inner, 3).lineWidth(0.5).strokeColor(inks.text).stroke();
  for (let x = 0; x < inner; x += 48) {
    doc.rect(page.left + x, 30, Math.min(24, inner - x), 3).fill(inks.text);
  }
}
