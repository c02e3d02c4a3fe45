import { dictionary } from "#app/i18n/index.ts";
import type { completeness } from "#app/modules/msmes/completeness.ts";
import { profileItems } from "#app/modules/msmes/completeness.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

/** How far the profile is, what is the most useful next, and what else is missing. */
export function CompletenessPanel({
  lang,
  completeness: { done, missing },
}: {
  lang: Lang;
  completeness: ReturnType<typeof completeness>;
}) {
  const { completeness: words, items } = dictionary(lang).profile;
  const total = profileItems.length;
  const [next, ...later] = missing;
  const step = 100 / total;
  return (
    <section aria-label={words.label} className="mb-6">
      <svg width="100%" className="block h-3" role="img" aria-label={words.text(done.length, total)}>
        {profileItems.map((item, index) => (
          <rect
            key={item}
            x={`${index * step}%`}
            width={`${step}%`}
            height="100%"
            strokeWidth="2"
            className={`stroke-paper ${index < done.length ? "fill-starboard" : "fill-line"}`}
          />
        ))}
      </svg>
      <p className="mt-1">
        <span className="font-semibold">{words.text(done.length, total)}</span>
        {next ? (
          <>
            {lang === "zh" ? "。" : ". "}
            {words.next} <a href={at(lang).profile(next.field)}>{items[next.item]}</a>
          </>
        ) : (
          <>
            {lang === "zh" ? "，" : ". "}
            {words.all}
          </>
        )}
      </p>
      {later.length > 0 ? (
        <p className="text-ink-soft text-sm">
          {words.then}{" "}
          {later.map(({ item, field }, index) => (
            <span key={item}>
              {index > 0 ? (lang === "zh" ? "、" : ", ") : ""}
              <a href={at(lang).profile(field)}>{items[item]}</a>
            </span>
          ))}
        </p>
      ) : null}
    </section>
  );
}
