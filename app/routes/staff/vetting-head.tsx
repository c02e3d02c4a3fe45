import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { CaseFile } from "#app/modules/vetting/case-file.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { Reasons } from "#app/routes/vetting/own-steps.tsx";
import { ScoreTable } from "#app/routes/vetting/score-table.tsx";
import { Badge, Notice } from "#app/ui/text.tsx";

/** Where a case stands: state, clock, who is waited for; the decision once there is one, the appeal where there is. */
export function CaseHead({ lang, file }: { lang: Lang; file: CaseFile }) {
  const t = dictionary(lang).vetting;
  const words = t.file;
  const { age } = file;
  const line = [
    file.submittedAt ? `${t.queue.submitted} ${formatDate(lang, file.submittedAt)}` : null,
    age?.dueDay ? `${t.queue.due} ${formatDay(lang, age.dueDay)}` : age ? t.queue.stands : null,
    age?.weekdaysOnly ? t.queue.weekdaysOnly : null,
    file.decidedAt && !age ? `${t.queue.decided} ${formatDate(lang, file.decidedAt)}` : null,
    file.state === "approved" && file.expiresAt
      ? fill(t.until, { date: formatDate(lang, file.expiresAt) })
      : null,
  ].filter((part) => part !== null);
  return (
    <section aria-label={t.queue.state} className="mb-8">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{t.states[file.state]}</strong>
        {file.round === 1 && file.state !== "appealed" ? <Badge tone="note">{t.queue.round}</Badge> : null}
        {age && age.leftDays < 0 ? <Badge tone="bad">{t.queue.over(String(-age.leftDays))}</Badge> : null}
        {file.needs ? <span>{words.waitingFor[file.needs]}</span> : null}
        <span className="text-ink-soft">{words.reviewsIn(file.reviewsIn)}</span>
      </p>
      <p className="text-ink-soft">{line.join(" · ")}</p>
      {file.judgedBefore && file.needs ? (
        <div className="mt-4">
          <Notice tone="warn">{words.judgedBefore}</Notice>
        </div>
      ) : null}
      {file.appealText ? (
        <div className="mt-6">
          <h2 className="text-xl">{words.appealTitle}</h2>
          <p className="measure border-note mt-2 border-l-4 pl-4 break-words whitespace-pre-line">
            {file.appealText}
          </p>
        </div>
      ) : null}
      {file.reasonCodes.length > 0 ? (
        <div className="mt-6">
          <h2 className="mb-2 text-xl">{t.reasonsTitle}</h2>
          <Reasons lang={lang} codes={file.reasonCodes} />
          {file.decisionNote ? (
            <p className="measure mt-2 break-words whitespace-pre-line">{file.decisionNote}</p>
          ) : null}
        </div>
      ) : null}
      {file.scores ? (
        <ScoreTable lang={lang} columns={[{ head: words.decision, scores: file.scores }]} />
      ) : null}
    </section>
  );
}
