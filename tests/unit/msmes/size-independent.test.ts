import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divisionChoices, isDivision } from "#app/modules/msmes/divisions.ts";
import {
  boundedClasses,
  indicators,
  industryRow,
  measures,
  possibleClasses,
  shippedStandard,
  sizeClass,
  sizeClasses,
  type SizeInput,
} from "#app/modules/msmes/size-class.ts";
import divisionVectors from "./division-vectors.json" with { type: "json" };

/**
 * The standard said a second time, in another way: each line is 从业人员 / 营业收入 / 资产总额 as
 * "large,medium,small", straight from the clauses of 工信部联企业〔2011〕300号. "以上" includes the number.
 */
const clauses: Record<string, [staff: string, revenue: string, assets: string]> = {
  agriculture: ["", "20000,500,50", ""],
  industry: ["1000,300,20", "40000,2000,300", ""],
  construction: ["", "80000,6000,300", "80000,5000,300"],
  wholesale: ["200,20,5", "40000,5000,1000", ""],
  retail: ["300,50,10", "20000,500,100", ""],
  transport: ["1000,300,20", "30000,3000,200", ""],
  warehousing: ["200,100,20", "30000,1000,100", ""],
  postal: ["1000,300,20", "30000,2000,100", ""],
  accommodation: ["300,100,10", "10000,2000,100", ""],
  catering: ["300,100,10", "10000,2000,100", ""],
  information_transmission: ["2000,100,10", "100000,1000,100", ""],
  software_it: ["300,100,10", "10000,1000,50", ""],
  real_estate_development: ["", "200000,1000,100", "10000,5000,2000"],
  property_management: ["1000,300,100", "5000,1000,500", ""],
  leasing_business_services: ["300,100,10", "", "120000,8000,100"],
  other_unlisted: ["300,100,10", "", ""],
};

/** 中型 and 小型 only when all indicators reach the bound, 微型 as soon as one misses: by elimination from the top. */
function classify(id: string, staff: number, revenue: number, assets: number): string {
  const table = clauses[id]!.flatMap((cell, index) =>
    cell ? [{ value: [staff, revenue, assets][index]!, bounds: cell.split(",").map(Number) }] : [],
  );
  for (const [place, name] of ["large", "medium", "small"].entries()) {
    if (table.every(({ value, bounds }) => !(value < bounds[place]!))) return name;
  }
  return "micro";
}

const ids = Object.keys(clauses);
const near = fc
  .tuple(
    fc.constantFrom(...Object.values(clauses).flat().filter(Boolean)),
    fc.nat(2),
    fc.integer({ min: -100, max: 100 }),
  )
  .map(([cell, place, cents]) => Math.max(0, Number(cell.split(",")[place]) + cents / 100));
const money = fc.oneof(
  near,
  fc.double({ min: 0, max: 300_000, noNaN: true }).map((x) => Math.round(x * 100) / 100),
);
const people = fc.oneof(near.map(Math.floor), fc.nat(4_000));

describe("the shipped standard", () => {
  it("has the clauses' bounds and no other industries", () => {
    expect(shippedStandard.industries.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it("agrees with an independent classifier on 5,000 random firms, half of them next to a bound", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        people,
        money,
        money,
        (industry, employees, revenueWan, assetsWan) => {
          expect(sizeClass({ industry, employees, revenueWan, assetsWan }, shippedStandard)).toMatchObject({
            kind: "class",
            class: classify(industry, employees, revenueWan, assetsWan),
          });
        },
      ),
      { numRuns: 5_000 },
    );
  });

  const boundaries = shippedStandard.industries.flatMap((industry) =>
    indicators.flatMap((indicator) => {
      const bounds = industry.lowerBounds[indicator];
      return bounds
        ? boundedClasses.map((name) => ({ id: industry.id, indicator, name, bound: bounds[name] }))
        : [];
    }),
  );
  it("has all 90 boundaries under test", () => expect(boundaries).toHaveLength(90));
  it.each(boundaries)(
    "$id: $indicator reaches $name at $bound and not a step before",
    ({ id, indicator, name, bound }) => {
      const rest = { employees: 1e7, revenueWan: 1e9, assetsWan: 1e9 };
      const at = (value: number) => sizeClass({ industry: id, ...rest, [indicator]: value }, shippedStandard);
      expect(at(bound)).toMatchObject({ class: name });
      const below = sizeClasses[sizeClasses.indexOf(name) - 1];
      expect(at(bound - (indicator === "employees" ? 1 : 0.01))).toMatchObject({ class: below });
    },
  );
});

describe("divisions of GB/T 4754-2017", () => {
  it.each(divisionVectors as [string, string | null][])("%s belongs to %s", (division, expected) => {
    const row = industryRow({ division }, shippedStandard);
    expect(isDivision(division)).toBe(true);
    expect(row && "covered" in row ? row.covered.id : null).toBe(expected);
    if (expected === null)
      expect(sizeClass({ division, employees: 5 }, shippedStandard).kind).toBe("notCovered");
  });

  it("are all offered once, and nothing else", () => {
    const offered = divisionChoices.flatMap(({ rows }) => rows.map(({ code }) => code));
    expect(offered.sort()).toEqual(divisionVectors.map(([code]) => code).sort());
    expect(divisionChoices).toHaveLength(20);
    expect(new Set(offered.map((code) => code.slice(0, 2))).size).toBe(97);
  });

  it("win over an industry that was said before, and without one the industry still counts", () => {
    const figures = { employees: 100, revenueWan: 3000 };
    const of = (input: SizeInput) => {
      const result = sizeClass({ ...input, ...figures }, shippedStandard);
      return result.kind === "class" ? result.industry.id : result.kind;
    };
    expect(of({ division: "51", industry: "industry" })).toBe("wholesale");
    expect(of({ division: null, industry: "industry" })).toBe("industry");
    expect(of({ division: "xx", industry: "industry" })).toBe("unknownIndustry");
    expect(possibleClasses({ division: "66", employees: 5 }, shippedStandard)).toEqual([]);
  });
});

describe("why a firm is in its class", () => {
  it("names each figure against the bound of the next class up", () => {
    const result = sizeClass({ industry: "industry", employees: 420, revenueWan: 1800 }, shippedStandard);
    if (result.kind !== "class") throw new Error(result.kind);
    expect(result.class).toBe("small");
    expect(measures(result)).toEqual([
      { indicator: "employees", value: 420, bound: 300, boundClass: "medium", reaches: true },
      { indicator: "revenueWan", value: 1800, bound: 2000, boundClass: "medium", reaches: false },
    ]);
  });

  it("is never a reason for another class: at least one figure misses, and at the top none does", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        people,
        money,
        money,
        (industry, employees, revenueWan, assetsWan) => {
          const result = sizeClass({ industry, employees, revenueWan, assetsWan }, shippedStandard);
          if (result.kind !== "class") throw new Error(result.kind);
          const missed = measures(result).some((one) => !one.reaches);
          expect(missed).toBe(result.class !== "large");
        },
      ),
    );
  });
});
