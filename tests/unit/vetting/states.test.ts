import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  caseStates,
  follow,
  mayAppeal,
  twelveMonthsAfter,
  type CaseEvent,
} from "#app/modules/vetting/states.ts";

const events: CaseEvent[] = [
  "submit",
  "withdraw",
  "take",
  "ask",
  "answer",
  "resume",
  "approve",
  "reject",
  "appeal",
  "lapse",
  "suspend",
  "lift",
];

/** The picture of domain.md as arrows, said a second time: everything that is not here cannot happen. */
const arrows = new Set([
  "draft submit submitted",
  "submitted withdraw draft",
  "submitted take in_review",
  "in_review ask more_info",
  "more_info answer in_review",
  "more_info resume in_review",
  "in_review approve approved",
  "in_review reject rejected",
  "rejected appeal appealed",
  "appealed take in_review",
  "approved lapse expired",
  "approved suspend suspended",
  "suspended lift approved",
]);

test("exactly the arrows of the picture can happen", () => {
  const found = caseStates.flatMap((state) =>
    events.flatMap((event) => {
      const to = follow(state, event);
      return to ? [`${state} ${event} ${to}`] : [];
    }),
  );
  expect(new Set(found)).toEqual(arrows);
});

test("however things go, nobody is approved without having been in review, and a lapsed case stays so", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (tried) => {
      let state: (typeof caseStates)[number] = "draft";
      let reviewed = false;
      for (const event of tried) {
        const next = follow(state, event);
        if (!next) continue;
        if (next === "in_review") reviewed = true;
        if (next === "approved" || next === "rejected") expect(reviewed).toBe(true);
        expect(state).not.toBe("expired");
        state = next;
      }
    }),
    { numRuns: 1_000 },
  );
});

describe("an appeal", () => {
  const decidedAt = new Date("2026-11-01T00:00:00Z");
  const refused = { state: "rejected" as const, decidedAt, appealedAt: null };
  test("is open for 30 days, once, and against a refusal only", () => {
    expect(mayAppeal(refused, new Date("2026-12-01T00:00:00Z"))).toBe(true);
    expect(mayAppeal(refused, new Date("2026-12-01T00:00:01Z"))).toBe(false);
    expect(mayAppeal({ ...refused, appealedAt: decidedAt }, decidedAt)).toBe(false);
    expect(mayAppeal({ ...refused, state: "suspended" }, decidedAt)).toBe(false);
  });
});

test.each([
  ["2026-11-22T04:00:00.000Z", "2027-11-22T04:00:00.000Z"],
  ["2028-02-29T23:00:00.000Z", "2029-02-28T23:00:00.000Z"],
  ["2027-02-28T00:00:00.000Z", "2028-02-28T00:00:00.000Z"],
])("twelve months after %s is %s", (from, to) => {
  expect(twelveMonthsAfter(new Date(from)).toISOString()).toBe(to);
});
