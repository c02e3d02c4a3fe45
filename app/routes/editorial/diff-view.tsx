import { diffLines, diffRuns, differs, type DiffLine, type Run } from "#app/modules/guides/diff.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";

type Words = {
  title: string;
  summary: string;
  body: string;
  sources: { title: string; publisher: string; url?: string; asOf: string }[];
};

const codeOf = (lang: Lang) => (lang === "zh" ? "zh-Hans" : "en");

/** What changed between two states of one language of a section: words within lines, and lines as a whole. */
export function WordsDiff({
  lang,
  side,
  before,
  after,
}: {
  lang: Lang;
  side: Lang;
  before: Words;
  after: Words;
}) {
  const t = dictionary(lang).editorial;
  const body = diffLines(side, before.body, after.body);
  const sources = diffLines(side, sourceLines(before), sourceLines(after));
  const parts = [
    before.title !== after.title
      ? { name: t.editor.title, node: <Runs lang={lang} runs={diffRuns(side, before.title, after.title)} /> }
      : null,
    before.summary !== after.summary
      ? {
          name: t.editor.summary,
          node: <Runs lang={lang} runs={diffRuns(side, before.summary, after.summary)} />,
        }
      : null,
    differs(body) ? { name: t.editor.body, node: <Lines lang={lang} lines={body} /> } : null,
    differs(sources) ? { name: t.editor.sources, node: <Lines lang={lang} lines={sources} /> } : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return <p className="text-ink-soft">{t.review.sameText}</p>;
  return (
    <dl className="diff">
      {parts.map(({ name, node }) => (
        <div key={name}>
          <dt className="text-ink-soft mb-1 text-sm font-semibold">{name}</dt>
          <dd lang={codeOf(side)} className="border-line bg-sheet mb-4 border px-3 py-2 break-words">
            {node}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sourceLines({ sources }: Words): string {
  return sources
    .map(({ title, publisher, url, asOf }) => [title, publisher, url, asOf].filter(Boolean).join(" · "))
    .join("\n");
}

/** Words that are new or gone; the sign and the line mean that colour never speaks alone. */
function Runs({ lang, runs }: { lang: Lang; runs: Run[] }) {
  const words = dictionary(lang).editorial.revisions;
  return (
    <>
      {runs.map((run, index) =>
        run.kind === "same" ? (
          <span key={index}>{run.text}</span>
        ) : run.kind === "added" ? (
          <ins key={index} className="diff-added">
            <span className="sr-only">[{words.added}: </span>
            {run.text}
            <span className="sr-only">]</span>
          </ins>
        ) : (
          <del key={index} className="diff-removed">
            <span className="sr-only">[{words.removed}: </span>
            {run.text}
            <span className="sr-only">]</span>
          </del>
        ),
      )}
    </>
  );
}

const signs = { same: "", removed: "−", added: "+", changed: "±" };

function Lines({ lang, lines }: { lang: Lang; lines: DiffLine[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index} className={`diff-line diff-line-${line.kind}`}>
          <span aria-hidden="true" className="diff-sign">
            {signs[line.kind]}
          </span>
          <span className="min-w-0">
            <Runs
              lang={lang}
              runs={line.kind === "changed" ? line.runs : [{ kind: line.kind, text: line.text || " " }]}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
