import type { SideMerge } from "#app/modules/guides/save-drafts.server.ts";
import { diffRuns } from "#app/modules/guides/diff.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import { Notice } from "#app/ui/text.tsx";

/** What somebody saved meanwhile and what the reader typed, clash by clash; the form below holds the merged text. */
export function MergePanel({ lang, merges }: { lang: Lang; merges: Partial<Record<Lang, SideMerge>> }) {
  const t = dictionary(lang).editorial;
  const words = t.merge;
  return (
    <section aria-labelledby="merge" className="mb-8">
      <Notice tone="warn" live>
        <h2 id="merge" className="text-lg">
          {words.title}
        </h2>
        <p>{words.text}</p>
        <ul className="mt-2">
          {langs.map((side) => {
            const merge = merges[side];
            if (!merge) return null;
            const count = merge.conflicts.length;
            return (
              <li key={side} className="font-semibold">
                {count > 0 ? words.clash(t.sides[side], count) : words.clean(t.sides[side])}
              </li>
            );
          })}
        </ul>
      </Notice>
      {langs.map((side) => {
        const merge = merges[side];
        if (!merge || merge.conflicts.length === 0) return null;
        const name = merge.theirs.name ?? t.editor.state.somebody;
        const theirs = words.theirs(name, merge.theirs.at ? formatTime(lang, merge.theirs.at) : "");
        return (
          <ol key={side} className="space-y-4">
            {merge.conflicts.map((conflict, index) => (
              <li key={index} className="border-line-strong border-t pt-2">
                <h3 className="text-base">
                  {t.sides[side]} · {words.fields[conflict.field]}
                </h3>
                {["verifiedAt", "reviewDueAt", "basis"].includes(conflict.field) ? (
                  <p className="text-ink-soft text-sm">{words.dateNote}</p>
                ) : null}
                <div className="mt-1 grid gap-3 sm:grid-cols-2">
                  <Side side={side} title={theirs} text={conflict.theirs} other={conflict.mine} />
                  <Side side={side} title={words.mine} text={conflict.mine} other={conflict.theirs} />
                </div>
              </li>
            ))}
          </ol>
        );
      })}
    </section>
  );

  function Side(props: { side: Lang; title: string; text: string; other: string }) {
    const runs = diffRuns(props.side, props.other, props.text).filter(({ kind }) => kind !== "removed");
    return (
      <div>
        <p className="text-ink-soft text-sm">{props.title}</p>
        <div
          lang={props.side === "zh" ? "zh-Hans" : "en"}
          className="border-line bg-sheet border px-3 py-2 break-words whitespace-pre-line"
        >
          {props.text === ""
            ? words.nothing
            : runs.map((run, index) =>
                run.kind === "added" ? (
                  <mark key={index}>{run.text}</mark>
                ) : (
                  <span key={index}>{run.text}</span>
                ),
              )}
        </div>
      </div>
    );
  }
}
