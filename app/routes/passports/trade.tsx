import { redirect } from "react-router";
import { nameIn, otherName } from "#app/modules/credentials/in-words.ts";
import { spendBands } from "#app/modules/endorsements/vocabulary.ts";
import { confirmTrade, tradeToConfirm } from "#app/modules/passports/confirm-trade.server.ts";
import { tradeSchema } from "#app/modules/passports/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/trade";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "trade.confirm");
  return { lang: ctx.lang, firms: tradeToConfirm(ctx) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "trade.confirm");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, tradeSchema, (input) => {
    confirmTrade(ctx, input);
    return redirect(withNotice(`${at(ctx.lang).trade()}#${input.msmeId}`, "saved"));
  });
}

export default function Trade({ loaderData: { lang, firms }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.passports.trade;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <FormErrors errors={formOf(actionData).errors} />
      {firms.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      {firms.map((firm) => (
        <section
          key={firm.id}
          id={firm.id}
          aria-labelledby={`firm-${firm.id}`}
          className="border-line border-t py-4"
        >
          <h2 id={`firm-${firm.id}`} className="text-xl">
            {nameIn(lang, firm)}
          </h2>
          {otherName(lang, firm) ? (
            <p className="text-ink-soft text-sm">
              <Foreign lang={lang === "zh" ? "en" : "zh"}>{otherName(lang, firm)}</Foreign>
            </p>
          ) : null}
          <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
            {firm.years.map(({ year, spendBand }) => (
              <form key={year} method="post" action={at(lang).trade()}>
                <input type="hidden" name="msmeId" value={firm.id} />
                <input type="hidden" name="year" value={year} />
                <label htmlFor={`${firm.id}-${year}`} className="mb-1 block text-sm font-semibold">
                  {words.band(year)}
                </label>
                <div className="flex gap-2">
                  <select
                    id={`${firm.id}-${year}`}
                    name="spendBand"
                    defaultValue={spendBand ?? ""}
                    className="border-line-strong bg-sheet min-h-11 min-w-0 flex-1 rounded-md border px-2"
                  >
                    <option value="">{words.notSaid}</option>
                    {spendBands.map((band) => (
                      <option key={band} value={band}>
                        {t.endorsing.spendBands[band]}
                      </option>
                    ))}
                  </select>
                  <Button look="secondary" aria-label={`${words.of(nameIn(lang, firm))} ${year}`}>
                    {words.save}
                  </Button>
                </div>
              </form>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
