import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOf, isWorkingDay, workingMs, yearIsArranged } from "#app/modules/vetting/clock.ts";

const beijing = (text: string) => new Date(`${text}+08:00`);
const day = 86_400_000;
const due = (from: string, usedMs = 0) =>
  ageOf({ usedMs, waitingSince: beijing(from) }, beijing(from)).dueAt!.toISOString();
const at = (text: string) => beijing(text).toISOString();

describe("the Chinese working calendar", () => {
  // 国办发明电〔2025〕7号: Spring Festival 15–23 February, worked on 14 and 28 February; National Day 1–7 October,
  // worked on 20 September and 10 October 2026.
  test.each([
    ["2026-02-13", true],
    ["2026-02-14", true],
    ["2026-02-15", false],
    ["2026-02-17", false],
    ["2026-02-23", false],
    ["2026-02-24", true],
    ["2026-02-28", true],
    ["2026-09-20", true],
    ["2026-09-25", false],
    ["2026-10-01", false],
    ["2026-10-07", false],
    ["2026-10-08", true],
    ["2026-10-10", true],
    ["2026-10-11", false],
    ["2026-11-21", false],
  ])("%s is worked: %s", (date, worked) => {
    expect(isWorkingDay(date)).toBe(worked);
  });

  test("a year that is not arranged yet counts Monday to Friday, and says so", () => {
    expect([yearIsArranged("2026"), yearIsArranged("2031")]).toEqual([true, false]);
    expect([isWorkingDay("2031-10-01"), isWorkingDay("2031-10-04")]).toEqual([true, false]);
    const waitingSince = beijing("2031-09-29T09:00");
    expect(ageOf({ usedMs: 0, waitingSince }, waitingSince).weekdaysOnly).toBe(true);
    expect(
      ageOf({ usedMs: 0, waitingSince: beijing("2026-06-01T09:00") }, beijing("2026-06-02T09:00")),
    ).toMatchObject({
      weekdaysOnly: false,
      leftDays: 4,
    });
  });
});

describe("five working days", () => {
  test("of a plain week end a week later at the same hour", () => {
    expect(due("2026-11-16T10:30")).toBe(at("2026-11-23T10:30"));
  });
  test("over the Spring Festival: the worked Saturday counts, the nine days off do not", () => {
    // Friday 13 noon: half of Friday, Saturday 14 (worked), then from the 24th: 24, 25, 26, half of the 27th.
    expect(due("2026-02-13T12:00")).toBe(at("2026-02-27T12:00"));
  });
  test("over the National Day", () => {
    // Wednesday 30 September 18:00, then 8, 9, the worked Saturday 10, 12, and until 18:00 of the 13th.
    expect(due("2026-09-30T18:00")).toBe(at("2026-10-13T18:00"));
  });
  test("handed in on a day off begin on the next worked day", () => {
    expect(due("2026-11-21T15:00")).toBe(at("2026-11-28T00:00"));
  });
  test("are counted on Beijing's days, not UTC's", () => {
    // 17:00 UTC on Friday is Saturday in Beijing.
    expect(workingMs(new Date("2026-11-20T17:00:00Z"), new Date("2026-11-21T15:00:00Z"))).toBe(0);
    expect(workingMs(new Date("2026-11-22T16:00:00Z"), new Date("2026-11-22T17:00:00Z"))).toBe(3_600_000);
  });
  test("stand while the firm has the word, and go on with what was used", () => {
    const asked = { usedMs: 2 * day, waitingSince: null };
    for (const later of ["2026-11-23T09:00", "2027-03-01T09:00"]) {
      expect(ageOf(asked, beijing(later))).toMatchObject({ leftDays: 3, dueAt: null });
    }
    expect(due("2026-11-23T09:00", 2 * day)).toBe(at("2026-11-26T09:00"));
  });
  test("overdue are below nothing", () => {
    const waitingSince = beijing("2026-11-02T09:00");
    expect(ageOf({ usedMs: 0, waitingSince }, beijing("2026-11-11T09:00")).leftDays).toBe(-2);
  });
});

test("working time adds up, never runs backwards, and is never more than the time", () => {
  const instant = fc.date({ min: new Date("2025-12-01"), max: new Date("2027-02-01"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.tuple(instant, instant, instant), (dates) => {
      const [a, b, c] = dates.sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
      expect(workingMs(a, b) + workingMs(b, c)).toBe(workingMs(a, c));
      expect(workingMs(a, c)).toBeGreaterThanOrEqual(0);
      expect(workingMs(a, c)).toBeLessThanOrEqual(c.getTime() - a.getTime());
    }),
    { numRuns: 60 },
  );
});

test("what is due is what has been used up exactly then", () => {
  const instant = fc.date({ min: new Date("2026-01-02"), max: new Date("2026-12-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 5 * day - 1 }), (waitingSince, usedMs) => {
      const { dueAt } = ageOf({ usedMs, waitingSince }, waitingSince);
      expect(usedMs + workingMs(waitingSince, dueAt!)).toBe(5 * day);
    }),
    { numRuns: 60 },
  );
});
