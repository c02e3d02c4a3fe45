import { dictionary } from "#app/i18n/index.ts";
import { publicFields } from "#app/modules/credentials/credential.ts";
import { shownFields, type ShownField } from "#app/modules/endorsements/vocabulary.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/text.tsx";
import { FactList, factIn, nameOf, type Facts } from "./facts.tsx";

type Loaded = {
  id: string;
  seen: string;
  mnc: { nameEn: string; nameZh: string };
  own: { nameEn: string; nameZh: string };
  facts: Facts;
  audience: "public" | "network";
  from: Date;
  until: Date;
  sectorNames: Record<string, string>;
};

/** What a stranger who checks the endorsement reads: the same rule that fills the credential. */
export function StrangerSees({
  lang,
  title,
  shown,
  loaded,
}: {
  lang: Lang;
  title: string;
  shown: readonly ShownField[];
  loaded: Loaded;
}) {
  const words = dictionary(lang).endorsing.endorsed;
  const { facts, audience, mnc, own, sectorNames } = loaded;
  const fields = publicFields({ audience }, [...shown]).filter(
    (field) => factIn(lang, facts, field, sectorNames) !== null,
  );
  return (
    <section aria-label={title} className="border-deep bg-sheet mb-8 max-w-2xl border-2 p-4">
      <p className="text-note text-sm font-semibold">{title}</p>
      <p className="mt-1 text-xl font-semibold">{words.vouches(nameOf(lang, mnc), nameOf(lang, own))}</p>
      <p className="mb-3">
        {formatDate(lang, loaded.from)} – {formatDate(lang, loaded.until)}
      </p>
      {fields.length > 0 ? (
        <FactList lang={lang} facts={facts} fields={fields} sectorNames={sectorNames} />
      ) : null}
      <p className="text-ink-soft mt-3 text-sm">{words.notPromised}</p>
    </section>
  );
}

/** The firm's choice: every field with what it says, a preview without writing anything, and both answers. */
export function ChooseShown({
  lang,
  ticked,
  loaded,
}: {
  lang: Lang;
  ticked: readonly ShownField[];
  loaded: Loaded;
}) {
  const t = dictionary(lang).endorsing;
  const words = t.endorsed;
  const here = at(lang).endorsed(loaded.id);
  const offered = shownFields
    .map((field) => ({ field, said: factIn(lang, loaded.facts, field, loaded.sectorNames) }))
    .filter(({ said }) => said !== null);
  return (
    <>
      {loaded.audience === "network" ? <Notice>{words.network}</Notice> : null}
      <section className="mb-6 max-w-2xl">
        <h2 className="text-lg">{words.always}</h2>
        <p>{words.alwaysText}</p>
      </section>
      <form method="post" action={here} className="max-w-2xl" key={ticked.join()}>
        <input type="hidden" name="seen" value={loaded.seen} />
        <input type="hidden" name="previewed" value={ticked.join()} />
        <fieldset>
          <legend className="text-lg font-semibold">{words.choose}</legend>
          <p className="text-ink-soft mb-2 text-sm">{words.chooseHint}</p>
          <p className="mb-2 flex gap-6">
            <a href={`${here}?shown=all`} className="text-deep inline-flex min-h-11 items-center underline">
              {words.all}
            </a>
            <a href={here} className="text-deep inline-flex min-h-11 items-center underline">
              {words.nothing}
            </a>
          </p>
          <ul className="divide-line border-line-strong mb-4 divide-y border-y">
            {offered.map(({ field, said }) => (
              <li key={field}>
                <label className="flex min-h-11 gap-3 py-2">
                  <input
                    type="checkbox"
                    name="shown"
                    value={field}
                    defaultChecked={ticked.includes(field)}
                    className="accent-deep mt-1 size-5 shrink-0"
                  />
                  <span>
                    <span className="block font-semibold">{t.fields[field]}</span>
                    <span className="block">{said}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <div className="mb-6">
          <Button look="secondary" formMethod="get" name="preview" value="yes">
            {words.preview}
          </Button>
        </div>
        <StrangerSees lang={lang} title={words.previewTitle} shown={ticked} loaded={loaded} />
        <div className="flex flex-wrap items-center gap-4">
          <Button name="intent" value="accept">
            {words.accept}
          </Button>
          <Button look="secondary" name="intent" value="decline">
            {words.decline}
          </Button>
        </div>
        <p className="text-ink-soft mt-2 text-sm">{words.declineHint}</p>
      </form>
    </>
  );
}
