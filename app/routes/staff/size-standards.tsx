import { z } from "zod";
import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { listStandards, type ListedVersion } from "#app/modules/msmes/standards.server.ts";
import { withdrawStandard } from "#app/modules/msmes/withdraw-standard.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, PageHead, type Tone } from "#app/ui/text.tsx";
import { BoundsTable } from "./bounds-table.tsx";
import type { Route } from "./+types/size-standards";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "sizeStandard.edit");
  return { lang: ctx.lang, versions: listStandards(ctx) };
}

const withdrawSchema = z.object({ id: z.string(), confirm: z.literal("yes") });

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "sizeStandard.edit");
  return submitForm(await readForm(args.request), ctx.lang, withdrawSchema, ({ id }) => {
    withdrawStandard(ctx, id);
    return redirect(withNotice(at(ctx.lang).staffSizeStandards(), "standardWithdrawn"));
  });
}

const tones: Record<ListedVersion["state"], Tone> = {
  inForce: "good",
  future: "note",
  past: "plain",
  withdrawn: "plain",
};

/** Every version of the size standard, the latest first; what is to come can be withdrawn. */
export default function SizeStandards({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, versions } = loaderData;
  const t = dictionary(lang);
  const words = t.sizeStandards;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <ButtonLink look="primary" href={at(lang).staffSizeStandardNew()}>
            {words.draft}
          </ButtonLink>
        }
      />
      <FormErrors errors={formOf(actionData).errors} />
      {versions.map((version) => (
        <section key={version.id} aria-labelledby={version.id} className="border-line-strong border-t py-5">
          <h2 id={version.id} className="flex flex-wrap items-baseline gap-3 text-xl">
            {words.version(version.number)}{" "}
            <Badge tone={tones[version.state]}>{words.states[version.state]}</Badge>
          </h2>
          <VersionFacts lang={lang} version={version} />
          <details className="mt-2">
            <summary className="min-h-11 cursor-pointer content-center font-semibold">{words.show}</summary>
            <BoundsTable lang={lang} standard={version} />
          </details>
          {version.state === "future" ? (
            <form
              method="post"
              action={at(lang).staffSizeStandards()}
              className="mt-2 flex flex-wrap items-center gap-4"
            >
              <input type="hidden" name="id" value={version.id} />
              <label className="flex min-h-11 items-center gap-2">
                <input type="checkbox" name="confirm" value="yes" required className="accent-deep size-5" />
                {words.withdrawAsk}
              </label>
              <Button look="danger">{words.withdraw}</Button>
            </form>
          ) : null}
        </section>
      ))}
    </>
  );
}

function VersionFacts({ lang, version }: { lang: Lang; version: ListedVersion }) {
  const words = dictionary(lang).sizeStandards;
  const rows = [
    [words.effectiveOn, formatDay(lang, version.effectiveOn)],
    [words.reference, lang === "zh" ? version.referenceZh : version.referenceEn],
    [words.note, version.note],
    [
      words.by,
      version.createdAt
        ? `${version.createdBy ?? ""} · ${formatDate(lang, version.createdAt)}`
        : words.shipped,
    ],
  ];
  return (
    <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_1fr]">
      {rows.map(([label, value]) =>
        value ? (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
