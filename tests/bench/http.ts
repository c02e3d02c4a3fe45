import { load, type Ask, type Load } from "./load.ts";
import { figure, type Row } from "./table.ts";

type Place = { name: string; origin: string; asks: Ask[] };

/** Until the machine code of a busy path is optimised; measured on two busy cores, about 2,000 requests. */
const warmSeconds = 5;

/**
 * Loads every place in turn, in several rounds so that a noisy moment doesn't fall on one of them alone; the median
 * round counts.
 */
export async function sideBySide<Name extends string>(
  places: Record<Name, Omit<Place, "name">>,
  options: { rounds: number; seconds: number },
): Promise<Record<Name, Load>> {
  const names = Object.keys(places) as Name[];
  const seen = new Map<Name, Load[]>(names.map((name) => [name, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const name of names) {
      const { origin, asks } = places[name];
      const turns = options.rounds + 1;
      if (round === 0) await load(origin, asks, warmSeconds);
      seen.get(name)!.push(await load(origin, asks, options.seconds, (round + 1) / turns));
    }
  }
  const median = (list: Load[]) => [...list].sort((a, b) => a.rps - b.rps)[Math.floor(list.length / 2)]!;
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name)!)])) as Record<Name, Load>;
}

export function httpRows(loads: Record<"bare" | "guide" | "direct" | "api" | "again" | "page", Load>): Row[] {
  const { bare, guide, direct, api, again, page } = loads;
  const line = ({ rps, p50, p99, failures }: Load) =>
    `${figure(rps, 0)}/s, p50 ${figure(p50)} ms, p99 ${figure(p99)} ms${failures ? `, ${failures} failed` : ""}`;
  const ratio = (a: Load, b: Load) => a.rps / b.rps;
  const beside = (own: Load) =>
    `${line(own)}: ${figure(own.p99 / direct.p99, 2)}× the engine's p99, ${figure(ratio(direct, own), 2)}× its time`;
  return [
    { what: "Bare Express route", value: line(bare) },
    {
      what: "Guide page, visitor",
      value: `${line(guide)}: ${figure(ratio(guide, bare), 2)} of bare`,
      target: "at least 0.33",
      ok: ratio(guide, bare) >= 1 / 3 && guide.failures === 0,
    },
    { what: "Engine asked directly", value: line(direct) },
    {
      what: "/api/v1/search, every query new",
      value: beside(api),
      target: "p99 at most 2×",
      ok: api.p99 <= 2 * direct.p99 && api.failures === 0,
    },
    {
      what: "/api/v1/search, 300 queries that come again",
      value: beside(again),
      target: "p99 at most 2×",
      ok: again.p99 <= 2 * direct.p99 && again.failures === 0,
    },
    {
      what: "Search page",
      value: `${line(page)}: ${figure(ratio(page, bare), 3)} of bare, ${figure(ratio(direct, page), 2)}× the engine's time`,
      target: "no failure",
      ok: page.failures === 0,
    },
  ];
}
