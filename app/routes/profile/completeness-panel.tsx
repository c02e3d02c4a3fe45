import { dictionary } from "#app/i18n/index.ts";
import { profileItems, type completeness, type ProfileItem } from "#app/modules/msmes/completeness.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";

/** How far the profile is, which field is the most useful next and why, and what else is missing. */
export function CompletenessPanel({
  lang,
  completeness: { done, missing },
  demand,
  open,
  standing,
}: {
  lang: Lang;
  completeness: ReturnType<typeof completeness>;
  /** How many of the `open` opportunities look at an item. */
  demand: Partial<Record<ProfileItem, number>>;
  open: number;
  standing: Standing;
}) {
  const t = dictionary(lang).profile;
  const words = t.completeness;
  const total = profileItems.length;
  const [next, ...later] = missing;
  const step = 100 / total;
  const comma = lang === "zh" ? "、" : ", ";
  return (
    <section aria-label={words.label} className="mb-8 max-w-3xl">
      <p className="mb-1 flex items-baseline justify-between">
        <span className="font-semibold">{words.text(done.length, total)}</span>
        <span className="text-ink-soft">{Math.round((done.length / total) * 100)}%</span>
      </p>
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
      {next ? (
        <div className="border-note bg-note-tint mt-4 border-l-4 px-4 py-3">
          <p className="text-note text-sm font-semibold">{t.guide.nextTitle}</p>
          <p className="text-lg font-semibold">{t.items[next.item]}</p>
          <p className="measure mb-3">
            {t.reasons[next.item]} {demand[next.item] ? t.asked(demand[next.item]!, open) : null}
          </p>
          <ButtonLink look="primary" href={at(lang).profile(next.field)}>
            {t.guide.fill}
          </ButtonLink>
        </div>
      ) : standing.status === "unvetted" || standing.status === "lapsed" ? (
        <div className="border-note bg-note-tint mt-4 border-l-4 px-4 py-3">
          <p className="text-lg font-semibold">{words.all}</p>
          <p className="measure mb-3">{words.apply}</p>
          <ButtonLink look="primary" href={at(lang).vetting()}>
            {words.toVetting}
          </ButtonLink>
        </div>
      ) : (
        <p className="mt-2">{words.all}</p>
      )}
      {later.length > 0 ? (
        <p className="text-ink-soft mt-2 text-sm">
          {words.then}{" "}
          {later.map(({ item, field }, index) => (
            <span key={item}>
              {index > 0 ? comma : ""}
              <a href={at(lang).profile(field)}>{t.items[item]}</a>
            </span>
          ))}
        </p>
      ) : null}
    </section>
  );
}
