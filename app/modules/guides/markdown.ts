import MarkdownIt, { type Token } from "markdown-it";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import type { ExplainedTerm, TermMarker } from "#app/modules/glossary/mark-terms.ts";
import { dictionary } from "#app/i18n/index.ts";
import { isTopic } from "./topics.ts";

type Heading = { id: string; text: string; level: number };
export type Prose = { html: string; headings: Heading[] };

const guideLink = /^guide:([A-Z]{2,5})(?:\/([a-z-]+)(#fact-[a-z0-9-]+)?)?$/;

// Raw HTML in a section is shown as text, never as markup; markdown-it refuses javascript:, data: and the like.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** The page a `guide:DE/standards` link means in this language; null when it names no topic. */
export function guideHref(lang: Lang, href: string): string | null {
  const found = guideLink.exec(href);
  if (!found) return null;
  const [, market, topic, fact = ""] = found;
  if (topic === undefined) return at(lang).guide(market!);
  return isTopic(topic) ? at(lang).section(market!, topic) + fact : null;
}

/** Every link of a section's Markdown, as written. */
export function linksIn(body: string): string[] {
  const found: string[] = [];
  for (const token of parser.parse(body, {})) {
    for (const child of token.children ?? []) {
      if (child.type === "link_open") found.push(String(child.attrGet("href")));
    }
  }
  return found;
}

function slug(text: string, taken: Set<string>): string {
  const base =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "part";
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}

/**
 * Markdown of a section as HTML: headings from level 2 with ids (for the contents column), guide links to this
 * language's pages, other links marked as external. With a marker the first mention of each glossary term becomes a
 * button that opens its definition (the browser's own popover, no script).
 */
export function renderProse(lang: Lang, body: string, marker?: TermMarker): Prose {
  const tokens = parser.parse(body, {});
  const headings: Heading[] = [];
  const taken = new Set(["facts", "sources", "origin", "content"]);
  tokens.forEach((token, index) => {
    if (token.type === "heading_open") {
      const level = Math.max(2, Number(token.tag.slice(1)));
      const text = plain(tokens[index + 1]?.children ?? []);
      const id = slug(text, taken);
      token.tag = `h${level}`;
      tokens[index + 2]!.tag = token.tag;
      token.attrSet("id", id);
      headings.push({ id, text, level });
    }
    for (const child of token.children ?? []) {
      if (child.type !== "link_open") continue;
      const href = String(child.attrGet("href"));
      const inside = guideHref(lang, href);
      if (inside) child.attrSet("href", inside);
      else if (href.startsWith("guide:")) child.attrSet("href", at(lang).guides());
      else if (/^(?:https?:|\/\/)/.test(href)) child.attrSet("rel", "external noopener noreferrer");
    }
  });
  const notes = marker ? explainTerms(tokens, marker, lang) : "";
  return { html: parser.renderer.render(tokens, parser.options, {}) + notes, headings };
}

/** Marks first mentions in running text, never in headings, links or code; returns the definitions to stand below. */
function explainTerms(tokens: Token[], marker: TermMarker, lang: Lang): string {
  const explained = new Set<string>();
  const terms: ExplainedTerm[] = [];
  tokens.forEach((token, index) => {
    if (!token.children || tokens[index - 1]?.type === "heading_open") return;
    let links = 0;
    token.children = token.children.flatMap((child) => {
      if (child.type === "link_open") links += 1;
      if (child.type === "link_close") links -= 1;
      if (child.type !== "text" || links > 0) return [child];
      return marker.cut(child.content, explained).map((piece) => {
        if (!piece.term) return tokenLike(child, "text", piece.text);
        terms.push(piece.term);
        return tokenLike(
          child,
          "html_inline",
          `<button type="button" class="term" popovertarget="term-${piece.term.id}">${escapeHtml(piece.text)}</button>`,
        );
      });
    });
  });
  return terms.map((term) => definition(term, marker.lang, lang)).join("");
}

function tokenLike(token: Token, type: string, content: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, {
    type,
    content,
  });
}

function definition({ id, term, definition: said }: ExplainedTerm, written: Lang, lang: Lang): string {
  const words = dictionary(written).crossmarket.glossary;
  return `<div popover role="note" id="term-${id}" class="term-note" aria-label="${escapeHtml(term)}"><p><strong>${escapeHtml(term)}</strong> ${escapeHtml(said)}</p><p><a href="${at(lang).glossary()}#${id}">${escapeHtml(words.more)}</a></p></div>`;
}

const { escapeHtml } = parser.utils;

function plain(children: { type: string; content: string }[]): string {
  return children
    .filter(({ type }) => type === "text" || type === "code_inline")
    .map(({ content }) => content)
    .join("");
}
