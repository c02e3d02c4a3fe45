import { dictionary } from "#app/i18n/index.ts";
import { answerRanking, type RankingAnswer } from "#app/modules/market-ranking/queries.server.ts";
import type { Flip } from "#app/modules/market-ranking/flip.ts";
import { queryOf, readQuestion, type Question } from "#app/modules/market-ranking/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/where-to-export";
import { points, signs } from "./datum.tsx";
import { FlipTable, flipText } from "./flips.tsx";
import { MarketRow, nameIn } from "./market-row.tsx";
import { Legend, Method } from "./method.tsx";
import { QuestionForm, ReadAs } from "./question-form.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const read = readQuestion(new URL(args.request.url).searchParams);
  const answer = answerRanking(ctx, ctx.lang, read);
  // A firm's own start is written out in every link, so that a shared address asks the same of everybody.
  const { own, typed, team } = answer.asked;
  const question: Question = own ? { ...read, typed, team } : read;
  return { lang: ctx.lang, question, answer };
}

export default function WhereToExport({ loaderData }: Route.ComponentProps) {
  const { lang, question, answer } = loaderData;
  const t = dictionary(lang);
  const words = t.ranking.page;
  const weighed = Object.values(question.weights).some((weight) => weight > 0);
  const leader = weighed ? answer.ranking.rows[0] : undefined;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.description} />
      <PageHead kicker={words.kicker} title={words.title} lead={words.lead} />
      <QuestionForm lang={lang} question={question} asked={answer.asked} />
      <div id="ranking-result" data-said={leader ? words.updated(nameOf(lang, answer)(leader.code)) : ""}>
        <ReadAs lang={lang} asked={answer.asked} question={question} />
        <LeftOut lang={lang} question={question} answer={answer} />
        {!weighed ? (
          <EmptyState title={words.noWeights}>
            <p>{words.noWeightsText}</p>
          </EmptyState>
        ) : !leader ? (
          <EmptyState title={words.noMarkets}>
            <p>{words.noMarketsText}</p>
          </EmptyState>
        ) : (
          <Result lang={lang} question={question} answer={answer} />
        )}
        <Method
          lang={lang}
          rows={answer.ranking.rows}
          leader={leader ? { code: leader.code, name: nameOf(lang, answer)(leader.code) } : null}
        />
      </div>
    </>
  );
}

const nameOf =
  (lang: Lang, { markets }: Pick<RankingAnswer, "markets">) =>
  (code: string) => {
    const market = markets.find((one) => one.code === code);
    return market ? nameIn(lang, market) : code;
  };

type Props = { lang: Lang; question: Question; answer: RankingAnswer };

function Result({ lang, question, answer }: Props) {
  const t = dictionary(lang);
  const words = t.ranking.page;
  const { ranking, asked } = answer;
  const name = nameOf(lang, answer);
  const link = (change: Partial<Question>) => at(lang).whereToExport(queryOf({ ...question, ...change }));
  const hrefOf = (flip: Flip) =>
    flip.to === null ? null : link({ weights: { ...question.weights, [flip.criterion]: flip.to } });
  const states = ranking.rows.map(({ pareto }) => pareto.state);
  const count = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  return (
    <>
      <Answer lang={lang} ranking={ranking} name={name} hrefOf={hrefOf} />
      <section aria-labelledby="ranking" className="mb-12">
        <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
          <h2 id="ranking" className="scroll-mt-4 text-2xl">
            {words.ranking}
          </h2>
          <div className="no-print flex flex-wrap gap-3">
            <ButtonLink href={at(lang).whereToExportCsv(queryOf(question))}>
              {t.common.actions.csv}
            </ButtonLink>
            <print-button data-label={t.common.actions.print} />
          </div>
        </div>
        <Legend lang={lang} />
        <ol>
          {ranking.rows.map((row, index) => (
            <MarketRow
              key={row.code}
              lang={lang}
              row={row}
              market={answer.markets.find(({ code }) => code === row.code)!}
              beatenBy={row.pareto.state === "dominated" ? name(row.pareto.by) : null}
              leaveOut={link({ without: [...question.without, row.code] })}
              ticked={index < 3}
            />
          ))}
        </ol>
        <form id="compare" method="get" action={at(lang).compare()} className="no-print mt-4">
          {asked.typed ? <input type="hidden" name="products" value={asked.typed} /> : null}
          {asked.team.map((code) => (
            <input key={code} type="hidden" name="team" value={code} />
          ))}
          <Button look="secondary">{words.compareTicked}</Button>
        </form>
      </section>
      <FlipTable lang={lang} flips={ranking.flips} nameOf={name} hrefOf={hrefOf} />
      <section aria-labelledby="pareto" className="mb-12">
        <h2 id="pareto" className="text-2xl">
          {words.paretoTitle}
        </h2>
        <p className="measure mt-1">{words.paretoText(count("best"), count("open"), count("dominated"))}</p>
      </section>
      <section aria-labelledby="share" className="no-print mb-12">
        <h2 id="share" className="text-xl">
          {words.share}
        </h2>
        <p className="text-ink-soft">{words.shareHint}</p>
        <p className="mt-1 text-sm wrap-anywhere">
          <a href={link({})}>{link({})}</a>
        </p>
      </section>
    </>
  );
}

/** The answer in three sentences: who is first, how sure that is, and what would change it first. */
function Answer({
  lang,
  ranking,
  name,
  hrefOf,
}: {
  lang: Lang;
  ranking: RankingAnswer["ranking"];
  name: (code: string) => string;
  hrefOf: (flip: Flip) => string | null;
}) {
  const words = dictionary(lang).ranking.page;
  const leaders = ranking.rows.filter(({ rank }) => rank === 1);
  const first = leaders[0]!;
  const flip = ranking.flips.possible[0];
  const href = flip ? hrefOf(flip) : null;
  const { colon, comma, stop } = signs[lang];
  return (
    <section aria-label={words.answer} className="border-ink bg-sheet mt-2 mb-8 border-l-4 py-3 pl-4">
      <p className="measure text-xl leading-snug font-semibold">
        {leaders.length > 1
          ? words.tied(leaders.map(({ code }) => name(code)).join(comma), points(first.score))
          : words.first(
              name(first.code),
              points(first.score),
              points(first.low),
              points(first.high),
              ranking.rows.length,
            )}
      </p>
      <p className="measure text-ink-soft mt-1">
        {ranking.open.length > 0 ? words.open(ranking.open.length) : words.sure}
      </p>
      <p className="measure mt-1">
        {flip ? (
          <>
            {words.smallest}
            <strong>{name(flip.market)}</strong>
            {lang === "zh" ? "——" : colon}
            {flipText(lang, flip)}
            {stop}
            {href ? (
              <a href={href} rel="nofollow" aria-label={words.applyLabel(name(flip.market))}>
                {words.apply}
              </a>
            ) : null}
          </>
        ) : ranking.rows.length > 1 ? (
          words.none
        ) : null}
      </p>
    </section>
  );
}

function LeftOut({ lang, question, answer }: Props) {
  const words = dictionary(lang).ranking.page;
  if (answer.leftOut.length === 0) return null;
  return (
    <p className="no-print mb-2 flex flex-wrap gap-x-4">
      <span className="text-ink-soft">{words.leftOut}</span>
      {answer.leftOut.map((market) => {
        const name = nameIn(lang, market);
        const without = question.without.filter((code) => code !== market.code);
        return (
          <span key={market.code}>
            {name}{" "}
            <a
              href={at(lang).whereToExport(queryOf({ ...question, without }))}
              rel="nofollow"
              aria-label={words.putBack(name)}
            >
              {words.putBackShort}
            </a>
          </span>
        );
      })}
    </p>
  );
}
