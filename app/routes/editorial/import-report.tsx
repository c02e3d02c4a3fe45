import type { DraftImport } from "#app/modules/guides/import-drafts.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/text.tsx";

const shown = 100;

/** What became of an upload: how many drafts, and line and field of every bad record. */
export function ImportReport({ lang, result }: { lang: Lang; result: DraftImport }) {
  const words = dictionary(lang).editorial.import;
  const { done, problems, skipped, drafted, unchanged, ignored } = result;
  const rows = problems.slice(0, shown).map((problem, index) => ({ ...problem, id: String(index) }));
  return (
    <section aria-label={words.title} className="mb-10">
      <Notice tone={done ? "good" : "bad"} live>
        <p>{done ? words.taken(drafted, unchanged) : words.refused(skipped)}</p>
        {done && skipped > 0 ? <p>{words.skipped(skipped)}</p> : null}
        {done && drafted > 0 ? (
          <p>
            <a href={at(lang).staffGuides({ state: "in_review" })}>{words.toReview}</a>
          </p>
        ) : null}
        {ignored.length > 0 ? <p>{words.ignored(ignored.join(", "))}</p> : null}
      </Notice>
      {rows.length > 0 ? (
        <DataTable
          caption={words.problems}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "where", head: words.where, cell: (row) => <code>{`${row.file}:${row.line}`}</code> },
            { key: "field", head: words.field, cell: (row) => <code>{row.field}</code> },
            { key: "message", head: words.message, cell: (row) => row.message },
          ]}
        />
      ) : null}
      {problems.length > shown ? <p className="mt-2">{words.more(problems.length - shown)}</p> : null}
    </section>
  );
}
