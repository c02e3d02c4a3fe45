import { dictionary } from "#app/i18n/index.ts";
import { isEmpty, type TopicEntry } from "#app/modules/guides/contents.ts";
import type { Freshness } from "#app/modules/guides/freshness.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Foreign } from "#app/ui/text.tsx";
import { Ring } from "./fact-note.tsx";
import { CheckedBar } from "./market-tile.tsx";

const signs: Record<Freshness, [string, string]> = {
  verified: ["✓", "text-starboard"],
  toCheck: ["", "text-note"],
  due: ["!", "text-shoal"],
  overdue: ["✕", "text-port"],
};

/** How far a section can be relied on today, as sign and word. */
export function FreshnessMark({ lang, state }: { lang: Lang; state: Freshness }) {
  const [sign, tone] = signs[state];
  return (
    <span className={`font-semibold whitespace-nowrap ${tone}`}>
      {sign ? <span aria-hidden="true">{sign}</span> : <Ring />} {dictionary(lang).guides.freshness[state]}
    </span>
  );
}

/** The topics that hold something, with what they hold; the empty ones are named in one line, not hidden. */
export function GuideContents({ lang, code, entries }: { lang: Lang; code: string; entries: TopicEntry[] }) {
  const t = dictionary(lang);
  const words = t.guides.market;
  const empty = entries.filter(isEmpty);
  return (
    <>
      <table className="border-line-strong w-full border-collapse border-t text-left">
        <thead className="text-ink-soft text-sm">
          <tr className="border-line border-b">
            <th scope="col" className="py-1.5 pr-4 font-normal">
              {words.topic}
            </th>
            <th scope="col" className="hidden py-1.5 pr-4 font-normal sm:table-cell">
              {words.prose}
            </th>
            <th scope="col" className="w-20 py-1.5 text-right font-normal sm:w-28">
              {words.factsHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries
            .filter((entry) => !isEmpty(entry))
            .map((entry) => (
              <tr key={entry.topic} className="border-line border-b align-top">
                <th scope="row" className="py-2.5 pr-4 font-normal">
                  <a
                    href={at(lang).section(code, entry.topic)}
                    className="text-deep hover:text-note font-semibold underline underline-offset-4"
                  >
                    {t.topics[entry.topic]}
                  </a>
                  {entry.summary ? (
                    <p className="text-ink-soft measure text-sm leading-snug">
                      {entry.summary.lang === lang ? (
                        entry.summary.text
                      ) : (
                        <Foreign lang={entry.summary.lang}>{entry.summary.text}</Foreign>
                      )}
                    </p>
                  ) : null}
                  <p className="text-sm sm:hidden">
                    <ProseState lang={lang} entry={entry} />
                  </p>
                </th>
                <td className="hidden py-2.5 pr-4 text-sm whitespace-nowrap sm:table-cell">
                  <ProseState lang={lang} entry={entry} />
                </td>
                <td className="py-2.5 text-right text-sm">
                  {entry.facts.total > 0 ? (
                    <>
                      {entry.facts.total}
                      <CheckedBar count={entry.facts} />
                      <span className="text-ink-soft">{t.guides.checked(entry.facts.checked)}</span>
                    </>
                  ) : (
                    <span aria-hidden="true">—</span>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {empty.length > 0 ? (
        <p className="text-ink-soft measure mt-3 text-sm">
          {words.nothingYet}
          {lang === "zh" ? "：" : ": "}
          {empty.map(({ topic }) => t.topics[topic]).join(lang === "zh" ? "；" : "; ")}
          {lang === "zh" ? "。" : ". "}
          {words.nothingYetHint}
        </p>
      ) : null}
    </>
  );
}

function ProseState({ lang, entry }: { lang: Lang; entry: TopicEntry }) {
  const t = dictionary(lang);
  if (!entry.freshness) return <span className="text-ink-soft">{t.guides.market.noProse}</span>;
  const only = entry.langs.includes(lang) ? null : t.guides.section.onlyShort[lang === "zh" ? "en" : "zh"];
  return (
    <>
      <FreshnessMark lang={lang} state={entry.freshness} />
      {only ? <span className="text-ink-soft"> · {only}</span> : null}
    </>
  );
}
