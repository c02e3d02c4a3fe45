import { dictionary } from "#app/i18n/index.ts";
import { regionGroups, type RegionGroup } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";

/** The region filter as links, each with its number of markets; the filter stands in the URL. */
export function RegionLinks({
  lang,
  current,
  counts,
  href,
}: {
  lang: Lang;
  current: RegionGroup | null;
  counts: Map<RegionGroup, number>;
  href: (region: RegionGroup | null) => string;
}) {
  const t = dictionary(lang);
  const words = t.crossmarket.topics;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const links: { region: RegionGroup | null; label: string; count: number }[] = [
    { region: null, label: words.all, count: total },
    ...regionGroups
      .filter((group) => counts.has(group))
      .map((group) => ({ region: group, label: t.guides.regions[group], count: counts.get(group)! })),
  ];
  return (
    <nav aria-label={words.filter} className="no-print mb-4 flex flex-wrap gap-x-5 gap-y-1">
      {links.map(({ region, label, count }) => (
        <a
          key={label}
          href={href(region)}
          aria-current={region === current ? "true" : undefined}
          className="nav-link inline-flex min-h-11 items-center gap-1.5"
        >
          {label} <span className="text-ink-soft text-sm">{count}</span>
        </a>
      ))}
    </nav>
  );
}
