import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateProblem,
  publishRefusal,
  stateAfter,
  type DraftState,
} from "#app/modules/guides/draft-policy.ts";

const today = "2026-11-22";
const source = {
  title: "EUR-Lex",
  publisher: "European Union",
  url: "https://eur-lex.europa.eu",
  asOf: "2025",
};
const published = {
  verifiedAt: "2026-06-01",
  reviewDueAt: "2026-12-01",
  basis: "read" as const,
  sources: [source],
};
const draft = { ...published, evidence: "" };

describe("dates and their evidence", () => {
  it("lets an unchanged date be, even one that has passed", () => {
    expect(
      dateProblem(
        { ...published, reviewDueAt: "2026-01-01" },
        { ...draft, reviewDueAt: "2026-01-01" },
        today,
      ),
    ).toBeNull();
  });

  it("refuses a plain shift of either date, at its field", () => {
    expect(dateProblem(published, { ...draft, verifiedAt: today }, today)).toMatchObject({
      field: "verifiedAt",
      key: "guide.dateWithoutEvidence",
    });
    expect(dateProblem(published, { ...draft, reviewDueAt: "2027-06-01" }, today)).toMatchObject({
      field: "reviewDueAt",
      key: "guide.dateWithoutEvidence",
    });
  });

  it("takes changed sources or a note as evidence, but not another order, spacing or a word", () => {
    const moved = { ...draft, verifiedAt: today, reviewDueAt: "2027-06-01" };
    expect(
      dateProblem(published, { ...moved, evidence: "Read the consolidated text of 2026." }, today),
    ).toBeNull();
    expect(dateProblem(published, { ...moved, sources: [{ ...source, asOf: "2026" }] }, today)).toBeNull();
    const respaced = { ...source, title: " EUR-Lex  ".replace("  ", " ") };
    expect(dateProblem(published, { ...moved, sources: [respaced], evidence: "ok" }, today)).toMatchObject({
      key: "guide.dateWithoutEvidence",
    });
  });

  it("asks of what was read when and where, and puts reviews neither behind nor too far ahead", () => {
    const key = (fields: object) =>
      dateProblem(published, { ...draft, evidence: "Read it all.", ...fields }, today)?.key;
    expect(key({ verifiedAt: "2026-11-23" })).toBe("guide.verifiedFuture");
    expect(key({ verifiedAt: null })).toBe("guide.readNeedsVerified");
    expect(key({ sources: [] })).toBe("guide.readNeedsSource");
    expect(key({ reviewDueAt: today })).toBe("guide.duePast");
    expect(key({ reviewDueAt: "2029-11-22" })).toBe("guide.dueFar");
    expect(key({ reviewDueAt: "2027-08-01", basis: "knowledge" })).toBe("guide.dueFar");
  });

  it("never lets a date move where neither source nor note did", () => {
    const day = fc.constantFrom(null, "2026-05-01", "2026-06-01", "2026-11-01", "2026-11-22");
    const due = fc.constantFrom("2026-12-01", "2026-12-31", "2027-03-01");
    const basis = fc.constantFrom("read" as const, "knowledge" as const);
    fc.assert(
      fc.property(day, due, basis, day, due, basis, fc.constantFrom("", "  ", "checked"), (...given) => {
        const [verifiedAt, reviewDueAt, from, nextDay, nextDue, to, evidence] = given;
        const before = { verifiedAt, reviewDueAt, basis: from, sources: [source] };
        const after = { verifiedAt: nextDay, reviewDueAt: nextDue, basis: to, sources: [source], evidence };
        const moved = verifiedAt !== nextDay || reviewDueAt !== nextDue;
        if (moved) expect(dateProblem(before, after, today)).not.toBeNull();
      }),
    );
  });
});

describe("who may publish", () => {
  it("follows the states and no other way", () => {
    expect(stateAfter("draft", "publish")).toBeUndefined();
    expect(stateAfter("in_review", "submit")).toBeUndefined();
    expect(stateAfter("in_review", "save")).toBe("draft");
    expect(stateAfter("in_review", "publish")).toBeNull();
  });

  it("lets nobody publish words that only they have seen, whatever order people work in", () => {
    type Act = { who: "a" | "b" | "c"; act: "write" | "submit" | "publish" | "sendBack" };
    const acts = fc.array(
      fc.record({
        who: fc.constantFrom<Act["who"]>("a", "b", "c"),
        act: fc.constantFrom<Act["act"]>("write", "write", "submit", "publish", "sendBack"),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(acts, (list) => {
        // Each word with those who declared the whole fit for readers after it was written: by handing in, by publishing.
        let words: { by: string; fit: Set<string> }[] = [];
        let state: DraftState | null = null;
        let authorId: string | null = null;
        let handedInBy: string | null = null;
        for (const { who, act } of list) {
          const writers = words.map(({ by }) => by);
          if (act === "write") {
            words.push({ by: who, fit: new Set() });
            state = state === null ? "draft" : stateAfter(state, "save")!;
            authorId = who;
          } else if (state === "draft" && act === "submit") {
            state = stateAfter(state, "submit")!;
            handedInBy = who;
            words.forEach(({ fit }) => fit.add(who));
          } else if (state !== null && act === "sendBack") state = stateAfter(state, "sendBack") ?? state;
          else if (state !== null && act === "publish") {
            if (publishRefusal({ state, authorId, writers, handedInBy }, who) !== null) continue;
            expect(authorId).not.toBe(who);
            words.forEach(({ fit }) => fit.add(who));
            expect(words.every(({ by, fit }) => [...fit].some((one) => one !== by))).toBe(true);
            [words, state, authorId, handedInBy] = [[], null, null, null];
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
