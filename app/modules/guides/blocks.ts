import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Span = { text: string; bold?: boolean; href?: string };
export type Block = {
  kind: "heading" | "paragraph" | "item";
  /** Heading level from 2; depth of an item from 1. */
  level: number;
  /** What stands before an item: a number, or a bullet. */
  marker?: string;
  spans: Span[];
};

/**
 * A section's Markdown as a flat list of headings, paragraphs and list items, for what is not HTML: paper, error
 * reports, a comparison in words. Markup beyond that (tables, code) stands as its text.
 */
export function proseBlocks(body: string): Block[] {
  const blocks: Block[] = [];
  const lists: { ordered: boolean; next: number }[] = [];
  let kind: Block["kind"] = "paragraph";
  let level = 0;
  let marker: string | undefined;
  for (const token of parser.parse(body, {})) {
    if (token.type === "heading_open") {
      kind = "heading";
      level = Math.max(2, Number(token.tag.slice(1)));
    } else if (token.type === "heading_close") kind = "paragraph";
    else if (token.type === "ordered_list_open")
      lists.push({ ordered: true, next: Number(token.attrGet("start") ?? 1) });
    else if (token.type === "bullet_list_open") lists.push({ ordered: false, next: 0 });
    else if (token.type === "ordered_list_close" || token.type === "bullet_list_close") lists.pop();
    else if (token.type === "list_item_open") {
      const list = lists.at(-1)!;
      marker = list.ordered ? `${list.next}.` : "•";
      list.next += 1;
    } else if (token.type === "inline") {
      const spans = spansOf(token.children ?? []);
      if (kind === "heading") blocks.push({ kind, level, spans });
      else if (lists.length > 0) {
        blocks.push({ kind: "item", level: lists.length, spans, ...(marker ? { marker } : {}) });
        marker = undefined;
      } else blocks.push({ kind: "paragraph", level: 0, spans });
    } else if (token.type === "fence" || token.type === "code_block")
      blocks.push({ kind: "paragraph", level: 0, spans: [{ text: token.content.trimEnd() }] });
  }
  return blocks;
}

function spansOf(tokens: { type: string; content: string; attrGet(name: string): string | null }[]): Span[] {
  const spans: Span[] = [];
  let bold = 0;
  let href: string | undefined;
  for (const token of tokens) {
    if (token.type === "strong_open") bold += 1;
    else if (token.type === "strong_close") bold -= 1;
    else if (token.type === "link_open") href = token.attrGet("href") ?? undefined;
    else if (token.type === "link_close") href = undefined;
    else {
      const text = token.type === "softbreak" || token.type === "hardbreak" ? " " : token.content;
      if (text) spans.push({ text, ...(bold > 0 ? { bold: true } : {}), ...(href ? { href } : {}) });
    }
  }
  return spans;
}

export const blockText = (block: Block) => block.spans.map((span) => span.text).join("");
