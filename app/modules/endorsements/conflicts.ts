import type { FlagKind, RelationKind } from "./vocabulary.ts";

export type Body = { id: string; nameEn: string; nameZh: string; creditCode: string | null };
/** A declaration as it is stored. */
export type Declaration = {
  organisationId: string;
  otherId: string | null;
  otherName: string;
  otherCreditCode: string | null;
  relation: RelationKind;
};
/** A declared tie between two bodies; one that is not here is known by its credit code or its name. */
export type Tie = { by: string; other: string; relation: RelationKind };
export type Edge = { mncId: string; msmeId: string };
export type Someone = { userId: string; email: string };

export type Finding = { kind: FlagKind; detail: Record<string, string> };

const plainName = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");

/** Ties by who is meant: a body that is named by code or name and is here is the same as one named by its record. */
export function tiesOf(declarations: readonly Declaration[], bodies: readonly Body[]): Tie[] {
  const byCode = new Map(bodies.flatMap((body) => (body.creditCode ? [[body.creditCode, body.id]] : [])));
  const byName = new Map(
    bodies.flatMap((body) =>
      [body.nameEn, body.nameZh].filter(Boolean).map((name) => [plainName(name), body.id]),
    ),
  );
  return declarations.map(({ organisationId, otherId, otherName, otherCreditCode, relation }) => ({
    by: organisationId,
    other:
      otherId ??
      (otherCreditCode ? byCode.get(otherCreditCode) : undefined) ??
      (otherName ? byName.get(plainName(otherName)) : undefined) ??
      (otherCreditCode ? `code:${otherCreditCode}` : `name:${plainName(otherName)}`),
    relation,
  }));
}

/**
 * The nine characters of a unified social credit code that stand for the body itself (GB 32100-2015, 4.1: places
 * 9 to 17), whatever office registered it; null without a code.
 */
function bodyCode(creditCode: string | null): string | null {
  return creditCode && creditCode.length === 18 ? creditCode.slice(8, 17) : null;
}

/** One mailbox, one person: a tag after "+" and dots before Gmail's "@" make no other person. */
export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const untagged = local.split("+")[0]!;
  return `${domain === "gmail.com" ? untagged.replaceAll(".", "") : untagged}@${domain}`;
}

/** Somebody who is or was on both sides; null when nobody is. */
export function samePerson(mnc: readonly Someone[], msme: readonly Someone[]): Someone | null {
  const ids = new Set(mnc.map((one) => one.userId));
  const mailboxes = new Set(mnc.map((one) => mailboxOf(one.email)));
  return msme.find((one) => ids.has(one.userId) || mailboxes.has(mailboxOf(one.email))) ?? null;
}

/** A step of a ring: `endorsed` in this direction, or a tie, and who has said so. */
type Link = { endorsed: boolean; said: Set<string> };

/** Whether nobody but this body says that the two belong together. */
const restsOn = (by: string, { endorsed, said }: Link) => !endorsed && said.size === 1 && said.has(by);

/** More steps than any network of ours takes; a search that comes so far is given up. */
const longestSearch = 100_000;

/**
 * The shortest way from the endorsed firm back to its endorser, over endorsements (in their direction) and ties (both
 * ways), as node ids from endorser to endorser; null when there is none. A tie straight between the two is not a
 * ring: it has its own check.
 *
 * A tie that only one body has declared counts when that body itself endorses or is endorsed, and no body on the way
 * is linked to both of its neighbours by its own word alone: otherwise a stranger, or a rival that somebody endorses,
 * could put others out of force by declaring ties to both of them.
 */
export function ringThrough(edge: Edge, edges: readonly Edge[], ties: readonly Tie[]): string[] | null {
  const { mncId, msmeId } = edge;
  const next = linksOf(edge, edges, ties);
  const left = distancesTo(mncId, next);
  let steps = 0;
  /** The rest of the way behind `way`, in no more than `most` nodes. `own`: its last node was reached by its own word. */
  const search = (way: string[], own: boolean, most: number): string[] | null => {
    const node = way.at(-1)!;
    for (const [to, link] of next.get(node) ?? []) {
      if (own && restsOn(node, link)) continue;
      if (to === mncId) return [...way, to];
      const far = way.length + 1 + (left.get(to) ?? Infinity) > most;
      if (far || way.includes(to) || (steps += 1) > longestSearch) continue;
      const found = search([...way, to], restsOn(to, link), most);
      if (found) return found;
    }
    return null;
  };
  const shortest = 2 + (left.get(msmeId) ?? Infinity);
  for (let most = shortest; most <= left.size + 1 && steps <= longestSearch; most += 1) {
    const found = search([mncId, msmeId], false, most);
    if (found) return found;
  }
  return null;
}

function linksOf(edge: Edge, edges: readonly Edge[], ties: readonly Tie[]): Map<string, Map<string, Link>> {
  const { mncId, msmeId } = edge;
  const involved = new Set([edge, ...edges].flatMap((one) => [one.mncId, one.msmeId]));
  const declared = new Set(ties.map(({ by, other }) => JSON.stringify([by, other])));
  const next = new Map<string, Map<string, Link>>();
  const link = (from: string, to: string): Link => {
    const links = next.get(from) ?? new Map<string, Link>();
    const one = links.get(to) ?? { endorsed: false, said: new Set<string>() };
    next.set(from, links.set(to, one));
    return one;
  };
  for (const one of edges) {
    if (one.mncId !== mncId || one.msmeId !== msmeId) link(one.mncId, one.msmeId).endorsed = true;
  }
  for (const { by, other } of ties) {
    const direct = (by === mncId && other === msmeId) || (by === msmeId && other === mncId);
    if (direct || !(involved.has(by) || declared.has(JSON.stringify([other, by])))) continue;
    link(by, other).said.add(by);
    link(other, by).said.add(by);
  }
  return next;
}

/** How many steps each body is away from this one, whoever's word they rest on. */
function distancesTo(end: string, next: Map<string, Map<string, Link>>): Map<string, number> {
  const before = new Map<string, string[]>();
  for (const [from, links] of next) {
    for (const to of links.keys()) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const distances = new Map([[end, 0]]);
  for (const [node, distance] of distances) {
    for (const from of before.get(node) ?? []) if (!distances.has(from)) distances.set(from, distance + 1);
  }
  return distances;
}

const dayMs = 86_400_000;
/** Submissions by one multinational that surprise nobody, within 24 hours and within seven days. */
const usualSubmissions = { day: 8, week: 20 } as const;

/**
 * Whether the submissions up to `now` are a sudden mass to which the one of `handedIn` belongs: within 24 hours more
 * than 8 and more than three times the busiest day before, or within seven days more than 20 and more than twice the
 * busiest week before; what was before is the 180 days ahead of the window. `times` are one for each endorsement
 * handed in, in any order.
 */
export function suddenMass(
  times: readonly Date[],
  now: Date,
  handedIn: Date = now,
): { window: "day" | "week"; count: number; busiest: number } | null {
  const ages = times.map((time) => now.getTime() - time.getTime()).filter((age) => age >= 0);
  for (const [window, days, factor] of [
    ["day", 1, 3],
    ["week", 7, 2],
  ] as const) {
    const width = days * dayMs;
    if (now.getTime() - handedIn.getTime() >= width) continue;
    const within = (from: number) => ages.filter((age) => age >= from && age < from + width).length;
    const count = within(0);
    const earlier = ages.filter((age) => age >= width && age < width + 180 * dayMs);
    const busiest = Math.max(0, ...earlier.map(within));
    if (count > Math.max(usualSubmissions[window], factor * busiest)) return { window, count, busiest };
  }
  return null;
}

/** The finding for an endorsement that belongs to a sudden mass; null when there is none, or it lies before it. */
export function massFinding(times: readonly Date[], now: Date, handedIn: Date): Finding | null {
  const mass = suddenMass(times, now, handedIn);
  if (!mass) return null;
  const { window, count, busiest } = mass;
  return { kind: "massEndorsement", detail: { window, count: String(count), busiest: String(busiest) } };
}

export type Evidence = {
  endorsement: Edge;
  mnc: Body;
  msme: Body;
  /** The firm says that a large enterprise controls it. */
  underLargeControl: boolean;
  ties: readonly Tie[];
  /** Endorsements under way or in force. */
  live: readonly Edge[];
  /** Who is or was a member of each side, and who acted for it here. */
  people: { mnc: readonly Someone[]; msme: readonly Someone[] };
  /** When this multinational handed in each of its endorsements. */
  submissions: readonly Date[];
  /** When this endorsement was first handed in. */
  handedIn: Date;
  now: Date;
};

/** Everything about an endorsement that staff should look at before it goes public, with the evidence. */
export function findConflicts(evidence: Evidence): Finding[] {
  const { endorsement, mnc, msme, ties } = evidence;
  const found: Finding[] = [];
  const between = ties.filter(
    (tie) => (tie.by === mnc.id && tie.other === msme.id) || (tie.by === msme.id && tie.other === mnc.id),
  );
  const declared = (kind: FlagKind, relations: readonly RelationKind[]): Finding[] => {
    const tie = between.find((one) => relations.includes(one.relation));
    return tie ? [{ kind, detail: { because: "declared", relation: tie.relation, by: tie.by } }] : [];
  };
  const code = bodyCode(mnc.creditCode);
  const own = declared("ownSubsidiary", ["parent", "subsidiary"]);
  if (own.length > 0) found.push(...own);
  else if (code !== null && code === bodyCode(msme.creditCode)) {
    found.push({ kind: "ownSubsidiary", detail: { because: "code", code } });
  } else if (evidence.underLargeControl) {
    found.push({ kind: "ownSubsidiary", detail: { because: "control" } });
  }
  found.push(...declared("sharedDirector", ["sharedDirector"]));
  found.push(...declared("declaredTie", ["sharedShareholder", "family"]));
  const person = samePerson(evidence.people.mnc, evidence.people.msme);
  if (person) found.push({ kind: "samePerson", detail: { person: person.userId } });
  const ring = ringThrough(endorsement, evidence.live, ties);
  if (ring) found.push({ kind: "ring", detail: { path: ring.join(" > ") } });
  const mass = massFinding(evidence.submissions, evidence.now, evidence.handedIn);
  if (mass) found.push(mass);
  return found;
}
