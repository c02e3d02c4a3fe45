/** A piece of nautical chart: depth contours, soundings and a buoyed channel. Decoration only. */
export function ChartBackdrop({ className = "" }: { className?: string }) {
  const soundings: [number, number, string][] = [
    [60, 34, "31"],
    [196, 128, "24"],
    [330, 26, "18₅"],
    [486, 132, "12"],
    [640, 24, "9₇"],
    [800, 134, "8₂"],
    [930, 28, "14"],
    [1050, 130, "22"],
    [1150, 30, "37"],
  ];
  const gates: [number, number, number, number][] = [
    [130, 66, 138, 114],
    [300, 72, 306, 120],
    [470, 48, 474, 100],
    [640, 46, 644, 96],
    [810, 62, 806, 112],
    [980, 52, 984, 102],
    [1120, 50, 1124, 98],
  ];
  return (
    <svg viewBox="0 0 1200 150" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <path d="M0 0h1200v8c-150 14-260-8-400 2s-220 16-380 2S130 4 0 14z" className="fill-shallow" />
      <path d="M0 150h1200v-16c-120-16-240 8-380-4s-210-16-360-4-300 18-460 8z" className="fill-shallow" />
      <g fill="none" className="stroke-line" strokeWidth="1.2">
        <path d="M0 30c140-20 280 18 430 6s240-24 390-8 250 14 380-6" />
        <path d="M0 44c150-16 300 18 440 6s250-18 380-6 260 10 380-6" strokeDasharray="7 5" />
        <path d="M0 122c150 12 300-14 450-4s240 12 380 2 240-10 370 4" strokeDasharray="7 5" />
      </g>
      <path
        d="M0 84c120 18 220 14 340-2s240-22 360-4 260 14 500-6"
        fill="none"
        className="stroke-note"
        strokeWidth="1.6"
        strokeDasharray="14 8 3 8"
      />
      {gates.map(([x1, y1, x2, y2]) => (
        <g key={x1}>
          <path d={`M${x1 - 5} ${y1}v-13h10v13z`} className="fill-port" />
          <circle cx={x1} cy={y1 + 1} r="2.4" className="fill-sheet stroke-ink" strokeWidth="1" />
          <path d={`M${x2 - 6} ${y2}l6-14 6 14z`} className="fill-starboard" />
          <circle cx={x2} cy={y2 + 1} r="2.4" className="fill-sheet stroke-ink" strokeWidth="1" />
        </g>
      ))}
      <g className="fill-line-strong" fontSize="14" fontStyle="italic">
        {soundings.map(([x, y, depth]) => (
          <text key={`${x}-${y}`} x={x} y={y}>
            {depth}
          </text>
        ))}
      </g>
    </svg>
  );
}
