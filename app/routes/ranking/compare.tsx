import { dictionary } from "#app/i18n/index.ts";
import { compareMarkets } from "#app/modules/market-ranking/queries.server.ts";
import { codesIn, queryOf, readQuestion, type Question } from "#app/modules/market-ranking/schema.ts";
import { inNameOrder } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/compare";
import { CompareSources, CompareTable } from "./compare-table.tsx";
import { signs } from "./datum.tsx";
import { nameIn } from "./market-row.tsx";
import { ReadAs } from "./question-form.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const params = new URL(args.request.url).searchParams;
  const codes = codesIn(params, "market");
  const read = readQuestion(params);
  const { asked, compared, others } = compareMarkets(ctx, ctx.lang, read, codes);
  const unknown = codes.filter((code) => !compared.some((market) => market.code === code));
  const question: Question = asked.own ? { ...read, typed: asked.typed, team: asked.team } : read;
  return { lang: ctx.lang, question, asked, compared, others, unknown };
}

/** Any number of markets side by side, on the criteria of the ranking. */
export default function Compare({ loaderData }: Route.ComponentProps) {
  const { lang, question, asked, compared, others, unknown } = loaderData;
  const t = dictionary(lang);
  const words = t.ranking.compare;
  const { products, team } = queryOf(question);
  const link = (market: string[]) => at(lang).compare({ market, products, team });
  const codes = compared.map(({ code }) => code);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.description} />
      <PageHead
        kicker={words.kicker}
        title={words.title}
        lead={words.lead}
        actions={
          compared.length > 0 ? (
            <>
              <ButtonLink href={at(lang).compareCsv({ market: codes, products, team })}>
                {t.common.actions.csv}
              </ButtonLink>
              <print-button data-label={t.common.actions.print} />
            </>
          ) : undefined
        }
      />
      {unknown.length > 0 ? (
        <Notice tone="warn">{words.unknown(unknown.join(signs[lang].comma))}</Notice>
      ) : null}
      <ReadAs lang={lang} asked={asked} question={question} />
      {compared.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <>
          <CompareTable
            lang={lang}
            markets={compared}
            removeHref={(code) => link(codes.filter((one) => one !== code))}
          />
          <CompareSources lang={lang} markets={compared} />
        </>
      )}
      <AddMarket lang={lang} codes={codes} others={others} kept={{ products, team }} />
      <p className="no-print">
        <a href={at(lang).whereToExport({ products, team })}>{words.toRanking}</a>
      </p>
    </>
  );
}

type AddProps = {
  lang: Lang;
  codes: string[];
  others: { code: string; nameEn: string; nameZh: string }[];
  kept: Record<string, string | number | string[] | undefined>;
};

function AddMarket({ lang, codes, others, kept }: AddProps) {
  const words = dictionary(lang).ranking.compare;
  if (others.length === 0) return null;
  const hidden = [
    ...codes.map((code) => ["market", code] as const),
    ...Object.entries(kept).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((one) => one !== undefined)
        .map((one) => [name, String(one)] as const),
    ),
  ];
  return (
    <form
      method="get"
      action={at(lang).compare()}
      className="no-print mt-8 flex max-w-xl flex-wrap items-end gap-3"
    >
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="min-w-56 flex-1">
        <SelectField
          id="add-market"
          name="market"
          label={words.add}
          required
          empty={words.choose}
          options={inNameOrder(others, lang).map((market) => ({
            value: market.code,
            label: nameIn(lang, market),
          }))}
        />
      </div>
      <div className="mb-5">
        <Button look="secondary">{words.addButton}</Button>
      </div>
    </form>
  );
}
