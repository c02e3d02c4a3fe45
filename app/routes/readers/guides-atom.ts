import { dictionary } from "#app/i18n/index.ts";
import { atomFeed } from "#app/modules/follows/atom.ts";
import { latestRevisions } from "#app/modules/guides/queries.server.ts";
import { marketRows } from "#app/modules/markets/queries.server.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { marketAt } from "#app/routes/guides/place.server.ts";
import type { Route } from "./+types/guides-atom";

/** What was published last, in all guides or one: title, what changed in words, address. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const params: { market?: string } = args.params;
  const market = params.market === undefined ? null : marketAt(ctx, params, "");
  const t = dictionary(lang);
  const words = t.readers.feed;
  const names = new Map(marketRows(ctx).map((row) => [row.code, lang === "zh" ? row.nameZh : row.nameEn]));
  const feed = atomFeed({
    title: market ? words.ofMarket(names.get(market.code)!) : words.title,
    author: words.author,
    lang: lang === "zh" ? "zh-Hans" : "en",
    self: absoluteUrl(at(lang).guidesAtom(market?.code)),
    page: absoluteUrl(market ? at(lang).guide(market.code) : at(lang).guides()),
    updated: market?.updatedAt ?? new Date(0),
    entries: latestRevisions(ctx, lang, market?.code ?? "").map((revision) => ({
      id: revision.id,
      title: `${names.get(revision.market)} · ${t.topics[revision.topic]}`,
      summary: (lang === "zh" ? revision.changeZh : revision.changeEn) || revision.summary || revision.title,
      url: absoluteUrl(at(lang).section(revision.market, revision.topic)),
      updated: revision.at,
    })),
  });
  return new Response(feed, {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "public, max-age=600",
    },
  });
}
