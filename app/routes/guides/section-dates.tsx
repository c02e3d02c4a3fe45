import { dictionary } from "#app/i18n/index.ts";
import { freshness } from "#app/modules/guides/freshness.ts";
import { pairState } from "#app/modules/guides/language-pair.ts";
import type { PublishedSection } from "#app/modules/guides/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { Notice } from "#app/ui/text.tsx";
import { FreshnessMark } from "./guide-contents.tsx";

type Shown = PublishedSection & { other: PublishedSection | null };

/** The "verified / due / owner" line, how the two languages stand, and a notice where the other one is shown. */
export function SectionDates({ lang, section, now }: { lang: Lang; section: Shown | null; now: Date }) {
  if (!section) return null;
  const words = dictionary(lang).guides;
  const state = freshness(section, now);
  const foreign = section.lang !== lang;
  const pair = foreign ? "otherMissing" : pairState(section, section.other);
  const items: [string, React.ReactNode][] = [
    [
      words.section.verifiedOn,
      section.verifiedAt ? formatDay(lang, section.verifiedAt) : words.section.neverVerified,
    ],
    [words.section.dueOn, formatDay(lang, section.reviewDueAt)],
  ];
  if (section.publishedAt) items.push([words.section.published, formatDate(lang, section.publishedAt)]);
  items.push([words.section.owner, section.owner ?? words.section.ownerDesk]);
  return (
    <>
      {foreign ? <Notice tone="note">{words.section.onlyIn[section.lang]}</Notice> : null}
      <div className="border-note mb-8 border-l-2 pl-4">
        <div className="text-ink-soft flex flex-wrap gap-x-6 gap-y-0.5 text-sm">
          <FreshnessMark lang={lang} state={state} />
          <dl className="contents">
            {items.map(([label, value]) => (
              <div key={label} className="flex gap-1.5">
                <dt>{label}</dt>
                <dd className="text-ink">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        {foreign ? null : (
          <p className={`text-sm ${pair === "otherNewer" ? "text-shoal font-semibold" : "text-ink-soft"}`}>
            {words.pair[pair]}
          </p>
        )}
      </div>
    </>
  );
}
