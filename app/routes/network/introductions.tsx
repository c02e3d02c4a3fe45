import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { askedIntroductions } from "#app/modules/network/introductions.server.ts";
import { introductionIdSchema } from "#app/modules/network/schema.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { withdrawIntroduction } from "#app/modules/network/withdraw-introduction.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { Contacts, StateBadge } from "./introduction-parts.tsx";
import type { Route } from "./+types/introductions";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "network.read");
  return { lang: ctx.lang, asked: askedIntroductions(ctx) };
}

/** Takes a request back. */
export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "network.read");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, introductionIdSchema, ({ id }) => {
    if (!withdrawIntroduction(ctx, id)) throw new Response(null, { status: 404 });
    return redirect(withNotice(at(ctx.lang).introductions(), "introductionWithdrawn"));
  });
}

/** What the reader's organisation has asked the desk for. */
export default function Introductions({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, asked } = loaderData;
  const t = dictionary(lang);
  const words = t.network.introductions;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <FormErrors errors={formOf(actionData).errors} />
      {asked.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-3">{words.noneText}</p>
          <ButtonLink href={go.network()}>{t.network.suppliers.title}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {asked.map((row) => {
            const name = nameOf(lang, row.firm);
            return (
              <li key={row.id} className="py-4">
                <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                  <a
                    href={go.firm(row.firm.id)}
                    className="text-deep text-lg font-semibold underline underline-offset-4"
                  >
                    {name}
                  </a>
                  <StateBadge lang={lang} state={row.state} />
                  <span className="text-ink-soft text-sm">
                    {formatDate(lang, row.createdAt)}
                    {row.answerBy ? ` · ${words.answerBy(formatDate(lang, row.answerBy))}` : ""}
                  </span>
                </p>
                <p className="measure whitespace-pre-line">{row.message}</p>
                {row.deskNote ? (
                  <p className="border-line-strong measure my-2 border-l-4 pl-4">
                    <span className="font-semibold">{words.deskNote}</span>
                    <br />
                    {row.deskNote}
                  </p>
                ) : null}
                {row.contacts ? <Contacts lang={lang} contacts={row.contacts} /> : null}
                {row.state === "accepted" && !row.contacts ? (
                  <p className="text-ink-soft measure">{words.contactHidden}</p>
                ) : null}
                {row.state === "requested" || row.state === "forwarded" ? (
                  <form method="post" action={go.introductions()}>
                    <input type="hidden" name="id" value={row.id} />
                    <Button look="quiet" aria-label={words.withdrawFor(name)}>
                      {words.withdraw}
                    </Button>
                  </form>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
