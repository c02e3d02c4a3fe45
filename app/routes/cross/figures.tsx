import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import {
  ecommerce,
  finance,
  hasEcommerceFigure,
  hasFinanceFigure,
  msmes,
  programmes,
} from "#app/modules/figures/figures.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { BarChart, ChartLegend, DotPlot } from "#app/ui/bar-chart.tsx";
import { DataTable } from "#app/ui/data-table.tsx";

/** The sources say China, without saying which customs territories they count in. */
function economyName(lang: Lang, code: string): string {
  if (code === "CN") return lang === "zh" ? "中国" : "China";
  return countryName(lang, code);
}

type Pair = { en: string; zh: string };

/** A chart with its title, what it says, the warning that it is old, its source, and the same as a table. */
function Figure({
  lang,
  id,
  title,
  lead,
  year,
  source,
  notes,
  table,
  children,
}: {
  lang: Lang;
  id: string;
  title: string;
  lead: string;
  year: string;
  source: Pair;
  notes: Pair[];
  table: ReactNode;
  children: ReactNode;
}) {
  const words = dictionary(lang).crossmarket.figures;
  return (
    <figure
      aria-labelledby={id}
      className="border-line-strong my-10 max-w-3xl break-inside-avoid border-t-2 pt-3"
    >
      <h2 id={id} className="text-lg">
        {title} <span className="text-ink-soft font-normal">{lang === "zh" ? `${year}年` : year}</span>
      </h2>
      <p className="measure mb-3">{lead}</p>
      {children}
      <figcaption className="text-ink-soft mt-3 space-y-1 text-sm">
        <p className="text-shoal font-semibold">{words.old(lang === "zh" ? `${year}年` : year)}</p>
        <p>
          {words.source}
          {source[lang]}
        </p>
        {notes.map((note) => (
          <p key={note.en}>
            {words.note}
            {note[lang]}
          </p>
        ))}
      </figcaption>
      <details className="mt-2">
        <summary className="text-deep min-h-9 cursor-pointer content-center text-sm">{words.table}</summary>
        {table}
      </details>
    </figure>
  );
}

/** The figure that belongs beside a section, where there is one. */
export function SectionFigure({ lang, market, topic }: { lang: Lang; market: string; topic: Topic }) {
  if (topic === "e-commerce" && hasEcommerceFigure(market))
    return <EcommerceFigure lang={lang} market={market} />;
  if (topic === "pricing-payment" && hasFinanceFigure(market))
    return <FinanceFigure lang={lang} market={market} />;
  return null;
}

const whole = (lang: Lang) => new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB");

/** Worldwide e-commerce by country; with a market, that one stands out. */
function EcommerceFigure({ lang, market }: { lang: Lang; market: string }) {
  const all = dictionary(lang).crossmarket.figures;
  const words = all.ecommerce;
  const format = (value: number) => whole(lang).format(value);
  const isGeneral = market === "ALL";
  return (
    <Figure
      lang={lang}
      id="figure-ecommerce"
      title={isGeneral ? words.title : words.titleOf(economyName(lang, market))}
      lead={`${words.lead}${lang === "zh" ? "单位：" : " In "}${all.usd}${lang === "zh" ? "。" : "."}`}
      year={String(ecommerce.year)}
      source={ecommerce.source}
      notes={ecommerce.notes}
      table={
        <DataTable
          caption={words.title}
          rows={ecommerce.rows}
          rowKey={({ code }) => code}
          columns={[
            { key: "country", head: all.country, cell: ({ code }) => economyName(lang, code) },
            { key: "b2b", head: words.b2b, cell: ({ b2b }) => format(b2b), numeric: true },
            { key: "b2c", head: words.b2c, cell: ({ b2c }) => format(b2c), numeric: true },
            { key: "total", head: words.total, cell: ({ total }) => format(total), numeric: true },
          ]}
        />
      }
    >
      <ChartLegend names={[words.b2b, words.b2c]} />
      <BarChart
        most={Math.max(...ecommerce.rows.map(({ total }) => total))}
        rows={ecommerce.rows.map(({ code, b2b, b2c, total }) => ({
          key: code,
          label: economyName(lang, code),
          strong: isGeneral || code === market,
          values: [b2b, b2c],
          said: format(total),
        }))}
      />
    </Figure>
  );
}

/** Accounts and bank credit in seven economies; with a market, that one and China. */
function FinanceFigure({ lang, market }: { lang: Lang; market: string }) {
  const all = dictionary(lang).crossmarket.figures;
  const words = all.finance;
  const format = (value: number) => `${whole(lang).format(value)}%`;
  const isGeneral = market === "ALL";
  return (
    <Figure
      lang={lang}
      id="figure-finance"
      title={isGeneral ? words.title : words.titleOf(economyName(lang, market))}
      lead={words.lead}
      year={finance.years.loan}
      source={finance.source}
      notes={finance.notes}
      table={
        <DataTable
          caption={words.title}
          rows={finance.rows}
          rowKey={({ code }) => code}
          columns={[
            { key: "country", head: all.country, cell: ({ code }) => economyName(lang, code) },
            { key: "account", head: words.account, cell: (row) => format(row.account), numeric: true },
            { key: "medium", head: words.medium, cell: (row) => format(row.medium), numeric: true },
            { key: "small", head: words.small, cell: (row) => format(row.small), numeric: true },
            { key: "obstacle", head: words.obstacle, cell: (row) => row.obstacle[lang] },
          ]}
        />
      }
    >
      <ChartLegend dots names={[words.account, words.medium, words.small]} />
      <DotPlot
        most={100}
        format={format}
        rows={finance.rows.map((row) => ({
          key: row.code,
          label: economyName(lang, row.code),
          strong: row.code === market,
          values: [row.account, row.medium, row.small],
        }))}
      />
    </Figure>
  );
}

/** Shares of small firms in China's economy. */
export function MsmeFigure({ lang }: { lang: Lang }) {
  const all = dictionary(lang).crossmarket.figures;
  const words = all.msmes;
  const about = { over: { en: "over ", zh: "逾" }, nearly: { en: "nearly ", zh: "近" } } as const;
  const said = (row: { value: number; about: string | null }) =>
    `${row.about === "over" || row.about === "nearly" ? about[row.about][lang] : ""}${row.value}%`;
  return (
    <Figure
      lang={lang}
      id="figure-msmes"
      title={words.title}
      lead={words.lead}
      year={msmes.year}
      source={msmes.source}
      notes={[]}
      table={
        <DataTable
          caption={words.title}
          rows={msmes.rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "what", head: words.title, cell: (row) => row.label[lang] },
            { key: "share", head: words.share, cell: said, numeric: true },
          ]}
        />
      }
    >
      <BarChart
        most={100}
        rows={msmes.rows.map((row) => ({
          key: row.key,
          label: row.label[lang],
          strong: true,
          values: [row.value],
          said: said(row),
        }))}
      />
    </Figure>
  );
}

/** What comparable programmes published of their reach: numbers of different kinds, so a table and no chart. */
export function ProgrammeFigures({ lang }: { lang: Lang }) {
  const all = dictionary(lang).crossmarket.figures;
  const words = all.programmes;
  return (
    <section aria-labelledby="figure-programmes" className="my-10 max-w-3xl">
      <h2 id="figure-programmes" className="text-lg">
        {words.title}{" "}
        <span className="text-ink-soft font-normal">
          {programmes.year}
          {lang === "zh" ? "年" : ""}
        </span>
      </h2>
      <p className="measure mb-3">{words.lead}</p>
      <DataTable
        caption={words.title}
        rows={programmes.rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "what", head: words.what, cell: (row) => row.what[lang] },
          {
            key: "value",
            head: words.value,
            cell: (row) => (
              <>
                {row.value[lang]}
                {row.note ? <span className="text-ink-soft block text-sm">{row.note[lang]}</span> : null}
              </>
            ),
          },
        ]}
      />
      <p className="text-shoal mt-3 text-sm font-semibold">
        {all.old(lang === "zh" ? `${programmes.year}年` : programmes.year)}
      </p>
      <p className="text-ink-soft text-sm">
        {all.source}
        {programmes.source[lang]}
      </p>
    </section>
  );
}
