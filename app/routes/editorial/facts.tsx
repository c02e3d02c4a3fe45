import { listMarkets } from "#app/modules/markets/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/facts";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  return {
    lang: ctx.lang,
    markets: listMarkets(ctx).map(({ code, nameEn, nameZh, facts }) => ({
      code,
      name: ctx.lang === "zh" ? nameZh : nameEn,
      facts,
    })),
  };
}

/** Every market and block with how far its facts are checked. */
export default function Facts({ loaderData: { lang, markets } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.editorial.facts;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffGuides()}>{t.editorial.editor.kicker}</a>}
        title={words.title}
        lead={words.lead}
      />
      <DataTable
        caption={words.markets}
        rows={markets}
        rowKey={(market) => market.code}
        columns={[
          {
            key: "market",
            head: words.markets,
            cell: (market) => (
              <a href={go.staffMarketFacts(market.code)}>{`${market.name} (${market.code})`}</a>
            ),
          },
          { key: "count", head: words.count, numeric: true, cell: (market) => market.facts.total },
          { key: "check", head: words.toCheck, numeric: true, cell: (market) => market.facts.toCheck },
          { key: "gaps", head: words.gaps, numeric: true, cell: (market) => market.facts.gaps },
        ]}
      />
    </>
  );
}
