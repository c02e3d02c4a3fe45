import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { decideFlag } from "#app/modules/endorsements/decide-flag.server.ts";
import { flagQueue } from "#app/modules/endorsements/queries.server.ts";
import { decideFlagSchema } from "#app/modules/endorsements/schema.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { nameOf } from "#app/routes/endorsements/facts.tsx";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/endorsement-flags";
import { FlagEvidence } from "./flag-evidence.tsx";

export const headers = passHeaders;

const views = ["open", "decided"] as const;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.check");
  const asked = new URL(args.request.url).searchParams.get("show");
  const show = asked === "decided" ? "decided" : "open";
  return { lang: ctx.lang, show, rows: flagQueue(ctx, show) } as const;
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "endorsements.check");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, decideFlagSchema, (value) => {
    decideFlag(ctx, value);
    return redirect(withNotice(at(ctx.lang).staffFlags(), "flagDecided"));
  });
}

/** What the checks found, with the evidence; each is decided in its place, with a reason. */
export default function EndorsementFlags({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, show, rows } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.flagQueue;
  const go = at(lang);
  const reply = formOf(actionData as Reply);
  const sentFor = reply.values("flag")[0];
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={words.lead}
        actions={views.map((one) => (
          <a
            key={one}
            href={go.staffFlags(one === "open" ? {} : { show: one })}
            aria-current={one === show ? "page" : undefined}
            className="text-deep inline-flex min-h-11 items-center underline underline-offset-4 aria-[current=page]:font-semibold aria-[current=page]:no-underline"
          >
            {words[one]}
          </a>
        ))}
      />
      <FormErrors errors={reply.errors} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {rows.map((row) => {
            const form = sentFor === row.flag.id ? reply : formOf(undefined);
            return (
              <li key={row.flag.id} id={`f-${row.flag.id}`} className="scroll-mt-24 py-5">
                <p className="flex flex-wrap items-center gap-2">
                  <Badge tone={row.flag.outcome === "cleared" ? "good" : row.flag.outcome ? "bad" : "warn"}>
                    {t.endorsing.flags[row.flag.kind]}
                  </Badge>
                  <span className="text-ink-soft text-sm">
                    {words.raised(formatDate(lang, row.flag.raisedAt))} · {t.endorsing.stages[row.stage]}
                  </span>
                </p>
                <h2 className="mt-1 mb-2 text-lg">
                  {words.pair(nameOf(lang, row.mnc), nameOf(lang, row.msme))}
                </h2>
                <FlagEvidence lang={lang} row={row} />
                {row.flag.outcome === null ? (
                  <form method="post" action={go.staffFlags()} className="mt-4 max-w-2xl">
                    <input type="hidden" name="flag" value={row.flag.id} />
                    <TextArea
                      {...form.field("reason")}
                      id={`reason-${row.flag.id}`}
                      label={words.reason}
                      hint={words.reasonHint}
                      required
                      minLength={10}
                      maxLength={1000}
                      rows={2}
                    />
                    <div className="flex flex-wrap gap-4">
                      <Button name="outcome" value="cleared">
                        {words.clear}
                      </Button>
                      <Button look="danger" name="outcome" value="upheld">
                        {words.uphold}
                      </Button>
                    </div>
                  </form>
                ) : (
                  <p className="border-line-strong measure mt-3 border-l-4 pl-4">
                    <strong>{words.outcomes[row.flag.outcome]}</strong>{" "}
                    <span className="text-ink-soft text-sm">
                      {words.decidedBy(row.decidedBy ?? "–", formatDate(lang, row.flag.decidedAt!))}
                    </span>
                    <span className="block whitespace-pre-line">{row.flag.reason}</span>
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
