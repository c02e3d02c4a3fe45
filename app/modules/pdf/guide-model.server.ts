import { dictionary } from "#app/i18n/index.ts";
import { blockText, proseBlocks } from "#app/modules/guides/blocks.ts";
import { freshness } from "#app/modules/guides/freshness.ts";
import { guideHref } from "#app/modules/guides/markdown.ts";
import { plainFigures } from "#app/modules/guides/prose-facts.ts";
import { sectionPair, type PublishedSection } from "#app/modules/guides/queries.server.ts";
import { topics, type Topic } from "#app/modules/guides/topics.ts";
import { countFacts, type MarketFact } from "#app/modules/markets/facts.ts";
import { factsOf, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { factRows } from "./fact-rows.ts";
import type { PdfBlock, PdfModel } from "./model.ts";

/**
 * A market's guide, or one topic of it, as a document: per topic the facts, the text and its sources, with dates.
 * Null where there is nothing to set.
 */
export function guideModel(ctx: Ctx, lang: Lang, market: FoundMarket, topic: Topic | null): PdfModel | null {
  const t = dictionary(lang);
  const words = t.readers.pdf;
  const facts = factsOf(ctx, market);
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const parts = (topic ? [topic] : topics)
    .map((one) => {
      const pair = sectionPair(ctx, market.code, one);
      return {
        topic: one,
        section: pair[lang] ?? pair.en ?? pair.zh,
        facts: facts.filter((fact) => fact.topic === one),
      };
    })
    .filter((part) => part.section !== null || part.facts.length > 0);
  if (parts.length === 0) return null;
  const dates = parts.flatMap(({ section }) => (section?.publishedAt ? [section.publishedAt.getTime()] : []));
  const newest = new Date(dates.length > 0 ? Math.max(...dates) : market.updatedAt.getTime());
  const url = absoluteUrl(topic ? at(lang).section(market.code, topic) : at(lang).guide(market.code));
  const count = countFacts(parts.flatMap((part) => part.facts));
  const title = topic ? `${name} · ${t.topics[topic]}` : `${name} · ${words.guide}`;
  const opening: PdfBlock[] = topic
    ? []
    : [
        { kind: "heading", level: 1, text: name, kicker: words.guide },
        {
          kind: "note",
          lines: [
            `${t.guides.checkedOf(count.checked, count.toCheck)} · ${words.stand(formatDate(lang, newest))}`,
            words.contents(parts.map((part) => t.topics[part.topic])),
          ],
        },
      ];
  return {
    lang,
    title,
    subject: words.subject(name),
    runningHead: `${t.common.site.name} ${t.common.site.otherName} · ${title}`,
    footer: `${url} · ${words.stand(formatDate(lang, newest))}`,
    date: newest.toISOString(),
    blocks: [
      ...opening,
      ...parts.flatMap((part) => partBlocks(ctx, lang, market, part, facts, topic !== null)),
    ],
  };
}

type Part = { topic: Topic; section: PublishedSection | null; facts: MarketFact[] };

function partBlocks(
  ctx: Ctx,
  lang: Lang,
  market: FoundMarket,
  { topic, section, facts }: Part,
  all: MarketFact[],
  alone: boolean,
): PdfBlock[] {
  const t = dictionary(lang);
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const nameOfBlock = (code: string) => {
    const block = market.blocks.find((one) => one.code === code);
    return block ? (lang === "zh" ? block.nameZh : block.nameEn) : code;
  };
  const blocks: PdfBlock[] = [
    { kind: "heading", level: 1, text: t.topics[topic], ...(alone ? { kicker: name } : {}) },
  ];
  if (section?.summary) blocks.push({ kind: "lead", text: section.summary, lang: section.lang });
  if (section) blocks.push({ kind: "note", lines: standing(ctx, lang, section) });
  if (facts.length > 0) {
    blocks.push({ kind: "heading", level: 2, text: t.guides.section.answer });
    blocks.push({ kind: "facts", rows: factRows(lang, facts, nameOfBlock) });
  }
  if (section) {
    blocks.push(...proseOf(lang, section, all));
    if (section.sources.length > 0) {
      blocks.push({ kind: "heading", level: 2, text: t.guides.section.sources });
      section.sources.forEach((source, index) => {
        const about = [source.publisher, source.asOf ? t.guides.section.asOf(source.asOf) : ""].filter(
          Boolean,
        );
        blocks.push({
          kind: "item",
          level: 1,
          marker: `${index + 1}`,
          spans: [
            { text: source.title, ...(source.url ? { href: source.url } : {}) },
            { text: about.length > 0 ? ` · ${about.join(" · ")}` : "" },
          ],
        });
      });
    }
  }
  return blocks;
}

/** How far the section can be relied on, and since when. */
function standing(ctx: Ctx, lang: Lang, section: PublishedSection): string[] {
  const words = dictionary(lang).guides;
  const colon = lang === "zh" ? "：" : ": ";
  const line = [
    words.freshness[freshness(section, ctx.now)],
    `${words.section.verifiedOn}${colon}${section.verifiedAt ? formatDay(lang, section.verifiedAt) : words.section.neverVerified}`,
    `${words.section.dueOn}${colon}${formatDay(lang, section.reviewDueAt)}`,
    section.publishedAt ? `${words.section.published}${colon}${formatDate(lang, section.publishedAt)}` : null,
  ];
  const lines = [line.filter(Boolean).join(" · ")];
  if (section.lang !== lang) lines.push(words.section.onlyIn[section.lang]);
  return lines;
}

function proseOf(lang: Lang, section: PublishedSection, facts: MarketFact[]): PdfBlock[] {
  return proseBlocks(plainFigures(section.lang, section.body, facts)).map((block): PdfBlock => {
    if (block.kind === "heading") {
      return { kind: "heading", level: block.level === 2 ? 2 : 3, text: blockText(block) };
    }
    const spans = block.spans.map(({ text, bold, href }) => {
      const inside = href ? guideHref(lang, href) : null;
      const to = inside ? absoluteUrl(inside) : href && /^https?:/.test(href) ? href : undefined;
      return { text, ...(bold ? { bold } : {}), ...(to ? { href: to } : {}) };
    });
    if (block.kind === "paragraph") return { kind: "paragraph", spans, lang: section.lang };
    return { kind: "item", level: block.level, marker: block.marker ?? "", spans, lang: section.lang };
  });
}
