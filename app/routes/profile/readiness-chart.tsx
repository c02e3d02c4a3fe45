import { dictionary } from "#app/i18n/index.ts";
import type { DimensionResult } from "#app/modules/msmes/readiness.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

const size = 300;
const centre = size / 2;
const radius = 92;

const point = (index: number, count: number, share: number) => {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return [centre + Math.cos(angle) * radius * share, centre + Math.sin(angle) * radius * share] as const;
};
const outline = (count: number, share: number) =>
  Array.from({ length: count }, (_, index) => point(index, count, share).join(",")).join(" ");

/**
 * A compass rose of the dimensions, drawn on the server: rings at thirds, a dimension that is not answered is a gap
 * in the outline, never a nought. The table beside it says the same.
 */
export function ReadinessChart({ lang, results }: { lang: Lang; results: DimensionResult[] }) {
  const words = dictionary(lang).readiness;
  const count = results.length;
  const spots = results.map(({ percent }, index) =>
    percent === null ? null : point(index, count, percent / 100),
  );
  return (
    <section aria-labelledby="readiness-result" className="mb-10 max-w-3xl">
      <h2 id="readiness-result" className="mb-2 text-2xl">
        {words.result}
      </h2>
      <div className="grid items-center gap-6 sm:grid-cols-[18rem_1fr]">
        <svg viewBox={`0 0 ${size} ${size}`} className="mx-auto block w-full max-w-72" aria-hidden="true">
          {[1 / 3, 2 / 3, 1].map((share) => (
            <polygon key={share} points={outline(count, share)} className="stroke-line fill-none" />
          ))}
          {results.map(({ dimension }, index) => {
            const [x, y] = point(index, count, 1);
            const [labelX, labelY] = point(index, count, 1.22);
            const anchor = Math.abs(labelX - centre) < 5 ? "middle" : labelX > centre ? "start" : "end";
            return (
              <g key={dimension}>
                <line x1={centre} y1={centre} x2={x} y2={y} className="stroke-line" />
                <text
                  x={anchor === "middle" ? labelX : labelX + (anchor === "start" ? -10 : 10)}
                  y={labelY + 4}
                  textAnchor={anchor}
                  fontSize="13"
                  className="fill-ink"
                >
                  {words.dimensions[dimension]}
                </text>
              </g>
            );
          })}
          {spots.every((spot) => spot !== null) ? (
            <polygon
              points={spots.map((spot) => spot.join(",")).join(" ")}
              className="fill-deep stroke-deep"
              fillOpacity="0.22"
              strokeWidth="2"
            />
          ) : (
            spots.map((spot, index) => {
              const following = spots[(index + 1) % count];
              return spot && following ? (
                <line
                  key={index}
                  x1={spot[0]}
                  y1={spot[1]}
                  x2={following[0]}
                  y2={following[1]}
                  className="stroke-deep"
                  strokeWidth="2"
                />
              ) : null;
            })
          )}
          {spots.map((spot, index) =>
            spot ? <circle key={index} cx={spot[0]} cy={spot[1]} r="4.5" className="fill-deep" /> : null,
          )}
        </svg>
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{words.result}</caption>
          <thead>
            <tr className="border-line-strong border-b">
              <th scope="col" className="py-1 pr-3 text-sm">
                {words.dimension}
              </th>
              <th scope="col" className="py-1 text-right text-sm">
                {words.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ dimension, percent, answered, questions }) => (
              <tr key={dimension} className="border-line border-b">
                <th scope="row" className="py-1 pr-3 font-normal">
                  <a
                    href={at(lang).profileReadiness(dimension)}
                    className="text-deep underline underline-offset-4 inline-block min-h-9 content-center"
                  >
                    {words.dimensions[dimension]}
                  </a>
                </th>
                <td className="py-1 text-right">
                  {percent === null ? words.answered(answered, questions) : `${percent}%`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
