import type { Topic } from "#db/schema/topics.ts";
import type { Answer, Filter, Question, SearchEngine } from "./engine.ts";
import { partsOf, readersOf, readersOfEmpty, sectionsIndex } from "./indexes/sections.ts";
import type { Lang } from "./topics.ts";
import type { Understood } from "./understand.ts";
import { weighing } from "./weighing.ts";

/** What a reader asks: words, filters of their own choosing, and which page. */
export type SearchRequest = {
  q: string;
  lang: Lang;
  markets: string[];
  topics: Topic[];
  page: number;
  limit: number;
};

export type RankedHit = { id: string; market: string; topic: Topic; lang: Lang; score: number };

export type Ranked = {
  hits: RankedHit[];
  total: number;
  facets: { market: Record<string, number>; topic: Record<string, number> };
};

/** So many candidates are ranked again by market and topic; pages behind them keep the engine's own order. */
const window = 100;

/** Fewer sections than this in a named market, and the rest of its guide is shown after them. */
const few = 4;

/**
 * Answers a request with whichever engine. A hit is a section that has the words; where the query names a market
 * and a topic, that section counts as a hit also when it lacks the words, and a market in which few have the words
 * is shown whole, these first: a query that names a market always finds it. Totals and facets are exact.
 */
export async function rank(
  engine: SearchEngine,
  request: SearchRequest,
  understood: Understood,
  { signal, overdue }: { signal?: AbortSignal | undefined; overdue?: ReadonlySet<string> } = {},
): Promise<Ranked> {
  if (!understood.says) return { hits: [], total: 0, facets: { market: {}, topic: {} } };
  const plan = planOf(request, understood, overdue);
  if (plan.markets !== null && !plan.ownMarkets && plan.topics === null && plan.words.length > 0) {
    const named = await collectNamed(engine, plan, plan.markets, signal);
    if (named) return named;
  }
  const found = await collect(engine, plan, signal);
  if (found.total > 0 || plan.words.length === 0 || plan.ownMarkets) return found;
  if (plan.markets === null && plan.asked.length === 0) return found;
  const topics = plan.topics ?? (plan.markets === null ? plan.asked : null);
  return collect(engine, { ...plan, words: [], wanted: [], topics }, signal);
}

type Plan = {
  words: Understood["words"];
  /** Market filter, the reader's own or else what the query names. */
  markets: string[] | null;
  topics: Topic[] | null;
  /** The reader ticked markets: their counts are taken without that filter. */
  ownMarkets: boolean;
  /** Topics that the query asks for. */
  asked: Topic[];
  /** Topics whose section counts as a hit, whatever its words, in a named or a likely market. */
  wanted: Topic[];
  likely: string[];
  readers: string[];
  weigh: (hit: RankedHit) => number;
  offset: number;
  limit: number;
};

function planOf(
  request: SearchRequest,
  understood: Understood,
  overdue: ReadonlySet<string> | undefined,
): Plan {
  const markets = request.markets.length > 0 ? request.markets : understood.markets;
  const asked = [...understood.topics].filter(([, weight]) => weight >= 0.3).map(([topic]) => topic);
  const topics = request.topics.length > 0 ? request.topics : null;
  const wanted = topics ? asked.filter((topic) => topics.includes(topic)) : asked;
  return {
    words: understood.words,
    markets,
    topics,
    ownMarkets: request.markets.length > 0 && !sameItems(request.markets, understood.markets ?? []),
    asked,
    wanted: understood.words.length > 0 ? wanted : [],
    likely: understood.likely,
    // A section in which nothing stands yet is shown only to those who ask for its market and topic.
    readers: [
      readersOf(request.lang),
      ...(markets === null ? [] : [...new Set([...asked, ...request.topics])]).map((topic) =>
        readersOfEmpty(request.lang, topic),
      ),
    ],
    weigh: weighing(understood, overdue),
    offset: (request.page - 1) * request.limit,
    limit: request.limit,
  };
}

const sameItems = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item));

// ---- Asking --------------------------------------------------------------------------------------------------

/** So many sections of named markets are taken in whole; the usual case, as a market has one per topic. */
const whole = 200;

/**
 * The answer for named markets whose sections fit into memory: which of them have the words is asked, the rest is
 * counted here. Null when there are too many.
 */
async function collectNamed(
  engine: SearchEngine,
  plan: Plan,
  markets: readonly string[],
  signal?: AbortSignal,
): Promise<Ranked | null> {
  const question = { ...plain(plan), filter: filterOf(plan, markets, null), limit: whole };
  const [withWords, all] = await engine.query(sectionsIndex, [question, { ...question, words: [] }], signal);
  if (all!.total > whole) return null;
  const scores = new Map(withWords!.hits.map((hit) => [hit.id, hit.score]));
  const everything = hitsOf(all!.hits).map((hit) => ({ ...hit, score: scores.get(hit.id) ?? 0 }));
  const fitting = everything.filter((hit) => scores.has(hit.id) || plan.wanted.includes(hit.topic));
  const chosen = fitting.length < few ? everything : fitting;
  const facets: Ranked["facets"] = { market: {}, topic: {} };
  for (const { market, topic } of chosen) {
    facets.market[market] = (facets.market[market] ?? 0) + 1;
    facets.topic[topic] = (facets.topic[topic] ?? 0) + 1;
  }
  return {
    hits: inOrder(chosen, plan).slice(plan.offset, plan.offset + plan.limit),
    total: chosen.length,
    facets,
  };
}

function inOrder(hits: RankedHit[], plan: Plan): RankedHit[] {
  return hits
    .map((hit) => ({ hit, weight: plan.weigh(hit) }))
    .sort((a, b) => b.weight - a.weight || (a.hit.id < b.hit.id ? -1 : 1))
    .map(({ hit }) => hit);
}

async function collect(engine: SearchEngine, plan: Plan, signal?: AbortSignal): Promise<Ranked> {
  const questions: Question[] = [];
  const ask: Ask = (question) => questions.push({ ...plain(plan), ...question }) - 1;
  const base = filterOf(plan, plan.markets, plan.topics);
  const all = askCounted(ask, plan, base, ["market", "topic"], window);
  // Counts of a filter that the reader chose are taken without it, so that the other choices can be seen.
  const markets = plan.ownMarkets
    ? askCounted(ask, plan, filterOf(plan, null, plan.topics), ["market"], 0)
    : all;
  const topics = plan.topics ? askCounted(ask, plan, filterOf(plan, plan.markets, null), ["topic"], 0) : all;
  const answers = await engine.query(sectionsIndex, questions, signal);

  const withWords = answers[all.main]!;
  const ranked = inOrder(hitsOf([...withWords.hits, ...wantedBeyond(answers, all)]), plan);
  const hits = ranked.slice(plan.offset, plan.offset + plan.limit);
  const missing = plan.limit - hits.length;
  if (missing > 0 && withWords.total > window) {
    const offset = window + Math.max(0, plan.offset - ranked.length);
    const [deeper] = await engine.query(
      sectionsIndex,
      [{ ...plain(plan), filter: base, offset, limit: missing }],
      signal,
    );
    hits.push(...hitsOf(deeper!.hits));
  }
  return {
    hits,
    total: counted(answers, all),
    facets: { market: countedBy(answers, markets, "market"), topic: countedBy(answers, topics, "topic") },
  };
}

type Ask = (question: Partial<Question> & { filter: Filter }) => number;

/** Where the answers to "has the words", "is wanted" and "is both" stand among all answers. */
type Counted = { main: number; wanted: number | null; both: number | null };

const plain = (plan: Plan) => ({
  words: plan.words,
  prefix: true,
  match: plan.markets ? ("any" as const) : ("rarest" as const),
  offset: 0,
  limit: 0,
  facets: [],
});

/** "Has the words or is wanted" cannot be asked in one question, so it is counted as a + b − (a and b). */
function askCounted(ask: Ask, plan: Plan, filter: Filter, facets: string[], limit: number): Counted {
  const main = ask({ filter, facets, limit });
  const market = filter.market ?? plan.likely;
  if (plan.wanted.length === 0 || market.length === 0) return { main, wanted: null, both: null };
  const narrowed = { ...filter, market, topic: plan.wanted };
  const reach = limit === 0 ? 0 : 1000;
  return {
    main,
    wanted: ask({ filter: narrowed, facets, words: [], limit: reach }),
    both: ask({ filter: narrowed, facets, limit: reach }),
  };
}

/** Wanted sections that aren't among the candidates: without the words, or behind the window with its last score. */
function wantedBeyond(answers: Answer[], { main, wanted, both }: Counted): Answer["hits"] {
  if (wanted === null || both === null) return [];
  const among = new Set(answers[main]!.hits.map((hit) => hit.id));
  const withWords = new Set(answers[both]!.hits.map((hit) => hit.id));
  const last = answers[main]!.hits.at(-1)?.score ?? 0;
  return answers[wanted]!.hits.filter((hit) => !among.has(hit.id)).map(({ id }) => ({
    id,
    score: withWords.has(id) ? last : 0,
  }));
}

function counted(answers: Answer[], { main, wanted, both }: Counted): number {
  return (
    answers[main]!.total +
    (wanted === null ? 0 : answers[wanted]!.total) -
    (both === null ? 0 : answers[both]!.total)
  );
}

function countedBy(
  answers: Answer[],
  { main, wanted, both }: Counted,
  facet: string,
): Record<string, number> {
  const sums: Record<string, number> = { ...answers[main]!.facets[facet] };
  const add = (at: number | null, sign: 1 | -1) => {
    if (at === null) return;
    for (const [value, count] of Object.entries(answers[at]!.facets[facet] ?? {})) {
      sums[value] = (sums[value] ?? 0) + sign * count;
    }
  };
  add(wanted, 1);
  add(both, -1);
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count > 0));
}

function filterOf(plan: Plan, markets: readonly string[] | null, topics: readonly Topic[] | null): Filter {
  return {
    readers: plan.readers,
    ...(markets ? { market: markets } : {}),
    ...(topics ? { topic: topics } : {}),
  };
}

const hitsOf = (hits: Answer["hits"]): RankedHit[] =>
  hits.flatMap(({ id, score }) => {
    const parts = partsOf(id);
    return parts ? [{ id, score, ...parts }] : [];
  });
