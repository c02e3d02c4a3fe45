import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, chamberDay, freshness } from "#app/modules/guides/freshness.ts";

const section = { verifiedAt: "2026-11-01", reviewDueAt: "2027-05-01", basis: "read" as const };
const noonIn = (day: string) => new Date(`${day}T04:00:00Z`);

describe("freshness", () => {
  it("counts days in Beijing, where the chamber is", () => {
    expect(chamberDay(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
    expect(chamberDay(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
  });

  it("is verified until a month before the review, then due, then overdue", () => {
    expect(freshness(section, noonIn("2027-03-31"))).toBe("verified");
    expect(freshness(section, noonIn("2027-04-01"))).toBe("due");
    expect(freshness(section, noonIn("2027-05-01"))).toBe("due");
    expect(freshness(section, noonIn("2027-05-02"))).toBe("overdue");
  });

  it("stays to be checked while nobody has held it against its sources, but says when the review is overdue", () => {
    const unchecked = { ...section, verifiedAt: null, basis: "knowledge" as const };
    expect(freshness(unchecked, noonIn("2026-11-22"))).toBe("toCheck");
    expect(freshness(unchecked, noonIn("2027-04-20"))).toBe("toCheck");
    expect(freshness({ ...section, basis: "knowledge" }, noonIn("2026-11-22"))).toBe("toCheck");
    expect(freshness(unchecked, noonIn("2027-05-02"))).toBe("overdue");
  });

  it("never gets better by waiting alone", () => {
    const rank = { verified: 0, toCheck: 0, due: 1, overdue: 2 };
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays("2026-06-01", days));
    fc.assert(
      fc.property(day, day, day, (due, first, second) => {
        const [early, late] = [first, second].sort() as [string, string];
        const at = (when: string) => rank[freshness({ ...section, reviewDueAt: due }, noonIn(when))];
        return at(early) <= at(late);
      }),
    );
  });
});
