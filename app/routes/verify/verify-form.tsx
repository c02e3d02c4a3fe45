import { checkCredential, type Checked } from "#app/modules/credentials/check-credential.server.ts";
import { nameIn } from "#app/modules/credentials/in-words.ts";
import { checkSchema } from "#app/modules/credentials/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { env } from "#app/platform/env.server.ts";
import { passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { PasteForm } from "./paste-form.tsx";
import { StatusPanel, toneOf } from "./status-panel.tsx";
import type { Route } from "./+types/verify-form";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  return { lang: ctx.lang, origin: env().APP_ORIGIN };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "site.read");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, checkSchema, async ({ credential }) => ({
    checked: await checkCredential(ctx, credential),
    at: formatTime(ctx.lang, ctx.now),
  }));
}

export default function VerifyForm({ loaderData: { lang, origin }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.credentials;
  const outcome = actionData && "checked" in actionData ? actionData : null;
  const reply = actionData && !("checked" in actionData) ? actionData : undefined;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} />
      {outcome ? <Outcome lang={lang} checked={outcome.checked} at={words.checkedAt(outcome.at)} /> : null}
      <section aria-labelledby="paste">
        <h2 id="paste" className="mb-3 text-2xl">
          {outcome ? words.paste.another : words.paste.title}
        </h2>
        <PasteForm lang={lang} reply={reply} />
      </section>
      <section aria-labelledby="scan" className="mt-10">
        <h2 id="scan" className="text-2xl">
          {words.lookup.title}
        </h2>
        <p className="measure mt-1">
          {words.lookup.text}
          {lang === "zh" ? "" : " "}
          <code className="font-mono text-sm break-all">{origin}/</code>
          {lang === "zh" ? "。" : "."}
        </p>
      </section>
      <section aria-labelledby="terms" className="mt-10">
        <h2 id="terms" className="text-2xl">
          {words.terms.title}
        </h2>
        <p className="text-ink-soft measure mb-3">{words.terms.lead}</p>
        <dl className="border-line border-t">
          {Object.entries(words.terms.meanings).map(([term, meaning]) => (
            <div
              key={term}
              id={term}
              className="border-line target-note gap-x-6 border-b py-2 sm:grid sm:grid-cols-[18rem_1fr]"
            >
              <dt className="font-mono text-sm break-all" lang="en">
                {term}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Outcome({ lang, checked, at: time }: { lang: Lang; checked: Checked; at: string }) {
  const words = dictionary(lang).credentials;
  if (!checked.verification) {
    const { title, text } = words.refusals[checked.verdict];
    return (
      <StatusPanel tone="bad" title={title} checked={time} live>
        <p>{text}</p>
      </StatusPanel>
    );
  }
  const { verdict, verification, keyRetired } = checked;
  const { shown, revokedAt } = verification;
  const date = revokedAt ?? shown?.validUntil;
  return (
    <StatusPanel tone={toneOf[verdict]} title={words.states[verdict].title} checked={time} live>
      {shown ? <p>{words.statement(nameIn(lang, shown.mnc), nameIn(lang, shown.msme))}</p> : null}
      <p>{words.states[verdict].text(date ? formatDate(lang, date) : "")}</p>
      {keyRetired ? <p>{words.earlierKey}</p> : null}
      <p className="mt-3">
        <ButtonLink href={at(lang).verify(verification.id)}>{words.paste.open}</ButtonLink>
      </p>
    </StatusPanel>
  );
}
