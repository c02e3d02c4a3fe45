import { dictionary } from "#app/i18n/index.ts";
import { topicColumns } from "#app/modules/guides/topic-table.ts";
import { publishedPlaces } from "#app/modules/guides/queries.server.ts";
import { topics } from "#app/modules/guides/topics.ts";
import { marketRows, marketTopics } from "#app/modules/markets/queries.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/topics";
import { GuideWays } from "./guide-ways.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const isMarket = new Set(
    marketRows(ctx)
      .filter(({ kind }) => kind === "market")
      .map(({ code }) => code),
  );
  const present = marketTopics(ctx).filter(({ market }) => isMarket.has(market));
  const general = new Set(
    publishedPlaces(ctx)
      .filter(({ market }) => market === "ALL")
      .map(({ topic }) => topic),
  );
  return {
    lang: ctx.lang,
    rows: topics
      .map((topic) => ({
        topic,
        markets: present.filter((one) => one.topics.includes(topic)).length,
        columns: topicColumns(topic),
        general: general.has(topic),
      }))
      .filter(({ markets }) => markets > 0),
  };
}

/** Every topic with what its page compares, and the general guide where there is one. */
export default function Topics({ loaderData: { lang, rows } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.crossmarket.topics;
  const comma = lang === "zh" ? "、" : ", ";
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.description} />
      <PageHead kicker={words.kicker} title={words.title} lead={words.lead} />
      <GuideWays lang={lang} current="topics" />
      <ul className="grid gap-x-12 lg:grid-cols-2">
        {rows.map(({ topic, markets, columns, general }) => (
          <li key={topic} className="border-line border-b py-3">
            <p className="flex items-baseline justify-between gap-4">
              <a href={at(lang).topic(topic)} className="text-deep hover:text-note text-lg font-semibold">
                {t.topics[topic]}
              </a>
              <span className="text-ink-soft text-sm whitespace-nowrap">{words.markets(markets)}</span>
            </p>
            <p className="text-ink-soft text-sm">
              {columns.map((column) => t.crossmarket.columns[column]).join(comma)}
            </p>
            {general ? (
              <p className="text-sm">
                <a href={at(lang).section("ALL", topic)}>{t.crossmarket.general.guide}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
