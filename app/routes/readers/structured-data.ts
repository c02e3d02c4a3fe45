import { dictionary } from "#app/i18n/index.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

type Market = { code: string; nameEn: string; nameZh: string };
type Place = { lang: Lang; origin: string; market: Market; topic?: Topic };

const tags: Record<Lang, string> = { en: "en", zh: "zh-Hans" };

/** The way from the list of guides to this page (schema.org BreadcrumbList). */
export function breadcrumbData({ lang, origin, market, topic }: Place) {
  const t = dictionary(lang);
  const go = at(lang);
  const steps = [
    { name: t.guides.list.title, path: go.guides() },
    { name: lang === "zh" ? market.nameZh : market.nameEn, path: go.guide(market.code) },
    ...(topic ? [{ name: t.topics[topic], path: go.section(market.code, topic) }] : []),
  ];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: origin + path,
    })),
  };
}

/** A guide section as schema.org TechArticle, with its dates and place. */
export function articleData({
  title,
  summary,
  sectionLang,
  publishedAt,
  verifiedAt,
  ...place
}: Place & {
  topic: Topic;
  title: string;
  summary: string;
  sectionLang: Lang;
  publishedAt: Date | null;
  verifiedAt: string | null;
}) {
  const { lang, origin, market, topic } = place;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const t = dictionary(lang);
  const publisher = { "@type": "Organization", name: t.readers.feed.author, url: origin };
  const breadcrumb = breadcrumbData(place);
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "TechArticle",
        headline: `${name} · ${title}`,
        ...(summary ? { description: summary } : {}),
        inLanguage: tags[sectionLang],
        url: origin + at(lang).section(market.code, topic),
        ...(publishedAt ? { dateModified: publishedAt.toISOString() } : {}),
        ...(verifiedAt ? { lastReviewed: verifiedAt } : {}),
        about: { "@type": "Country", name },
        author: publisher,
        publisher,
      },
      { "@type": breadcrumb["@type"], itemListElement: breadcrumb.itemListElement },
    ],
  };
}

/** JSON that can stand inside a script element: no `<` can end it, whatever an editor wrote. */
export const scriptSafe = (data: object) => JSON.stringify(data).replaceAll("<", "\\u003c");
