/** One bar of parts laid end to end, or one row of dots, in the chart's unit; `said` stands at a bar's end. */
export type ChartRow = { key: string; label: string; strong?: boolean; values: number[]; said?: string };

const fills = ["fill-deep", "fill-note", "fill-starboard"] as const;
const rowHeight = 26;

/** The signs that tie a chart's series to their names: shape and lightness differ, not colour alone. */
export function ChartLegend({ names, dots = false }: { names: string[]; dots?: boolean }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            {dots ? (
              <Dot x="7" y={7} series={index} />
            ) : (
              <rect width="14" height="14" className={fills[index]} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/**
 * Stacked bars on one scale, drawn on the server. Labels are text of the page (they wrap and scale); the bars are one
 * picture each, hidden from screen readers, who read the table that stands beside every chart.
 */
export function BarChart({ rows, most }: { rows: ChartRow[]; most: number }) {
  return (
    <ul className="border-line-strong border-t" aria-hidden="true">
      {rows.map((row) => {
        return (
          <li
            key={row.key}
            className="border-line grid grid-cols-[7rem_1fr_4.5rem] items-center gap-2 border-b text-sm sm:grid-cols-[9rem_1fr_5rem]"
          >
            <span className={row.strong ? "font-semibold" : ""}>{row.label}</span>
            <svg width="100%" height={rowHeight} className="block">
              {row.values.map((value, index) => {
                const before = row.values.slice(0, index).reduce((sum, one) => sum + one, 0);
                return (
                  <rect
                    key={index}
                    x={percent(before, most)}
                    y={6}
                    width={percent(value, most)}
                    height={rowHeight - 12}
                    className={`${fills[index]!} ${row.strong ? "" : "opacity-60"}`}
                  />
                );
              })}
            </svg>
            <span className={`text-right ${row.strong ? "font-semibold" : ""}`}>{row.said}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Dots on a line from nought to `most`, a row for each place: for shares that are compared, not added. */
export function DotPlot({
  rows,
  most,
  format,
}: {
  rows: ChartRow[];
  most: number;
  format: (value: number) => string;
}) {
  return (
    <ul className="border-line-strong border-t" aria-hidden="true">
      {rows.map((row) => (
        <li
          key={row.key}
          className="border-line grid grid-cols-[6rem_1fr] items-center gap-3 border-b text-sm sm:grid-cols-[9rem_1fr]"
        >
          <span className={row.strong ? "font-semibold" : ""}>{row.label}</span>
          <svg width="100%" height={rowHeight} className="block overflow-visible">
            <line x1="0" x2="100%" y1={rowHeight / 2} y2={rowHeight / 2} className="stroke-line" />
            {row.values.map((value, index) => (
              <Dot key={index} x={percent(value, most)} y={rowHeight / 2} series={index} />
            ))}
          </svg>
        </li>
      ))}
      <li className="text-ink-soft grid grid-cols-[6rem_1fr] gap-3 text-sm sm:grid-cols-[9rem_1fr]">
        <span />
        <span className="flex justify-between">
          <span>{format(0)}</span>
          <span>{format(most / 2)}</span>
          <span>{format(most)}</span>
        </span>
      </li>
    </ul>
  );
}

const percent = (value: number, most: number) => `${Math.round((value / most) * 1000) / 10}%`;

/** Circle, diamond, ring: told apart without colour. */
function Dot({ x, y, series }: { x: string; y: number; series: number }) {
  if (series === 1) {
    return (
      <svg x={x} y={y} overflow="visible">
        <path d="M0-6 6 0 0 6-6 0z" className="fill-note" />
      </svg>
    );
  }
  return (
    <circle
      cx={x}
      cy={y}
      r={series === 0 ? 5.5 : 4.5}
      className={series === 0 ? "fill-deep" : "fill-paper stroke-starboard"}
      strokeWidth="2.5"
    />
  );
}
