import { redirect } from "react-router";
import { textsNaming } from "#app/modules/guides/editor-queries.server.ts";
import { topics } from "#app/modules/guides/topics.ts";
import { factKinds, factSchema, newFactSchema, removeFactSchema } from "#app/modules/markets/fact-form.ts";
import { particularsOf, typedParticulars } from "#app/modules/markets/fact-detail.ts";
import { factToEdit, listSources } from "#app/modules/markets/fact-queries.server.ts";
import { removeFact } from "#app/modules/markets/remove-fact.server.ts";
import { addFact, saveFact } from "#app/modules/markets/save-fact.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/fact";
import { FactFields } from "./fact-fields.tsx";
import { FactParticulars } from "./fact-particulars.tsx";
import { roomMarket } from "./place.server.ts";

export const headers = passHeaders;

/** The address of a fact that is still to be written; no fact has this key, its form refuses it. */
const fresh = "new";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const market = roomMarket(ctx, args.params);
  const { key } = args.params;
  const fact = key === fresh ? null : factToEdit(ctx, market.code, key);
  if (!fact && key !== fresh) throw new Response(null, { status: 404 });
  return {
    lang: ctx.lang,
    market,
    fact,
    sources: listSources(ctx),
    named: fact ? textsNaming(ctx, market.code, fact.key) : 0,
    kinds: [...factKinds],
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const market = roomMarket(ctx, args.params);
  const form = await readForm(args.request);
  const page = at(ctx.lang).staffMarketFacts(market.code);
  if (args.params.key === fresh) {
    return submitForm(form, ctx.lang, newFactSchema, (input) => {
      addFact(ctx, market.code, input);
      // Its kind is known now: the page that follows asks for what only that kind has.
      const more = particularsOf(input.kind).length > 0;
      const next = more ? at(ctx.lang).staffFact(market.code, input.key) : page;
      return redirect(withNotice(next, more ? "factAdded" : "factSaved"));
    });
  }
  if (form.get("intent") === "remove") {
    return submitForm(form, ctx.lang, removeFactSchema, ({ seen }) => {
      removeFact(ctx, market.code, args.params.key, seen);
      return redirect(withNotice(page, "factRemoved"));
    });
  }
  return submitForm(form, ctx.lang, factSchema, (input) => {
    saveFact(ctx, market.code, args.params.key, input);
    return redirect(withNotice(page, "factSaved"));
  });
}

/** One fact with its source, year and trust, in both languages. */
export default function Fact({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, fact, sources, named, kinds } = loaderData;
  const t = dictionary(lang);
  const words = t.editorial.facts;
  const go = at(lang);
  const saved = fact
    ? {
        ...{ labelEn: fact.labelEn, labelZh: fact.labelZh, textEn: fact.textEn, textZh: fact.textZh },
        ...{ noteEn: fact.noteEn, noteZh: fact.noteZh, value: fact.value, unit: fact.unit, url: fact.url },
        ...{ sourceId: fact.sourceId, asOf: fact.asOf, confidence: fact.confidence, basis: fact.basis },
        ...typedParticulars(fact.detail),
        gap: fact.gap ? "on" : "",
        seen: String(fact.updatedAt.getTime()),
      }
    : { basis: "knowledge", confidence: "medium" };
  const form = formOf(actionData as Reply, saved);
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const title = fact ? ((lang === "zh" ? fact.labelZh : null) ?? fact.labelEn) : words.addTitle;
  return (
    <>
      <title>{`${title} · ${name} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffMarketFacts(market.code)}>{words.of(name)}</a>}
        title={title}
        lead={
          fact ? (
            <>
              <code>{fact.key}</code> · {t.guides.fact.kinds[fact.kind]} · {t.topics[fact.topic]}
              {lang === "zh" ? "。" : ". "}
              {words.usedIn(named)}
            </>
          ) : null
        }
      />
      <FormErrors errors={form.errors} />
      <form method="post" action={go.staffFact(market.code, fact?.key ?? fresh)} className="max-w-4xl">
        <input type="hidden" name="seen" value={form.field("seen").defaultValue} />
        {fact ? null : (
          <div className="grid gap-x-4 sm:grid-cols-3">
            <TextField {...form.field("key")} label={words.key} hint={words.keyHint} autoComplete="off" />
            <SelectField
              {...form.field("kind")}
              label={words.kind}
              options={kinds.map((value) => ({ value, label: t.guides.fact.kinds[value] }))}
            />
            <SelectField
              {...form.field("topic")}
              label={words.topic}
              options={topics.map((value) => ({ value, label: t.topics[value] }))}
            />
          </div>
        )}
        <FactFields lang={lang} field={form.field} sources={sources}>
          {fact ? <FactParticulars lang={lang} kind={fact.kind} field={form.field} /> : null}
        </FactFields>
        <Button name="intent" value="save">
          {words.save}
        </Button>
      </form>
      {fact ? (
        <details className="border-line mt-10 max-w-4xl border-y py-2">
          <summary className="min-h-9 cursor-pointer content-center">{words.remove}</summary>
          <p className="measure mb-3">{named > 0 ? words.removeNamed(named) : words.removeAsk}</p>
          {named > 0 ? null : (
            <form method="post" action={go.staffFact(market.code, fact.key)}>
              <input type="hidden" name="seen" value={String(fact.updatedAt.getTime())} />
              <Button look="danger" name="intent" value="remove">
                {words.removeYes}
              </Button>
            </form>
          )}
        </details>
      ) : null}
    </>
  );
}
