/**
 * One value between worst (left) and best (right), 0–1: a dot, or a dashed stretch where only a span is known. `best`
 * fills the dot. Decoration: the words beside it say the same.
 */
export function DotPlot({ low, high, best }: { low: number; high: number; best: boolean }) {
  const x = (value: number) => 8 + value * 104;
  const exact = high - low < 0.005;
  return (
    <svg viewBox="0 0 120 18" width="120" height="18" aria-hidden="true" className="block max-w-full">
      <path d="M8 9H112M8 5v8M112 5v8M60 7v4" fill="none" className="stroke-line-strong" strokeWidth="1" />
      {exact ? (
        <circle
          cx={x(low)}
          cy="9"
          r={best ? 6 : 5}
          className={best ? "fill-starboard stroke-ink" : "fill-deep stroke-paper"}
          strokeWidth="1.5"
        />
      ) : (
        <line
          x1={x(low)}
          x2={x(high)}
          y1="9"
          y2="9"
          className="stroke-shoal"
          strokeWidth="4"
          strokeDasharray="3 4"
        />
      )}
    </svg>
  );
}
