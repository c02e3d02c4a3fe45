import type { Topic } from "#db/schema/topics.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import type { DraftState } from "./draft-policy.ts";
import { freshness, type Freshness } from "./freshness.ts";
import { pairState, type PairState } from "./language-pair.ts";

/** One language of one place, as the queue reads it from the database. */
export type QueueSide = {
  id: string;
  lang: Lang;
  market: string;
  topic: Topic;
  status: "draft" | "in_review" | "published" | "archived";
  ownerId: string | null;
  owner: string | null;
  publishedRevisionId: string | null;
  levelWithRevisionId: string | null;
  title: string | null;
  verifiedAt: string | null;
  reviewDueAt: string;
  basis: "read" | "knowledge";
  draft: DraftState | null;
  draftAuthor: string | null;
  errors: number;
  notUseful: number;
  useful: number;
};

/** What the filter of the queue can ask of a side. */
export const queueStates = [
  "draft",
  "in_review",
  "due",
  "overdue",
  "never",
  "behind",
  "feedback",
  "archived",
  "missing",
] as const;
export type QueueState = (typeof queueStates)[number];

export type QueueFilter = {
  market: string;
  topic: string;
  lang: string;
  /** "" = anybody's; "me", "nobody", or an id. */
  owner: string;
  state: QueueState | "";
  order: "due" | "feedback";
};

export type QueueCell = QueueSide & { freshness: Freshness; pair: PairState; states: QueueState[] };
export type QueueRow = {
  market: string;
  topic: Topic;
  sides: Record<Lang, QueueCell | null>;
  owner: string | null;
  ownerId: string | null;
  /** The nearer review date of those published; null = nothing published. */
  dueAt: string | null;
  /** Open reports, and how heavily they weigh: an error reported counts as three times “not useful”. */
  open: number;
  weight: number;
};

/** All places that hold a section, those that fit the filter, in its order. */
export function queueOf(sides: QueueSide[], filter: QueueFilter, actorId: string, now: Date): QueueRow[] {
  const places = new Map<string, QueueSide[]>();
  for (const side of sides) {
    const key = `${side.market}/${side.topic}`;
    const place = places.get(key);
    if (place) place.push(side);
    else places.set(key, [side]);
  }
  const rows = [...places.values()]
    .map((place) => rowOf(place, now))
    .filter((row) => fits(row, filter, actorId));
  const byPlace = (a: QueueRow, b: QueueRow) =>
    a.market.localeCompare(b.market) || a.topic.localeCompare(b.topic);
  const byDue = (a: QueueRow, b: QueueRow) => (a.dueAt ?? "9999").localeCompare(b.dueAt ?? "9999");
  return rows.sort(
    filter.order === "feedback"
      ? (a, b) => b.weight - a.weight || byDue(a, b) || byPlace(a, b)
      : (a, b) => byDue(a, b) || b.weight - a.weight || byPlace(a, b),
  );
}

function rowOf(place: QueueSide[], now: Date): QueueRow {
  const side = (lang: Lang) => place.find((one) => one.lang === lang) ?? null;
  const sides = {
    en: cellOf(side("en"), side("zh"), now),
    zh: cellOf(side("zh"), side("en"), now),
  };
  const published = place.filter(({ status }) => status === "published");
  const owned = place.find(({ ownerId }) => ownerId !== null);
  const sum = (count: (side: QueueSide) => number) => place.reduce((total, one) => total + count(one), 0);
  return {
    market: place[0]!.market,
    topic: place[0]!.topic,
    sides,
    owner: owned?.owner ?? null,
    ownerId: owned?.ownerId ?? null,
    dueAt: published.map(({ reviewDueAt }) => reviewDueAt).sort()[0] ?? null,
    open: sum(({ errors, notUseful }) => errors + notUseful),
    weight: sum(({ errors, notUseful }) => 3 * errors + notUseful),
  };
}

function cellOf(side: QueueSide | null, other: QueueSide | null, now: Date): QueueCell | null {
  if (!side) return null;
  const fresh = freshness(side, now);
  const pair = pairState(side, other);
  const isPublished = side.status === "published";
  const states: QueueState[] = [];
  if (side.draft !== null) states.push(side.draft);
  if (isPublished && (fresh === "due" || fresh === "overdue")) states.push(fresh);
  if (isPublished && side.verifiedAt === null) states.push("never");
  if (isPublished && pair === "otherNewer") states.push("behind");
  if (side.errors + side.notUseful > 0) states.push("feedback");
  if (side.status === "archived") states.push("archived");
  return { ...side, freshness: fresh, pair, states };
}

function fits(row: QueueRow, filter: QueueFilter, actorId: string): boolean {
  if (filter.market && row.market !== filter.market) return false;
  if (filter.topic && row.topic !== filter.topic) return false;
  const owner = filter.owner === "me" ? actorId : filter.owner;
  if (owner === "nobody" ? row.ownerId !== null : owner !== "" && row.ownerId !== owner) return false;
  const asked = langs.filter((lang) => !filter.lang || filter.lang === lang);
  const { state } = filter;
  if (state === "missing") return asked.some((lang) => !row.sides[lang]?.publishedRevisionId);
  if (state === "") return asked.some((lang) => row.sides[lang] !== null);
  return asked.some((lang) => row.sides[lang]?.states.includes(state) ?? false);
}
