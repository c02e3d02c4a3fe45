/** A piece of nautical chart: depth contours, soundings and a buoyed channel. Decoration only. */
export function ChartBackdrop({ className = "" }: { className?: string }) {
  const soundings: [number, number, string][] = [
    [70, 60, "31"],
    [190, 128, "24"],
    [318, 54, "18₅"],
    [452, 212, "12"],
    [610, 58, "9₇"],
    [742, 232, "8₂"],
    [880, 70, "14"],
    [1010, 226, "22"],
    [1120, 84, "37"],
    [96, 230, "28"],
  ];
  const gates: [number, number, number, number][] = [
    [250, 150, 262, 208],
    [420, 118, 430, 178],
    [590, 108, 594, 168],
    [765, 128, 758, 188],
    [940, 122, 944, 182],
  ];
  return (
    <svg viewBox="0 0 1200 280" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <rect width="1200" height="280" className="fill-shoalwater" />
      <path d="M0 0h1200v46c-150 22-260-14-400 6s-220 34-380 10S130 28 0 58z" className="fill-shallow" />
      <path d="M0 280h1200v-36c-120-26-240 12-380-4s-210-32-360-10-300 34-460 12z" className="fill-shallow" />
      <g fill="none" className="stroke-line" strokeWidth="1.2">
        <path d="M0 84c140-26 280 24 430 8s240-32 390-12 250 20 380-6" />
        <path d="M0 108c150-20 300 26 440 10s250-24 380-8 260 14 380-8" strokeDasharray="7 5" />
        <path d="M0 214c150 18 300-20 450-6s240 20 380 4 240-16 370 4" strokeDasharray="7 5" />
        <path d="M0 234c160 20 300-16 450-4s240 22 380 8 250-14 370 2" />
      </g>
      <path d="M0 172c120 18 220 6 340-12s240-26 360-8 260 22 500-6" fill="none" className="stroke-note" strokeWidth="1.6" strokeDasharray="14 8 3 8" />
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
