import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  inForce,
  isSecondPerson,
  mayBeEndorsed,
  stageAfter,
  stageOf,
  stages,
  stateOf,
  steps,
} from "#app/modules/endorsements/policy.ts";
import { daysAfter, dayOf, endOfDay, lastDayOf, startOfDay } from "#app/modules/endorsements/days.ts";

const now = new Date("2026-11-22T04:00:00Z");

describe("the state machine", () => {
  test("nothing becomes active but by approval and then acceptance, whatever is tried in between", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (tried) => {
        let stage: (typeof stages)[number] = "draft";
        let taken: string[] = [];
        for (const step of tried) {
          const next = stageAfter(stage, step);
          if (next === null) continue;
          if (next === "gone") return;
          taken = next === "draft" ? [] : [...taken, step];
          stage = next;
          if (stage === "active") expect(taken).toEqual(["submit", "approve", "accept"]);
        }
      }),
    );
  });

  test("what has ended stays ended", () => {
    for (const step of steps) {
      expect(stageAfter("expired", step)).toBeNull();
      expect(stageAfter("revoked", step)).toBeNull();
    }
  });

  test("an active one cannot be edited, only ended", () => {
    expect(steps.filter((step) => stageAfter("active", step) !== null)).toEqual(["revoke", "expire"]);
  });

  test("stage and state tell the same", () => {
    for (const stage of stages) {
      const row = { state: stateOf(stage), approvedAt: stage === "acceptance" ? now : null };
      expect(stageOf(row)).toBe(stage);
    }
  });
});

describe("in force", () => {
  const row = { state: "active" as const, validFrom: now, validUntil: new Date(now.getTime() + 1000) };
  const vetted = { status: "vetted" as const };

  test("from its first instant until before its last", () => {
    expect(inForce(row, [], vetted, now)).toBe(true);
    expect(inForce(row, [], vetted, new Date(now.getTime() - 1))).toBe(false);
    expect(inForce(row, [], vetted, row.validUntil)).toBe(false);
  });

  test("not while its firm is suspended; a standing that lapsed does not end it", () => {
    expect(inForce(row, [], { status: "suspended" }, now)).toBe(false);
    expect(inForce(row, [], { status: "lapsed" }, now)).toBe(true);
  });

  test("only while every flag is cleared", () => {
    expect(inForce(row, [{ outcome: "cleared" }, { outcome: "cleared" }], vetted, now)).toBe(true);
    expect(inForce(row, [{ outcome: "cleared" }, { outcome: null }], vetted, now)).toBe(false);
    expect(inForce(row, [{ outcome: "upheld" }], vetted, now)).toBe(false);
  });

  test("only when active", () => {
    for (const state of ["draft", "pending_approval", "expired", "revoked"] as const) {
      expect(inForce({ ...row, state }, [], vetted, now)).toBe(false);
    }
  });
});

test("the second person is neither who drafted nor who edited last", () => {
  const row = { draftedById: "a", editedById: "b" };
  expect(["a", "b", "c"].filter((person) => isSecondPerson(row, person))).toEqual(["c"]);
});

test("only a valid vetting lets a firm be endorsed", () => {
  const all = ["vetted", "lapsed", "suspended", "underReview", "unvetted"] as const;
  expect(all.filter((status) => mayBeEndorsed({ status }))).toEqual(["vetted"]);
});

describe("days", () => {
  test.each([
    ["2026-11-22", "2027-11-21"],
    ["2027-01-01", "2027-12-31"],
    ["2027-03-01", "2028-02-29"],
    ["2028-02-29", "2029-02-28"],
  ])("twelve months from %s end on %s", (from, to) => {
    expect(lastDayOf(from)).toBe(to);
  });

  test("twelve months always fit what the database allows, and the day after begins the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const from = daysAfter("1990-01-01", days);
        const [start, end] = [startOfDay(from), endOfDay(lastDayOf(from))];
        expect(end.getTime() - start.getTime()).toBeLessThanOrEqual(31_622_400_000);
        expect(dayOf(end)).toBe(lastDayOf(from));
        expect(dayOf(start)).toBe(from);
      }),
    );
  });
});
