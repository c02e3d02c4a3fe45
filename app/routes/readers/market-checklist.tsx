import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { keepChecklist } from "#app/modules/checklists/keep-checklist.server.ts";
import { findProduct } from "#app/modules/checklists/product.ts";
import { groundsOf } from "#app/modules/checklists/queries.server.ts";
import { isDay, keepSchema } from "#app/modules/checklists/schema.ts";
import { dueDay, stages, stepsFor } from "#app/modules/checklists/steps.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { sideOf } from "#app/modules/markets/facts.ts";
import { factsOf, hsChapters } from "#app/modules/markets/queries.server.ts";
import { formatDay } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard, guardPerson } from "#app/routes/guard.server.ts";
import { GuideError } from "#app/routes/guides/missing-place.tsx";
import { marketAt } from "#app/routes/guides/place.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/market-checklist";
import { StepStanding } from "./step-standing.tsx";
import { productName, stepWords } from "./step-words.ts";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { search, searchParams } = new URL(args.request.url);
  const market = marketAt(ctx, args.params, search);
  const typed = (searchParams.get("product") ?? "").slice(0, 60);
  const ship = (searchParams.get("ship") ?? "").slice(0, 10);
  const sectors = hsChapters(ctx);
  const { hs, chapters } = findProduct(typed, sectors);
  const { steps, leftOut } = stepsFor(factsOf(ctx, market), hs);
  const ground = groundsOf(ctx, ctx.lang, market);
  const today = chamberDay(ctx.now);
  return {
    ...{ lang: ctx.lang, market, typed, ship, hs, leftOut },
    shipGood: isDay(ship),
    signedIn: ctx.actor.kind === "user",
    chapters:
      hs === null ? chapters.map(({ code }) => ({ code, name: productName(ctx.lang, code, sectors)! })) : [],
    product: productName(ctx.lang, hs, sectors),
    steps: steps.map((step) => {
      const { fact, freshness } = ground(step.topic, step.factKey);
      const words = stepWords(ctx.lang, step, fact);
      return { ...step, fact, freshness, words, due: isDay(ship) ? dueDay(step.step, ship, today) : null };
    }),
  };
}

/** Keeps the shown list as the reader's own. */
export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "checklists.keep");
  const market = marketAt(ctx, args.params, "");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, keepSchema, (input) => {
    const name = ctx.lang === "zh" ? market.nameZh : market.nameEn;
    const product = productName(ctx.lang, input.hs, hsChapters(ctx));
    const title = dictionary(ctx.lang).readers.checklist.titleFor(name, product);
    const id = keepChecklist(ctx, market, { ...input, title });
    return redirect(withNotice(at(ctx.lang).checklist(id), "listKept"));
  });
}

/** The made-up list of a market and product, for everybody to read; the signed-in can keep it. */
export default function MarketChecklist({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, typed, ship, hs, leftOut, shipGood, signedIn, chapters, product, steps } = loaderData;
  const t = dictionary(lang);
  const words = t.readers.checklist;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const self = at(lang).marketChecklist(market.code, { product: hs ?? typed, ship });
  return (
    <>
      <title>{`${words.ofMarket(name)} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <a href={at(lang).guide(market.code)} className="text-note underline underline-offset-4">
            {name}
          </a>
        }
        title={words.ofMarket(name)}
        lead={words.lead}
        actions={<print-button data-label={t.common.actions.print} />}
      />
      <FormErrors errors={formOf(actionData).errors} />
      <form
        method="get"
        action={at(lang).marketChecklist(market.code)}
        className="no-print grid max-w-3xl gap-x-6 sm:grid-cols-2"
      >
        <TextField
          name="product"
          label={words.product}
          hint={words.productHint}
          defaultValue={typed}
          maxLength={60}
        />
        <TextField name="ship" type="date" label={words.ship} hint={words.shipHint} defaultValue={ship} />
        <div className="sm:col-span-2">
          <Button look="secondary">{words.show}</Button>
        </div>
      </form>
      {ship !== "" && !shipGood ? (
        <div className="mt-6">
          <Notice tone="warn">{words.badDay}</Notice>
        </div>
      ) : null}
      {typed !== "" && hs === null ? (
        <div className="mt-6">
          <Notice tone="warn">
            {chapters.length > 0 ? words.choose : words.noneFits}
            <ul className="flex flex-wrap gap-x-6">
              {chapters.map(({ code, name: chapter }) => (
                <li key={code}>
                  <a href={at(lang).marketChecklist(market.code, { product: code, ship })}>{chapter}</a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div className="border-note mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-l-2 py-1 pl-4">
        <div>
          <p className="font-semibold">{product ? words.forProduct(product) : words.anyProduct}</p>
          <p className="text-ink-soft text-sm">{words.keepText}</p>
        </div>
        <div className="no-print">
          {signedIn ? (
            <form method="post" action={self}>
              <input type="hidden" name="hs" value={hs ?? ""} />
              <input type="hidden" name="ship" value={shipGood ? ship : ""} />
              <Button>{words.keep}</Button>
            </form>
          ) : (
            <ButtonLink look="primary" href={at(lang).signIn({ to: self })}>
              {words.signIn}
            </ButtonLink>
          )}
        </div>
      </div>
      {stages.map((stage) => (
        <section key={stage} aria-labelledby={stage} className="mt-10">
          <h2 id={stage} className="mb-2 text-xl">
            {words.stages[stage]}
          </h2>
          <ol className="border-line-strong border-t">
            {steps
              .filter((step) => step.stage === stage)
              .map((step) => (
                <li
                  key={`${step.step}-${step.factKey}`}
                  className="border-line grid grid-cols-[1.75rem_1fr] border-b py-2.5"
                >
                  <span
                    aria-hidden="true"
                    className="border-line-strong bg-sheet mt-1 block size-4 border-[1.5px]"
                  />
                  <div className="min-w-0">
                    <p className="measure leading-snug">
                      {step.words}
                      {step.due ? (
                        <span className="text-ink-soft text-sm whitespace-nowrap">
                          {" "}
                          · {words.due} {formatDay(lang, step.due)}
                        </span>
                      ) : null}
                    </p>
                    <StepStanding lang={lang} market={market.code} {...step} />
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
      {leftOut.length > 0 ? (
        <p className="text-ink-soft measure mt-8 text-sm">
          {words.leftOut(leftOut.length)}{" "}
          {leftOut.map((fact, index) => (
            <span key={fact.key}>
              {index > 0 ? (lang === "zh" ? "、" : ", ") : null}
              <a href={`${at(lang).section(market.code, fact.topic)}#fact-${fact.key}`}>
                {sideOf(lang, fact.labelEn, fact.labelZh)?.text}
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <GuideError error={error} lang={params.lang === "zh" ? "zh" : "en"} />;
}
