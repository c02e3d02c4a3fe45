import type { QueueCell, QueueRow } from "#app/modules/guides/queue.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { FreshnessMark } from "#app/routes/guides/guide-contents.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Badge, Foreign } from "#app/ui/text.tsx";

/** The rows of the queue: a place with both its languages, when it is due, whose it is, what readers say. */
export function QueueTable({
  lang,
  rows,
  names,
  chosen,
}: {
  lang: Lang;
  rows: QueueRow[];
  names: Record<string, string>;
  /** Places that were ticked when the form was refused. */
  chosen: string[];
}) {
  const t = dictionary(lang);
  const words = t.editorial.queue;
  const go = at(lang);
  const nameOf = (row: QueueRow) => `${names[row.market] ?? row.market} ${t.topics[row.topic]}`;
  return (
    <DataTable
      caption={words.caption}
      rows={rows}
      rowKey={(row) => `${row.market}/${row.topic}`}
      columns={[
        {
          key: "place",
          head: words.place,
          cell: (row) => (
            <div className="flex min-w-56 gap-2">
              <label className="grid size-8 shrink-0 cursor-pointer place-items-center">
                <input
                  type="checkbox"
                  name="place"
                  value={`${row.market}/${row.topic}`}
                  defaultChecked={chosen.includes(`${row.market}/${row.topic}`)}
                  aria-label={words.select(nameOf(row))}
                  className="accent-deep size-5"
                />
              </label>
              <span>
                <a
                  href={go.staffGuide(row.market, row.topic)}
                  className="text-deep hover:text-note font-semibold underline underline-offset-4"
                >
                  {names[row.market] ?? row.market}
                  {lang === "zh" ? "：" : ": "}
                  {t.topics[row.topic]}
                </a>
                <Titles lang={lang} row={row} />
              </span>
            </div>
          ),
        },
        ...langs.map((side) => ({
          key: side,
          head: t.editorial.sides[side],
          cell: (row: QueueRow) => <Side lang={lang} cell={row.sides[side]} row={row} />,
        })),
        {
          key: "due",
          head: words.due,
          cell: (row) => (
            <span className="whitespace-nowrap">{row.dueAt ? formatDay(lang, row.dueAt) : words.none}</span>
          ),
        },
        { key: "owner", head: words.owner, cell: (row) => row.owner ?? words.nobody },
        {
          key: "readers",
          head: words.readers,
          cell: (row) => <Readers lang={lang} row={row} />,
        },
      ]}
    />
  );
}

function Titles({ lang, row }: { lang: Lang; row: QueueRow }) {
  const side = row.sides[lang] ?? row.sides[lang === "en" ? "zh" : "en"];
  if (!side?.title || side.title === dictionary(lang).topics[row.topic]) return null;
  return (
    <span className="text-ink-soft block text-sm">
      {side.lang === lang ? side.title : <Foreign lang={side.lang}>{side.title}</Foreign>}
    </span>
  );
}

function Side({ lang, cell, row }: { lang: Lang; cell: QueueCell | null; row: QueueRow }) {
  const words = dictionary(lang).editorial.queue;
  if (!cell) return <span className="text-ink-soft">{words.notWritten}</span>;
  const draft = cell.draft;
  return (
    <span className="flex min-w-32 flex-col items-start gap-1 text-sm">
      {cell.status === "published" ? <FreshnessMark lang={lang} state={cell.freshness} /> : null}
      {cell.status === "archived" ? <Badge>{words.states.archived}</Badge> : null}
      {draft ? (
        <a
          href={
            draft === "in_review"
              ? `${at(lang).staffGuideReview(row.market, row.topic)}#${cell.lang}`
              : at(lang).staffGuide(row.market, row.topic)
          }
          className="no-underline"
        >
          <Badge tone={draft === "in_review" ? "note" : "plain"}>{words.states[draft]}</Badge>
        </a>
      ) : null}
      {draft && cell.draftAuthor ? <span className="text-ink-soft">{words.by(cell.draftAuthor)}</span> : null}
      {cell.states.includes("behind") ? <Badge tone="warn">{words.states.behind}</Badge> : null}
    </span>
  );
}

function Readers({ lang, row }: { lang: Lang; row: QueueRow }) {
  const words = dictionary(lang).editorial.queue;
  const sum = (count: (cell: QueueCell) => number) =>
    langs.reduce((total, side) => total + (row.sides[side] ? count(row.sides[side]) : 0), 0);
  const errors = sum((cell) => cell.errors);
  const notUseful = sum((cell) => cell.notUseful);
  const useful = sum((cell) => cell.useful);
  if (errors + notUseful + useful === 0) return <span className="text-ink-soft">{words.none}</span>;
  return (
    <a
      href={at(lang).staffGuideFeedback(row.market, row.topic)}
      className="text-deep hover:text-note block text-sm underline underline-offset-4"
    >
      {errors > 0 ? <span className="text-port block font-semibold">{words.errors(errors)}</span> : null}
      {notUseful > 0 ? <span className="block whitespace-nowrap">{words.notUseful(notUseful)}</span> : null}
      {useful > 0 ? <span className="block whitespace-nowrap">{words.useful(useful)}</span> : null}
    </a>
  );
}
