import { data } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { sectionPair } from "#app/modules/guides/queries.server.ts";
import { topicRows, type TopicRow } from "#app/modules/guides/topic-rows.server.ts";
import { topicColumns, type Cell, type ColumnKey } from "#app/modules/guides/topic-table.ts";
import { isTopic, topics } from "#app/modules/guides/topics.ts";
import { isRegionGroup, type RegionGroup } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Ring } from "#app/routes/guides/fact-note.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Foreign, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/topic";
import { MissingEntry } from "./missing-entry.tsx";
import { RegionLinks } from "./region-links.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { topic } = args.params;
  if (!isTopic(topic)) throw data(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams.get("region");
  const general = sectionPair(ctx, "ALL", topic);
  return {
    lang: ctx.lang,
    topic,
    region: isRegionGroup(asked) ? asked : null,
    unknownRegion: Boolean(asked) && !isRegionGroup(asked),
    rows: topicRows(ctx, ctx.lang, topic),
    general: (general[ctx.lang] ?? general.en ?? general.zh)?.summary ?? null,
  };
}

/** One topic in all markets: the key facts in one table, each market's name leading to its section. */
export default function TopicPage({ loaderData }: Route.ComponentProps) {
  const { lang, topic, region, unknownRegion, rows, general } = loaderData;
  const t = dictionary(lang);
  const words = t.crossmarket.topics;
  const title = words.titleOf(t.topics[topic]);
  const columns = topicColumns(topic);
  const counts = new Map<RegionGroup, number>();
  for (const row of rows) counts.set(row.region, (counts.get(row.region) ?? 0) + 1);
  const shown = rows.filter((row) => region === null || row.region === region);
  const numeric = topic === "snapshot";
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <meta name="description" content={`${title}. ${words.description}`} />
      <PageHead
        kicker={
          <a href={at(lang).topics()} className="text-note underline underline-offset-4">
            {words.kicker}
          </a>
        }
        title={title}
        lead={columns[0] === "summary" ? words.leadSummaries : words.leadFacts}
        actions={
          <a
            className="print-button inline-flex items-center no-underline"
            href={at(lang).topicCsv(topic, region ? { region } : {})}
          >
            {t.common.actions.csv}
          </a>
        }
      />
      {general ? (
        <p className="border-note measure mb-6 border-l-4 pl-4">
          <a
            href={at(lang).section("ALL", topic)}
            className="text-deep font-semibold underline underline-offset-4"
          >
            {t.crossmarket.general.guide}
          </a>
          {lang === "zh" ? "：" : ": "}
          {general}
        </p>
      ) : null}
      {unknownRegion ? <Notice>{words.unknownRegion}</Notice> : null}
      <RegionLinks
        lang={lang}
        current={region}
        counts={counts}
        href={(group) => at(lang).topic(topic, group ? { region: group } : {})}
      />
      <DataTable
        caption={title}
        rows={shown}
        rowKey={(row) => row.code}
        columns={[
          {
            key: "market",
            head: words.market,
            cell: (row: TopicRow) => (
              <a
                href={at(lang).section(row.code, topic)}
                className="text-deep inline-block min-w-16 font-semibold underline underline-offset-4 sm:whitespace-nowrap"
              >
                {row.name}
              </a>
            ),
          },
          ...columns.map((column) => ({
            key: column,
            head: t.crossmarket.columns[column],
            numeric,
            cell: (row: TopicRow) => (
              <CellText
                lang={lang}
                column={column}
                cell={row.cells.find((one) => one.column === column)!.cell}
              />
            ),
          })),
        ]}
      />
      {columns[0] === "summary" ? null : <p className="text-note mt-3 text-sm">{words.legend}</p>}
      <nav aria-label={words.other} className="no-print mt-10">
        <h2 className="text-base">{words.other}</h2>
        <ul className="mt-1 flex flex-wrap gap-x-5">
          {topics
            .filter((one) => one !== topic)
            .map((one) => (
              <li key={one}>
                <a
                  href={at(lang).topic(one)}
                  className="text-deep inline-flex min-h-9 items-center underline underline-offset-4"
                >
                  {t.topics[one]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </>
  );
}

const most = 6;
/** Columns whose entries are names that read as one line; the others stand one under another. */
const inline = new Set<ColumnKey>(["marks", "otherMarks", "marketplaces", "ports"]);

function CellText({ lang, column, cell }: { lang: Lang; column: ColumnKey; cell: Cell }) {
  const words = dictionary(lang).crossmarket.topics;
  if (cell.entries.length === 0) {
    return (
      <span className="text-ink-soft">
        <span aria-hidden="true">—</span>
        <span className="sr-only">{words.nothing}</span>
      </span>
    );
  }
  const ring =
    cell.checked === false ? (
      <span className="text-note ml-1.5">
        <Ring />
        <span className="sr-only">{words.toCheck}</span>
      </span>
    ) : null;
  const rest = cell.entries.length - most;
  const shown = cell.entries.slice(0, most).map((entry) => ({
    ...entry,
    said: entry.lang === lang ? entry.text : <Foreign lang={entry.lang}>{entry.text}</Foreign>,
  }));
  if (inline.has(column)) {
    const comma = lang === "zh" ? "、" : ", ";
    return (
      <span className="block min-w-40">
        {shown.map(({ said, text }, index) => (
          <span key={text}>
            {index > 0 ? comma : null}
            {said}
          </span>
        ))}
        {rest > 0 ? <span className="text-ink-soft"> {words.more(rest)}</span> : null}
        {ring}
      </span>
    );
  }
  return (
    <ul
      className={
        column === "summary"
          ? "measure min-w-60"
          : cell.entries.some(({ text }) => text.length > 24)
            ? "min-w-56"
            : ""
      }
    >
      {shown.map(({ said, soft, text }, index) => (
        <li key={text} className={soft ? "text-ink-soft text-sm leading-snug" : "leading-snug"}>
          {said}
          {index === 0 ? ring : null}
        </li>
      ))}
      {rest > 0 ? <li className="text-ink-soft text-sm">{words.more(rest)}</li> : null}
    </ul>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  const lang = params.lang === "zh" ? "zh" : "en";
  const t = dictionary(lang);
  return (
    <MissingEntry
      error={error}
      lang={lang}
      title={t.crossmarket.topics.missing}
      text={t.crossmarket.topics.missingText}
      links={topics.map((topic) => ({ href: at(lang).topic(topic), label: t.topics[topic] }))}
    />
  );
}
