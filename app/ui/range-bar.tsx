/** Hue says the group, depth the member; every part is named in a table beside the bar as well. */
const hues = ["fill-deep", "fill-starboard", "fill-shoal", "fill-ink-soft", "fill-note"] as const;
const depths = [1, 0.62, 0.82, 0.45];

export type RangePart = { key: string; label: string; value: number; hue: number; depth: number };

const paint = ({ hue, depth }: Pick<RangePart, "hue" | "depth">) => ({
  className: hues[hue % hues.length],
  fillOpacity: depths[depth % depths.length],
});

/** The sign that ties a line of a table or legend to its part of the bar. */
export function RangeSwatch({ hue, depth }: Pick<RangePart, "hue" | "depth">) {
  return (
    <svg width="12" height="12" aria-hidden="true" className="inline-block shrink-0">
      <rect width="12" height="12" {...paint({ hue, depth })} />
    </svg>
  );
}

/** The hatching of what is not known. */
export function GapSwatch() {
  return (
    <svg width="20" height="12" aria-hidden="true" className="inline-block shrink-0">
      <Hatching id="gap-swatch" />
      <rect width="20" height="12" fill="url(#gap-swatch)" className="stroke-ink-soft" strokeWidth="1" />
    </svg>
  );
}

function Hatching({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="fill-paper" />
      <rect width="2" height="6" className="fill-ink-soft" />
    </pattern>
  );
}

/**
 * Named parts that are sure, then a hatched stretch up to `high` for what is not known, and a mark at `middle`. All of
 * 100. Drawn on the server; one picture named `label` for screen readers, with a table beside it that says the same.
 */
export function RangeBar({
  id,
  parts,
  low,
  middle,
  high,
  label,
}: {
  id: string;
  parts: RangePart[];
  low: number;
  middle: number;
  high: number;
  label: string;
}) {
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`;
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, one) => sum + one.value, 0));
  return (
    <svg role="img" aria-label={label} width="100%" height="22" className="block">
      <Hatching id={id} />
      <rect y="3" width="100%" height="16" className="fill-shallow" />
      {parts.map((part, index) =>
        part.value > 0 ? (
          <rect
            key={part.key}
            x={percent(starts[index]!)}
            y="3"
            width={percent(part.value)}
            height="16"
            {...paint(part)}
            className={`${paint(part).className} stroke-paper`}
            strokeWidth="1.5"
          >
            <title>{`${part.label} ${part.value.toFixed(1)}`}</title>
          </rect>
        ) : null,
      )}
      {high > low ? (
        <rect x={percent(low)} y="3" width={percent(high - low)} height="16" fill={`url(#${id})`} />
      ) : null}
      <line
        x1={percent(middle)}
        x2={percent(middle)}
        y1="0"
        y2="22"
        className="stroke-ink"
        strokeWidth="2.5"
      />
    </svg>
  );
}
