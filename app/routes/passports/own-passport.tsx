import { redirect } from "react-router";
import { cutOffPassport } from "#app/modules/passports/cut-off-passport.server.ts";
import { ownPassports } from "#app/modules/passports/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import { toneOfState } from "./state-tone.ts";
import type { Route } from "./+types/own-passport";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "passports.keep");
  const [passport] = ownPassports(ctx, args.params.id);
  if (!passport) throw new Response(null, { status: 404 });
  return { lang: ctx.lang, passport };
}

export function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "passports.keep");
  const { id } = args.params;
  if (!cutOffPassport(ctx, id)) throw new Response(null, { status: 404 });
  return redirect(withNotice(at(ctx.lang).ownPassport(id), "passportCutOff"));
}

export default function OwnPassport({ loaderData: { lang, passport } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.passports.detail;
  const { contents, openings, state } = passport;
  const opened = openings.filter(({ form }) => form === "page").length;
  const counts = (["groups", "endorsements", "certificates", "trade"] as const)
    .filter((part) => contents[part].length > 0)
    .map((part) => words.counts[part](contents[part].length));
  return (
    <>
      <title>{`${passport.label} · ${t.common.site.name}`}</title>
      <PageHead kicker={<a href={at(lang).passports()}>{t.passports.title}</a>} title={passport.label} />
      <p className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge tone={toneOfState[state]}>{t.passports.states[state]}</Badge>
        <span>{t.passports.opened(opened, passport.maxOpenings)}</span>
        <span className="text-ink-soft">
          {words.made(formatDate(lang, passport.createdAt))} ·{" "}
          {t.passports.until(formatDate(lang, passport.expiresAt))}
          {passport.asksWho ? ` · ${words.asks}` : ""}
        </span>
      </p>
      <h2 className="text-2xl">{words.shows}</h2>
      <p className="mt-1 mb-8">
        {[contents.standing ? t.passports.form.standing : "", ...counts]
          .filter(Boolean)
          .join(lang === "zh" ? "、" : ", ")}
      </p>
      <h2 className="mb-3 text-2xl">{words.who}</h2>
      {openings.length === 0 ? (
        <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>
      ) : (
        <ul className="border-line max-w-3xl border-t">
          {openings.map((row) => (
            <li key={row.id} className="border-line border-b py-2">
              <p className="font-semibold wrap-anywhere">
                {[row.name, row.body].filter(Boolean).join(" · ") || words.notAsked}
              </p>
              <p className="text-ink-soft text-sm">
                {formatTime(lang, row.openedAt)} · {row.device} · {words.forms[row.form]}
              </p>
            </li>
          ))}
        </ul>
      )}
      {state === "open" ? (
        <details className="border-port mt-10 max-w-2xl border-l-4 pl-4">
          <summary className="text-port min-h-11 cursor-pointer content-center font-semibold">
            {words.cutOff}
          </summary>
          <form method="post" action={at(lang).ownPassport(passport.id)} className="pb-2">
            <p className="mb-3">{words.cutOffText}</p>
            <Button look="danger">{words.cutOff}</Button>
          </form>
        </details>
      ) : null}
      {state === "open" ? (
        <p className="text-ink-soft measure mt-6">{words.lost}</p>
      ) : (
        <p className="mt-8">
          <ButtonLink href={at(lang).passportNew()}>{t.passports.make}</ButtonLink>
        </p>
      )}
    </>
  );
}
