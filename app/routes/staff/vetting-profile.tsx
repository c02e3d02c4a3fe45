import { dictionary } from "#app/i18n/index.ts";
import type { CaseFile } from "#app/modules/vetting/case-file.server.ts";
import { snapshotFields } from "#app/modules/vetting/snapshot-fields.ts";
import type { Lang } from "#app/platform/context.ts";

/** The profile as it was handed in, and beside it what has been changed since. */
export function CaseProfile({ lang, file }: { lang: Lang; file: CaseFile }) {
  const t = dictionary(lang).vetting;
  const words = t.file;
  const { snapshot, current, changed } = file;
  const then = snapshot ?? current;
  const shown = snapshotFields.filter((field) => then[field]?.length || changed.includes(field));
  const lines = (values: string[] | undefined) =>
    values?.length ? (
      values.map((value) => (
        <span key={value} className="block break-words whitespace-pre-line">
          {value}
        </span>
      ))
    ) : (
      <span className="text-ink-soft">–</span>
    );
  return (
    <section aria-labelledby="profile">
      <h2 id="profile" className="mb-2 text-xl">
        {words.profileTitle}
      </h2>
      <p className="text-ink-soft mb-3">
        {snapshot ? (changed.length === 0 ? words.unchanged : null) : words.noSnapshot}
      </p>
      <dl className="border-line-strong border-t">
        {shown.map((field) => (
          <div
            key={field}
            className="border-line grid gap-x-4 border-b py-2 sm:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <dt className="text-ink-soft">{t.snapshot[field]}</dt>
            <dd>{lines(then[field])}</dd>
            {changed.includes(field) ? (
              <dd className="border-note border-l-4 pl-3">
                <span className="text-note block text-sm font-semibold">{words.today}</span>
                {lines(current[field])}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
