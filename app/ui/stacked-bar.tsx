/** Fills that differ in lightness as well as hue, so that neighbours part without colour vision too. */
const fills = [
  "fill-deep",
  "fill-starboard",
  "fill-line-strong",
  "fill-note",
  "fill-ink",
  "fill-shoal",
  "fill-ink-soft",
] as const;

/** `colour` is an index that a part keeps wherever it is drawn. */
export type BarPart = { key: string; label: string; value: number; colour: number };

/** The sign that ties a line of a table to its part of the bar. */
export function BarSwatch({ colour }: { colour: number }) {
  return (
    <svg width="12" height="12" aria-hidden="true" className="inline-block shrink-0">
      <rect width="12" height="12" className={fills[colour % fills.length]} />
    </svg>
  );
}

/**
 * Named parts of a whole of `total` on one bar, drawn on the server. It needs a table beside it that says the same;
 * for screen readers the bar is one picture named `label`.
 */
export function StackedBar({
  parts,
  total,
  label,
  className = "h-5",
}: {
  parts: BarPart[];
  total: number;
  label: string;
  className?: string;
}) {
  const percent = (value: number) => `${(value / total) * 100}%`;
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, one) => sum + one.value, 0));
  return (
    <svg role="img" aria-label={label} width="100%" className={`block ${className}`}>
      <rect width="100%" height="100%" className="fill-shallow" />
      {parts.map((part, index) =>
        part.value > 0 ? (
          <rect
            key={part.key}
            x={percent(starts[index]!)}
            width={percent(part.value)}
            height="100%"
            className={`${fills[part.colour % fills.length]} stroke-paper`}
            strokeWidth="1.5"
          >
            <title>{`${part.label} ${part.value}`}</title>
          </rect>
        ) : null,
      )}
    </svg>
  );
}
