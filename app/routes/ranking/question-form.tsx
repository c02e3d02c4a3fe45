import { dictionary } from "#app/i18n/index.ts";
import { maxWeight, presets, presetWeights } from "#app/modules/market-ranking/criteria.ts";
import type { Asked } from "#app/modules/market-ranking/queries.server.ts";
import { queryOf, type Question } from "#app/modules/market-ranking/schema.ts";
import { workingLanguages } from "#app/modules/matching/vocabulary.ts";
import { regionGroups } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";
import { languageName } from "#app/platform/language-names.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, SelectField, TextField } from "#app/ui/field.tsx";
import { RangeSwatch } from "#app/ui/range-bar.tsx";
import { colourOf, inGroupOrder, signs, weightText } from "./datum.tsx";

/** What is asked: products, weights, region, languages. A plain GET form, so that the address is the question. */
export function QuestionForm({ lang, question, asked }: { lang: Lang; question: Question; asked: Asked }) {
  const t = dictionary(lang);
  const words = t.ranking.page;
  return (
    <live-ranking data-result="ranking-result ranking-presets" class="no-print mb-8 block">
      <form
        method="get"
        action={at(lang).whereToExport()}
        aria-label={words.form}
        className="border-line bg-shoalwater border px-4 py-5 sm:px-6"
      >
        <div className="max-w-2xl">
          <TextField
            name="products"
            label={words.products}
            optional={words.optional}
            hint={words.productsHint}
            defaultValue={asked.typed}
            maxLength={300}
            autoComplete="off"
          />
        </div>
        <Presets lang={lang} question={question} />
        <fieldset className="mb-5">
          <legend className="font-semibold">{words.weights}</legend>
          <p className="text-ink-soft mb-2 text-sm">{words.weightsHint}</p>
          <div className="grid grid-cols-2 gap-x-4 gap-y-1 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-6">
            {inGroupOrder.map((criterion) => (
              <div
                key={criterion}
                className="border-line-strong grid grid-cols-[1fr_auto] items-center gap-x-2 border-b py-1.5"
              >
                <label
                  htmlFor={`weight-${criterion}`}
                  className="col-span-2 flex items-center gap-1.5 text-sm leading-tight"
                >
                  <RangeSwatch {...colourOf(criterion)} />
                  {t.ranking.criteria[criterion]}
                </label>
                <input
                  id={`weight-${criterion}`}
                  name={criterion}
                  type="number"
                  min={0}
                  max={maxWeight}
                  step="any"
                  inputMode="decimal"
                  required
                  defaultValue={weightText(question.weights[criterion])}
                  className="border-line-strong bg-sheet col-start-2 min-h-9 w-16 rounded-md border px-2 text-right"
                />
              </div>
            ))}
          </div>
        </fieldset>
        <details className="mb-4" open={question.region !== null}>
          <summary className="text-deep min-h-11 cursor-pointer content-center underline underline-offset-4">
            {words.more}
          </summary>
          <div className="max-w-xl pt-2">
            <SelectField
              name="region"
              label={words.region}
              empty={words.anyRegion}
              defaultValue={question.region ?? ""}
              options={regionGroups
                .filter((group) => group !== "further")
                .map((group) => ({ value: group, label: t.guides.regions[group] }))}
            />
            <input type="hidden" name="team" value="none" />
            <CheckboxGroup
              name="team"
              label={words.team}
              options={workingLanguages.map((code) => ({ value: code, label: languageName(lang, code) }))}
              checked={asked.team}
            />
          </div>
        </details>
        {question.without.map((code) => (
          <input key={code} type="hidden" name="without" value={code} />
        ))}
        <Button>{words.submit}</Button>
      </form>
    </live-ranking>
  );
}

function Presets({ lang, question }: { lang: Lang; question: Question }) {
  const t = dictionary(lang).ranking;
  return (
    <nav
      id="ranking-presets"
      aria-label={t.page.presets}
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1"
    >
      <span className="text-ink-soft">{t.page.presets}</span>
      {presets.map((preset) => (
        <a
          key={preset}
          href={at(lang).whereToExport(queryOf({ ...question, weights: presetWeights[preset] }))}
          rel="nofollow"
          aria-current={question.preset === preset ? "true" : undefined}
          className="nav-link inline-flex min-h-9 items-center"
        >
          {t.presets[preset]}
        </a>
      ))}
    </nav>
  );
}

/** How the products were read, and what was not understood. */
export function ReadAs({ lang, asked, question }: { lang: Lang; asked: Asked; question: Question }) {
  const words = dictionary(lang).ranking.page;
  const { products, unknown } = asked.resolved;
  const { comma, semicolon, stop } = signs[lang];
  const nearby = (near: string[]) =>
    near.map((word) => (lang === "zh" ? `「${word}」` : `“${word}”`)).join(comma);
  return (
    <>
      {question.notUnderstood.length > 0 ? (
        <p className="text-port mb-2 font-semibold">
          ✕{" "}
          {words.notUnderstood(
            question.notUnderstood.map((one) => dictionary(lang).ranking.criteria[one]).join(comma),
          )}
        </p>
      ) : null}
      {products.length > 0 ? (
        <p className="mb-1">
          <span className="text-ink-soft">{asked.fromProfile ? words.fromProfile : words.readAs}</span>
          {products.map(({ typed, codes }, index) => (
            <span key={typed}>
              {index > 0 ? semicolon : null}
              {typed} → {[...new Set(codes.map((code) => asked.sectorNames[code] ?? code))].join(comma)}
            </span>
          ))}
        </p>
      ) : null}
      {unknown.map(({ typed, near }) => (
        <p key={typed} className="text-shoal mb-1">
          {words.unknownProducts}
          <strong>{typed}</strong>
          {stop}
          {near.length > 0 ? words.near(nearby(near)) : words.unknownHint}
        </p>
      ))}
    </>
  );
}
