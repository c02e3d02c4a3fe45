import { data } from "react-router";
import { makePassport } from "#app/modules/passports/make-passport.server.ts";
import { keeper, offered } from "#app/modules/passports/queries.server.ts";
import { lifetimes, passportSchema } from "#app/modules/passports/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { ContentsFields, Tick } from "./contents-fields.tsx";
import { MadeLink } from "./made-link.tsx";
import type { Route } from "./+types/passport-new";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "passports.keep");
  const { standing, ...mine } = offered(ctx, keeper(ctx).id);
  const until = standing?.status === "vetted" ? formatDate(ctx.lang, new Date(standing.until)) : null;
  const endorsements = mine.endorsements.map(({ id, mnc, validUntil }) => ({ id, mnc, validUntil }));
  return { lang: ctx.lang, offer: { ...mine, endorsements, vettedUntil: until } };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "passports.keep");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, passportSchema, (input) => {
    const { token } = makePassport(ctx, input);
    // The one time that the link is seen.
    const link = absoluteUrl(at(input.lang).passport(token));
    return data({ link }, { headers: { "Cache-Control": "no-store" } });
  });
}

export default function PassportNew({ loaderData: { lang, offer }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.passports.form;
  if (actionData && "link" in actionData) return <MadeLink lang={lang} link={actionData.link} />;
  const form = formOf(actionData, { days: 30, lang: "en" });
  const ticked = (name: string) => (form.sent ? form.values(name).includes("on") : name === "standing");
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={at(lang).passports()}>{t.passports.title}</a>}
        title={words.title}
        lead={words.lead}
      />
      <form method="post" action={at(lang).passportNew()}>
        <FormErrors errors={form.errors} />
        <div className="max-w-lg">
          <TextField
            {...form.field("label")}
            label={words.label}
            hint={words.labelHint}
            maxLength={80}
            autoComplete="off"
            required
          />
        </div>
        <ContentsFields lang={lang} offer={offer} form={form} standing={ticked("standing")} />
        <section aria-labelledby="rules" className="mt-10 max-w-lg">
          <h2 id="rules" className="mb-4 text-2xl">
            {words.rules}
          </h2>
          <SelectField
            {...form.field("days")}
            label={words.days}
            options={lifetimes.map((days) => ({ value: String(days), label: words.daysOf(days) }))}
          />
          <TextField
            {...form.field("maxOpenings")}
            label={words.maxOpenings}
            optional={words.optional}
            hint={words.maxHint}
            inputMode="numeric"
            maxLength={3}
          />
          <SelectField
            {...form.field("lang")}
            label={words.lang}
            options={(["en", "zh"] as const).map((value) => ({ value, label: words.langs[value] }))}
          />
          <div className="mb-6">
            <Tick name="asksWho" value="on" checked={ticked("asksWho")}>
              {words.asksWho}
            </Tick>
          </div>
          <Button>{words.submit}</Button>
        </section>
      </form>
    </>
  );
}
