import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findConflicts,
  mailboxOf,
  ringThrough,
  suddenMass,
  tiesOf,
  type Edge,
  type Evidence,
  type Tie,
} from "#app/modules/endorsements/conflicts.ts";

const now = new Date("2026-11-22T04:00:00Z");
const quiet: Evidence = {
  endorsement: { mncId: "A", msmeId: "b" },
  mnc: { id: "A", nameEn: "Lindenhof", nameZh: "林登霍夫", creditCode: "91310115MADEM01348" },
  msme: { id: "b", nameEn: "Qinghe Toys", nameZh: "青禾", creditCode: "91330782MADEM0011F" },
  underLargeControl: false,
  ties: [],
  live: [],
  people: {
    mnc: [{ userId: "1", email: "vogt@lindenhof.example" }],
    msme: [{ userId: "2", email: "shen@qinghe.example" }],
  },
  submissions: [now],
  handedIn: now,
  now,
};
const kinds = (evidence: Partial<Evidence>) =>
  findConflicts({ ...quiet, ...evidence }).map((finding) => finding.kind);
const tie = (by: string, relation: Tie["relation"], other: string): Tie => ({ by, relation, other });

describe("conflicts", () => {
  test("two bodies that have nothing to do with each other raise none", () => {
    expect(kinds({})).toEqual([]);
  });

  test.each([
    [tie("A", "subsidiary", "b"), "ownSubsidiary"],
    [tie("b", "parent", "A"), "ownSubsidiary"],
    [tie("b", "sharedDirector", "A"), "sharedDirector"],
    [tie("A", "sharedShareholder", "b"), "declaredTie"],
    [tie("b", "family", "A"), "declaredTie"],
  ])("a tie counts whichever side declared it: %o", (declared, kind) => {
    expect(kinds({ ties: [declared] })).toEqual([kind]);
  });

  test("a tie of one of them to somebody else is none between them", () => {
    expect(kinds({ ties: [tie("A", "subsidiary", "c"), tie("b", "parent", "D")] })).toEqual([]);
  });

  test("a firm under large control, and one body under two codes", () => {
    expect(kinds({ underLargeControl: true })).toEqual(["ownSubsidiary"]);
    const twin = { ...quiet.msme, creditCode: `91440300${quiet.mnc.creditCode!.slice(8, 17)}X` };
    expect(kinds({ msme: twin })).toEqual(["ownSubsidiary"]);
  });

  test("the same person by account or by mailbox", () => {
    const msme = (email: string, userId = "9") => ({ ...quiet.people, msme: [{ userId, email }] });
    expect(kinds({ people: msme("x@y.example", "1") })).toEqual(["samePerson"]);
    expect(kinds({ people: msme("Vogt+toys@lindenhof.example") })).toEqual(["samePerson"]);
    expect(kinds({ people: msme("vogt@qinghe.example") })).toEqual([]);
  });

  test("a body is the same by record, code or name", () => {
    const declare = (other: object) => ({
      organisationId: "b",
      otherId: null,
      otherName: "",
      otherCreditCode: null,
      relation: "parent" as const,
      ...other,
    });
    const bodies = [quiet.mnc, quiet.msme];
    const other = (declared: object) => tiesOf([declare(declared)], bodies)[0]!.other;
    expect(other({ otherId: "A" })).toBe("A");
    expect(other({ otherCreditCode: "91310115MADEM01348" })).toBe("A");
    expect(other({ otherName: "LINDENHOF " })).toBe("A");
    expect(other({ otherName: "林登霍夫" })).toBe("A");
    expect(other({ otherName: "Somebody else" })).toBe("name:somebodyelse");
  });

  test("mailboxes", () => {
    expect(mailboxOf("J.Doe+a@gmail.com")).toBe("jdoe@gmail.com");
    expect(mailboxOf("j.doe@firm.example")).toBe("j.doe@firm.example");
  });
});

describe("rings", () => {
  const edge = { mncId: "A", msmeId: "b" };

  test("A endorses b, whose parent C endorses d, which belongs to A", () => {
    const ties = [tie("b", "parent", "C"), tie("d", "parent", "A")];
    expect(ringThrough(edge, [{ mncId: "C", msmeId: "d" }], ties)).toEqual(["A", "b", "C", "d", "A"]);
    expect(ringThrough(edge, [{ mncId: "C", msmeId: "e" }], ties)).toBeNull();
  });

  test("a shared parent that is not here closes a ring too", () => {
    const ties = [tie("b", "parent", "code:X"), tie("A", "parent", "code:X")];
    expect(ringThrough(edge, [], ties)).toEqual(["A", "b", "code:X", "A"]);
  });

  test("a stranger's word alone does not: declaring ties to both puts nobody out of force", () => {
    const ties = [tie("K", "family", "A"), tie("K", "family", "b")];
    expect(ringThrough(edge, [], ties)).toBeNull();
    expect(ringThrough(edge, [], [...ties, tie("A", "family", "K"), tie("b", "family", "K")])).not.toBeNull();
  });

  test("nor does a rival's that somebody endorses, as long as neither of the two says the same", () => {
    const rival = [{ mncId: "C", msmeId: "k" }];
    const ties = [tie("k", "family", "A"), tie("k", "family", "b")];
    expect(ringThrough(edge, rival, ties)).toBeNull();
    expect(ringThrough(edge, rival, [...ties, tie("b", "family", "k")])).toEqual(["A", "b", "k", "A"]);
    expect(ringThrough(edge, rival, [...ties, tie("A", "family", "k")])).toEqual(["A", "b", "k", "A"]);
    // Who is linked on one side by an endorsement is no stranger to the ring.
    const giver = [tie("C", "subsidiary", "b"), tie("k", "parent", "A")];
    expect(ringThrough(edge, rival, giver)).toEqual(["A", "b", "C", "k", "A"]);
  });

  test("agrees with trying every way, on random networks", () => {
    const node = fc.constantFrom("A", "b", "C", "d", "E", "f");
    const network = fc.record({
      edges: fc.array(
        fc.record({ mncId: fc.constantFrom("A", "C", "E"), msmeId: fc.constantFrom("b", "d", "f") }),
        { maxLength: 6 },
      ),
      ties: fc.array(
        fc
          .tuple(node, node)
          .filter(([by, other]) => by !== other)
          .map(([by, other]) => tie(by, "family", other)),
        { maxLength: 5 },
      ),
    });
    fc.assert(
      fc.property(network, ({ edges, ties }) => {
        const path = ringThrough(edge, edges, ties);
        const every = everyWay(edge, edges, ties);
        expect(path !== null).toBe(every.length > 0);
        if (path === null) return;
        expect(path.length).toBe(Math.min(...every.map((way) => way.length)));
        expect(every.map(String)).toContain(String(path));
      }),
      { numRuns: 3_000 },
    );
  });
});

/** The oracle: every simple way from the firm back to its endorser, by trying all of them. */
function everyWay(edge: Edge, edges: Edge[], ties: Tie[]): string[][] {
  const party = (one: string) =>
    [edge, ...edges].some(({ mncId, msmeId }) => one === mncId || one === msmeId);
  const steps: [string, string][] = [];
  for (const { mncId, msmeId } of edges) {
    if (!(mncId === edge.mncId && msmeId === edge.msmeId)) steps.push([mncId, msmeId]);
  }
  for (const { by, other } of ties) {
    const pair = [by, other].sort().join();
    if (pair === [edge.mncId, edge.msmeId].sort().join()) continue;
    const returned = ties.some((one) => one.by === other && one.other === by);
    if (party(by) || returned) steps.push([by, other], [other, by]);
  }
  const endorses = (from: string, to: string) =>
    edges.some(({ mncId, msmeId }) => mncId === from && msmeId === to);
  const says = (by: string, other: string) => ties.some((one) => one.by === by && one.other === other);
  /** Whether the way goes through this node by its own word alone, in and out. */
  const alone = (before: string, node: string, after: string) =>
    !endorses(before, node) && !says(before, node) && !endorses(node, after) && !says(after, node);
  const found: string[][] = [];
  const walk = (way: string[]) => {
    for (const [from, to] of steps) {
      if (from !== way.at(-1)) continue;
      if (from !== edge.msmeId && alone(way.at(-2)!, from, to)) continue;
      if (to === edge.mncId) found.push([...way, to]);
      else if (!way.includes(to)) walk([...way, to]);
    }
  };
  walk([edge.mncId, edge.msmeId]);
  return found;
}

describe("sudden mass", () => {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const many = (count: number, days: number) => Array.from({ length: count }, () => ago(days));

  test("eight in a day surprise nobody, nine do", () => {
    expect(suddenMass(many(8, 0.5), now)).toBeNull();
    expect(suddenMass(many(9, 0.5), now)).toEqual({ window: "day", count: 9, busiest: 0 });
  });

  test("somebody who has handed in ten in a day before may do thirty, not thirty-one", () => {
    const usual = many(10, 40);
    expect(suddenMass([...usual, ...many(30, 0.5)], now)?.window).not.toBe("day");
    expect(suddenMass([...usual, ...many(31, 0.5)], now)).toMatchObject({ window: "day", busiest: 10 });
  });

  test("a few each day add up over the week", () => {
    const week = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => many(3, day + 0.2));
    expect(suddenMass(week, now)).toMatchObject({ window: "week", count: 21 });
    expect(suddenMass(week.slice(1), now)).toBeNull();
  });

  test("it is those of the window, however long ago they were approved, and nothing handed in before", () => {
    const times = [...many(8, 0.9), now, ago(1), ago(40)];
    const kindsAt = (handedIn: Date) => kinds({ submissions: times, handedIn });
    expect(kindsAt(now)).toEqual(["massEndorsement"]);
    expect(kindsAt(ago(0.9))).toEqual(["massEndorsement"]);
    expect(kindsAt(ago(1))).toEqual([]);
    expect(kindsAt(ago(40))).toEqual([]);
  });
});
