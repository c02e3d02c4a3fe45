import { redirect } from "react-router";
import { evidenceOf, revisionsOf } from "#app/modules/guides/editor-queries.server.ts";
import { restoreRevision } from "#app/modules/guides/keep-section.server.ts";
import { restoreSchema } from "#app/modules/guides/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/revisions";
import { WordsDiff } from "./diff-view.tsx";
import { roomPlace } from "./place.server.ts";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic, place } = roomPlace(ctx, args.params);
  const asked = new URL(args.request.url).searchParams;
  const side: Lang = langs.find((lang) => lang === asked.get("side")) ?? ctx.lang;
  const revisions = revisionsOf(ctx, place, side);
  const chosen = (name: string) => revisions.find(({ number }) => String(number) === asked.get(name)) ?? null;
  const newer = chosen("to") ?? revisions[0] ?? null;
  const older =
    chosen("from") ?? revisions.find(({ number }) => newer !== null && number < newer.number) ?? null;
  return {
    ...{ lang: ctx.lang, market, topic, side, newer, older },
    revisions: revisions.map(({ body: _body, sources: _sources, ...head }) => head),
    evidence: evidenceOf(ctx, place, side),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic, place } = roomPlace(ctx, args.params);
  return submitForm(await readForm(args.request), ctx.lang, restoreSchema, ({ side, number }) => {
    restoreRevision(ctx, place, side, number);
    return redirect(withNotice(at(ctx.lang).staffGuide(market.code, topic), "revisionRestored"));
  });
}

/** All that was ever published on one side, any two held against each other, and an old text as a new draft. */
export default function Revisions({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, topic, side, revisions, newer, older, evidence } = loaderData;
  const t = dictionary(lang);
  const words = t.editorial.revisions;
  const go = at(lang);
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const page = (query: { side: Lang }) => go.staffGuideRevisions(market.code, topic, query);
  const other: Lang = side === "en" ? "zh" : "en";
  return (
    <>
      <title>{`${words.title} · ${name} · ${t.topics[topic]} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffGuide(market.code, topic)}>{`${name} · ${t.topics[topic]}`}</a>}
        title={
          <>
            <span className="text-ink-soft font-normal">{words.title}</span> {t.editorial.sides[side]}
          </>
        }
        lead={words.lead}
        actions={<ButtonLink href={page({ side: other })}>{t.editorial.sides[other]}</ButtonLink>}
      />
      <FormErrors errors={formOf(actionData).errors} />
      {revisions.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      {revisions.length > 0 ? (
        <form method="get" action={page({ side })} className="mb-10">
          <input type="hidden" name="side" value={side} />
          <div
            className="border-line relative overflow-x-auto border-y"
            role="region"
            aria-label={words.title}
            tabIndex={0}
          >
            <table className="w-full border-collapse text-left">
              <caption className="sr-only">{words.title}</caption>
              <thead>
                <tr className="border-line-strong border-b text-sm whitespace-nowrap">
                  {[words.from, words.to, words.number, words.date, words.author, words.publisher].map(
                    (head) => (
                      <th key={head} scope="col" className="px-3 py-2">
                        {head}
                      </th>
                    ),
                  )}
                  <th scope="col" className="px-3 py-2">
                    {words.change}
                  </th>
                </tr>
              </thead>
              <tbody>
                {revisions.map((row) => (
                  <tr key={row.id} className="border-line border-b align-top last:border-b-0">
                    {(["from", "to"] as const).map((end) => (
                      <td key={end} className="px-3 py-2">
                        <input
                          type="radio"
                          name={end}
                          value={row.number}
                          defaultChecked={row.number === (end === "from" ? older : newer)?.number}
                          aria-label={`${words[end]} ${row.number}`}
                          className="accent-deep size-5"
                        />
                      </td>
                    ))}
                    <th scope="row" className="px-3 py-2 whitespace-nowrap">
                      {row.number} {row.current ? <Badge tone="good">{words.current}</Badge> : null}
                    </th>
                    <td className="px-3 py-2 whitespace-nowrap">{formatTime(lang, row.createdAt)}</td>
                    <td className="px-3 py-2">{row.author ?? words.imported}</td>
                    <td className="px-3 py-2">{row.publishedBy ?? words.imported}</td>
                    <td className="min-w-56 px-3 py-2 text-sm">
                      {lang === "zh" ? row.changeZh || row.changeEn : row.changeEn || row.changeZh}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {revisions.length > 1 ? (
            <div className="mt-4">
              <Button look="secondary">{words.compare}</Button>
            </div>
          ) : null}
        </form>
      ) : null}
      {newer && older ? (
        <section aria-labelledby="compare" className="mb-10">
          <h2 id="compare" className="mb-3 text-xl">
            {words.diffTitle(older.number, newer.number)}
          </h2>
          <WordsDiff lang={lang} side={side} before={older} after={newer} />
        </section>
      ) : null}
      {older ? (
        <form method="post" action={page({ side })} className="mb-10">
          <input type="hidden" name="side" value={side} />
          <input type="hidden" name="number" value={older.number} />
          <Button look="secondary">{words.restoreOf(older.number)}</Button>
        </form>
      ) : null}
      {evidence.length > 0 ? (
        <section aria-labelledby="evidence">
          <h2 id="evidence" className="mb-2 text-xl">
            {words.evidence}
          </h2>
          <ul className="border-line divide-line divide-y border-y">
            {evidence.map((entry) => (
              <li key={entry.seq} className="py-2">
                <p className="text-ink-soft text-sm">
                  {formatTime(lang, entry.at)}
                  {entry.name ? ` · ${entry.name}` : null}
                </p>
                <p className="whitespace-pre-line">
                  <Foreign lang={side}>{entry.evidence}</Foreign>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
