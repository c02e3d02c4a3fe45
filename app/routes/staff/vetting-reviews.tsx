import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { CaseFile } from "#app/modules/vetting/case-file.server.ts";
import { criteria } from "#app/modules/vetting/criteria.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import { ScoreTable } from "#app/routes/vetting/score-table.tsx";

/** The reviews that this reader may see: their own, and the others' once theirs is given. */
export function GivenReviews({ lang, file }: { lang: Lang; file: CaseFile }) {
  const t = dictionary(lang).vetting;
  const words = t.file;
  if (file.reviews.length === 0) return null;
  const named = file.reviews.map((review) => ({
    ...review,
    head: `${review.round === 1 ? `${t.queue.round} · ` : ""}${fill(words.reviewer, { name: review.by, place: review.place })}`,
  }));
  return (
    <section aria-labelledby="reviews" className="mt-10">
      <h2 id="reviews" className="mb-2 text-xl">
        {words.reviewsTitle}
      </h2>
      <div className="overflow-x-auto">
        <ScoreTable lang={lang} columns={named} />
      </div>
      {named.map((review) => (
        <details key={review.head} className="border-line border-b py-2" open={review.own}>
          <summary className="min-h-11 cursor-pointer content-center">
            {review.head} <span className="text-ink-soft text-sm">{formatTime(lang, review.createdAt)}</span>
          </summary>
          <dl className="pb-2">
            {criteria.map((name) => (
              <div key={name} className="py-1">
                <dt className="text-ink-soft text-sm">{t.criteria[name]}</dt>
                <dd className="measure break-words whitespace-pre-line">{review.reasons[name]}</dd>
              </div>
            ))}
            {review.reasons.codes?.length ? (
              <div className="py-1">
                <dt className="text-ink-soft text-sm">{words.codesTitle}</dt>
                <dd>{review.reasons.codes.map((code) => t.codes[code]).join(" ")}</dd>
              </div>
            ) : null}
            {review.reasons.note ? (
              <div className="py-1">
                <dt className="text-ink-soft text-sm">{words.note}</dt>
                <dd className="measure break-words whitespace-pre-line">{review.reasons.note}</dd>
              </div>
            ) : null}
          </dl>
        </details>
      ))}
    </section>
  );
}
