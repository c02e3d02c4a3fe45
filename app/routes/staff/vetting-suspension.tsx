import { dictionary } from "#app/i18n/index.ts";
import { suspensionCodes, type ReasonCode } from "#app/modules/vetting/criteria.ts";
import type { standings } from "#app/modules/vetting/standings.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";

type Row = ReturnType<typeof standings>[number];

/** What a vetter proposed: somebody else confirms it, anybody of the desk can take it off the table. */
export function OpenProposal({ lang, proposal }: { lang: Lang; proposal: NonNullable<Row["proposal"]> }) {
  const t = dictionary(lang).vetting;
  const words = t.standing;
  return (
    <div className="border-shoal bg-shoal-tint mt-2 border-l-4 px-4 py-3">
      <p className="font-semibold">
        {words.proposed[proposal.kind]} · {formatDate(lang, proposal.createdAt)}
      </p>
      <p>{t.codes[proposal.code as ReasonCode]}</p>
      <p className="measure break-words whitespace-pre-line">{proposal.note}</p>
      <form
        method="post"
        action={at(lang).staffVettingStanding()}
        className="mt-2 flex flex-wrap items-center gap-3"
      >
        <input type="hidden" name="proposal" value={proposal.id} />
        {proposal.own ? (
          <span className="text-ink-soft">{words.ownProposal}</span>
        ) : (
          <Button look="danger" name="intent" value="confirm">
            {words.confirm}
          </Button>
        )}
        <Button look="secondary" name="intent" value="withdraw">
          {words.withdraw}
        </Button>
      </form>
    </div>
  );
}

/** Suspending or lifting, folded until somebody opens it; open again with its errors after a refusal. */
export function SuspensionForm({
  lang,
  row,
  alone,
  reply,
}: {
  lang: Lang;
  row: Row;
  alone: boolean;
  reply: Reply;
}) {
  const t = dictionary(lang).vetting;
  const words = t.standing;
  const kind = row.state === "suspended" ? "lift" : "suspend";
  const form = formOf(reply);
  return (
    <>
      {row.last && row.state === "suspended" ? (
        <p className="text-ink-soft measure">
          {formatDate(lang, row.last.at)} · {t.codes[row.last.code as ReasonCode]} {row.last.note}
        </p>
      ) : null}
      <details className="mt-1" open={form.sent}>
        <summary className="text-deep min-h-11 cursor-pointer content-center">{words.propose[kind]}</summary>
        <form method="post" action={at(lang).staffVettingStanding()} className="max-w-xl pt-2">
          <input type="hidden" name="case" value={row.id} />
          <SelectField
            {...form.field("code")}
            id={`code-${row.id}`}
            label={words.code}
            required
            options={suspensionCodes.map((code) => ({ value: code, label: t.codes[code] }))}
          />
          <TextArea
            {...form.field("note")}
            id={`note-${row.id}`}
            label={words.note}
            hint={words.noteHint}
            required
            minLength={10}
            maxLength={1000}
          />
          <Button look={kind === "suspend" ? "danger" : "secondary"}>
            {alone ? words.go[kind] : words.goVetter[kind]}
          </Button>
        </form>
      </details>
    </>
  );
}
