import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { ReasonCode } from "#app/modules/vetting/criteria.ts";
import type { OwnVetting } from "#app/modules/vetting/own-vetting.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { MessageText } from "./messages.tsx";
import { ScoreTable } from "./score-table.tsx";

type Field = { name: string; defaultValue: string; errors: string[] | undefined };
const part = "border-line mb-10 border-t pt-6";

/** The chamber's last question and the firm's answer; files are added on their own page before. */
export function AnswerForm({
  lang,
  messages,
  field,
}: {
  lang: Lang;
  messages: OwnVetting["messages"];
  field: Field;
}) {
  const words = dictionary(lang).vetting;
  const go = at(lang);
  const question = messages.filter(({ fromStaff }) => fromStaff).at(-1);
  return (
    <section aria-labelledby="question" className={part}>
      <h2 id="question" className="mb-3 text-xl">
        {words.questionTitle}
      </h2>
      {question ? <MessageText lang={lang} message={question} /> : null}
      <p className="my-4">
        <ButtonLink href={go.vettingEvidence()}>{words.evidenceAdd}</ButtonLink>
      </p>
      <form method="post" action={go.vetting()} className="max-w-2xl">
        <input type="hidden" name="intent" value="answer" />
        <TextArea
          {...field}
          label={words.answerLabel}
          hint={words.answerHint}
          required
          minLength={5}
          maxLength={4000}
        />
        <Button>{words.answerSend}</Button>
      </form>
    </section>
  );
}

/** What was decided: reasons, a word of the reviewers, the points; nothing before there is a decision. */
export function Outcome({ lang, one }: { lang: Lang; one: NonNullable<OwnVetting["one"]> }) {
  const words = dictionary(lang).vetting;
  if (!one.scores && one.reasonCodes.length === 0) return null;
  return (
    <section aria-labelledby="outcome" className={part}>
      {one.reasonCodes.length > 0 ? (
        <>
          <h2 id="outcome" className="mb-3 text-xl">
            {words.reasonsTitle}
          </h2>
          <Reasons lang={lang} codes={one.reasonCodes} />
        </>
      ) : (
        <h2 id="outcome" className="mb-3 text-xl">
          {words.scoresTitle}
        </h2>
      )}
      {one.decisionNote ? (
        <>
          <h3 className="mt-4 font-semibold">{words.noteTitle}</h3>
          <p className="measure whitespace-pre-line">{one.decisionNote}</p>
        </>
      ) : null}
      {one.scores ? (
        <ScoreTable lang={lang} columns={[{ head: words.scoresTitle, scores: one.scores }]} />
      ) : null}
    </section>
  );
}

export function Reasons({ lang, codes }: { lang: Lang; codes: string[] }) {
  const { codes: words } = dictionary(lang).vetting;
  return (
    <ul className="measure list-disc pl-5">
      {codes.map((code) => (
        <li key={code}>{Object.hasOwn(words, code) ? words[code as ReasonCode] : code}</li>
      ))}
    </ul>
  );
}

export function AppealForm({ lang, until, field }: { lang: Lang; until: Date; field: Field }) {
  const words = dictionary(lang).vetting;
  const go = at(lang);
  return (
    <section aria-labelledby="appeal" className={part}>
      <h2 id="appeal" className="mb-2 text-xl">
        {words.appealTitle}
      </h2>
      <p className="measure mb-4">{fill(words.appealLead, { date: formatDate(lang, until) })}</p>
      <p className="mb-4">
        <ButtonLink href={go.vettingEvidence()}>{words.evidenceAdd}</ButtonLink>
      </p>
      <form method="post" action={go.vetting()} className="max-w-2xl">
        <input type="hidden" name="intent" value="appeal" />
        <TextArea {...field} label={words.appealLabel} required minLength={20} maxLength={4000} />
        <Button look="secondary">{words.appealSend}</Button>
      </form>
    </section>
  );
}

export function WithdrawForm({ lang }: { lang: Lang }) {
  const words = dictionary(lang).vetting;
  return (
    <form method="post" action={at(lang).vetting()} className="mb-8">
      <input type="hidden" name="intent" value="withdraw" />
      <p className="text-ink-soft measure mb-2 text-sm">{words.withdrawHint}</p>
      <Button look="secondary">{words.withdraw}</Button>
    </form>
  );
}
