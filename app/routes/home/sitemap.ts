import { publishedPlaces } from "#app/modules/guides/queries.server.ts";
import { topics } from "#app/modules/guides/topics.ts";
import { marketTopics } from "#app/modules/markets/queries.server.ts";
import { fieldGroups } from "#app/modules/msmes/disclosure.ts";
import { publicFirms } from "#app/modules/msmes/firm.server.ts";
import { openOpportunities } from "#app/modules/opportunities/queries.server.ts";
import { sectorTree } from "#app/modules/sectors/queries.server.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/sitemap";

type Entry = { path: (lang: Lang) => string; changed?: Date | null };

/** Every public page in both languages, each naming the other (sitemaps.org 0.9 with hreflang). */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const origin = env().APP_ORIGIN;
  const changed = new Map<string, Date>();
  for (const { market, topic, publishedAt } of publishedPlaces(ctx)) {
    const key = `${market}/${topic}`;
    const known = changed.get(key);
    if (publishedAt && (!known || publishedAt > known)) changed.set(key, publishedAt);
  }
  const entries: Entry[] = [
    { path: (lang) => at(lang).home() },
    { path: (lang) => at(lang).about() },
    { path: (lang) => at(lang).guides() },
    { path: (lang) => at(lang).whereToExport() },
    { path: (lang) => at(lang).topics() },
    ...topics.map((topic): Entry => ({ path: (lang) => at(lang).topic(topic) })),
    { path: (lang) => at(lang).sectors() },
    ...sectorTree(ctx).map(({ code }): Entry => ({ path: (lang) => at(lang).sector(code) })),
    { path: (lang) => at(lang).glossary() },
    { path: (lang) => at(lang).opportunities() },
    // A firm that shows everybody no more than its name is not pointed out to search engines.
    ...publicFirms(ctx, fieldGroups)
      .filter(({ groups }) => Object.keys(groups).length > 0)
      .map(({ firm }): Entry => ({ path: (lang) => at(lang).firm(firm.id) })),
    ...openOpportunities(ctx).map(({ slug }): Entry => ({ path: (lang) => at(lang).opportunity(slug) })),
    ...marketTopics(ctx).flatMap(({ market, topics: present }): Entry[] => [
      { path: (lang) => at(lang).guide(market) },
      ...topics
        .filter((topic) => present.includes(topic))
        .map((topic): Entry => {
          return {
            path: (lang) => at(lang).section(market, topic),
            changed: changed.get(`${market}/${topic}`),
          };
        }),
    ]),
  ];
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap((entry) => langs.map((lang) => urlElement(origin, entry, lang))),
    "</urlset>",
    "",
  ].join("\n");
  return new Response(xml, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}

function urlElement(origin: string, { path, changed }: Entry, lang: Lang): string {
  const address = (of: Lang) => escapeXml(origin + path(of));
  const alternates = langs.map(
    (of) =>
      `<xhtml:link rel="alternate" hreflang="${of === "zh" ? "zh-Hans" : "en"}" href="${address(of)}"/>`,
  );
  const lastmod = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : "";
  return `<url><loc>${address(lang)}</loc>${lastmod}${alternates.join("")}</url>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
