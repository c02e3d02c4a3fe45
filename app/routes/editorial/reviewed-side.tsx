import type { publishRefusal } from "#app/modules/guides/draft-policy.ts";
import type { EditedSide } from "#app/modules/guides/editor-queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay, formatTime } from "#app/platform/dates.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/text.tsx";
import { WordsDiff } from "./diff-view.tsx";

type Side = EditedSide & {
  draft: NonNullable<EditedSide["draft"]>;
  html: string;
  refusal: ReturnType<typeof publishRefusal>;
};

/** One language in review, with what a second person needs to decide on it. */
export function ReviewedSide({
  lang,
  side,
  action,
  note,
  noteErrors,
}: {
  lang: Lang;
  side: Side;
  action: string;
  note: unknown;
  noteErrors: string[] | undefined;
}) {
  const t = dictionary(lang).editorial;
  const words = t.review;
  const { draft, published } = side;
  const author = draft.author ?? t.editor.state.somebody;
  const inReview = draft.state === "in_review";
  const state = inReview ? t.editor.state.review : t.editor.state.draft;
  const code = side.lang === "zh" ? "zh-Hans" : "en";
  const seen = (
    <>
      <input type="hidden" name="side" value={side.lang} />
      <input type="hidden" name="version" value={draft.version} />
    </>
  );
  return (
    <section aria-labelledby={side.lang} className="border-line-strong mb-12 border-t pt-4">
      <h2 id={side.lang} className="scroll-mt-4 text-2xl">
        {t.sides[side.lang]}
      </h2>
      <p className="text-ink-soft mb-6 text-sm">
        {state(draft.version, author, formatTime(lang, draft.at))}
        {draft.writers.length > 1 ? ` · ${words.writers(draft.writers)}` : null}
        {draft.handedIn && draft.handedIn !== draft.author ? ` · ${words.handedIn(draft.handedIn)}` : null}
      </p>
      {inReview ? null : <Notice tone="plain">{words.waiting}</Notice>}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="mb-2 text-lg">{words.changes}</h3>
          {published ? (
            <WordsDiff lang={lang} side={side.lang} before={published.words} after={side.words} />
          ) : (
            <p className="text-ink-soft mb-4">{words.firstText}</p>
          )}
          <h3 className="mt-4 mb-2 text-lg">{words.dates}</h3>
          <Dates lang={lang} side={side} />
          <h3 className="mt-6 mb-1 text-lg">{words.followers}</h3>
          {side.words.changeEn || side.words.changeZh ? (
            <ul>
              <li lang="en">{side.words.changeEn}</li>
              <li lang="zh-Hans">{side.words.changeZh}</li>
            </ul>
          ) : (
            <p className="text-ink-soft">{words.noWords}</p>
          )}
        </div>
        <div className="min-w-0">
          <h3 className="mt-6 mb-2 text-lg lg:mt-0">{words.asReaders}</h3>
          <div className="border-line bg-sheet border px-5 py-4" lang={code}>
            <p className="mb-1 text-2xl font-semibold">{side.words.title}</p>
            <p className="mb-4 text-lg">{side.words.summary}</p>
            <div className="prose-chart" dangerouslySetInnerHTML={{ __html: side.html }} />
            <ol className="border-line mt-4 list-decimal border-t pt-3 pl-6 text-sm">
              {side.words.sources.map((source, index) => (
                <li key={index} className="break-words">
                  {[source.title, source.publisher, source.url, source.asOf].filter(Boolean).join(" · ")}
                </li>
              ))}
            </ol>
          </div>
        </div>
      </div>
      {inReview ? (
        <div className="mt-8 grid gap-x-10 lg:grid-cols-2">
          <div className="mb-6">
            {side.refusal ? (
              <Notice tone="note">{dictionary(lang).errors[side.refusal]}</Notice>
            ) : draft.behindPublished ? (
              <Notice tone="warn">{words.baseMoved}</Notice>
            ) : (
              <form method="post" action={action}>
                {seen}
                <Button name="intent" value="publish">
                  {words.publish[side.lang]}
                </Button>
              </form>
            )}
          </div>
          <form method="post" action={action}>
            {seen}
            <TextArea
              name="note"
              id={`note-${side.lang}`}
              label={words.note}
              rows={3}
              defaultValue={typeof note === "string" ? note : ""}
              errors={noteErrors}
            />
            <Button look="secondary" name="intent" value="sendBack">
              {words.sendBack}
            </Button>
          </form>
        </div>
      ) : null}
    </section>
  );
}

function Dates({ lang, side }: { lang: Lang; side: Side }) {
  const t = dictionary(lang).editorial;
  const words = t.review;
  const { published } = side;
  const day = (value: string | null | undefined) => (value ? formatDay(lang, value) : words.notNow);
  const rows = [
    [t.editor.verifiedAt, day(published?.verifiedAt), day(side.words.verifiedAt)],
    [t.editor.reviewDueAt, published ? day(published.reviewDueAt) : "—", day(side.words.reviewDueAt)],
    [t.editor.basis, published ? t.editor.bases[published.basis] : "—", t.editor.bases[side.words.basis]],
  ] as const;
  const moved = rows.some(([, from, to]) => from !== to);
  return (
    <>
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{words.dates}</caption>
        <thead>
          <tr className="border-line border-b">
            <td />
            <th scope="col" className="py-1 pr-3">
              {words.from}
            </th>
            <th scope="col" className="py-1">
              {words.to}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, from, to]) => (
            <tr key={name} className="border-line border-b align-top">
              <th scope="row" className="py-1 pr-3 font-normal">
                {name}
              </th>
              <td className="py-1 pr-3">{from}</td>
              <td className={`py-1 ${from === to ? "" : "font-semibold"}`}>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm">
        <span className="text-ink-soft">{words.evidence}</span>{" "}
        {side.words.evidence || (moved ? words.noEvidence : words.noEvidenceNeeded)}
      </p>
    </>
  );
}
