import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeClass, sizeClasses, shippedStandard, type SizeInput } from "#app/modules/msmes/size-class.ts";
import vectors from "./size-vectors.json" with { type: "json" };

const rank = (name: string) => sizeClasses.indexOf(name as (typeof sizeClasses)[number]);

describe("size class by the MIIT 2011 standard", () => {
  it.each(vectors)("$industry → $expected ($why)", ({ expected, why: _why, ...input }) => {
    expect(sizeClass(input as SizeInput, shippedStandard)).toMatchObject({ kind: "class", class: expected });
  });

  it("gives the possible range when an indicator is missing", () => {
    expect(sizeClass({ industry: "industry", employees: 86 }, shippedStandard)).toMatchObject({
      kind: "undetermined",
      possible: ["micro", "small"],
      missing: ["revenueWan"],
    });
    expect(sizeClass({ industry: "industry" }, shippedStandard)).toMatchObject({
      possible: ["micro", "small", "medium", "large"],
    });
  });

  it("needs no further figure once one indicator says micro", () => {
    expect(sizeClass({ industry: "industry", employees: 19 }, shippedStandard)).toMatchObject({
      kind: "class",
      class: "micro",
    });
  });

  it("says that finance is not covered and that an unheard-of industry is unknown", () => {
    expect(sizeClass({ industry: "finance", employees: 5 }, shippedStandard)).toMatchObject({
      kind: "notCovered",
    });
    expect(sizeClass({ industry: "magic" }, shippedStandard)).toEqual({ kind: "unknownIndustry" });
    expect(sizeClass({}, shippedStandard)).toEqual({ kind: "unknownIndustry" });
  });

  const figure = fc.option(fc.double({ min: 0, max: 300_000, noNaN: true }), { nil: null });
  const firm = fc.record({
    industry: fc.constantFrom(...shippedStandard.industries.map((row) => row.id)),
    employees: figure,
    revenueWan: figure,
    assetsWan: figure,
  });

  it("never shrinks when a figure grows, and ignores figures the industry does not use", () => {
    fc.assert(
      fc.property(
        firm,
        fc.constantFrom("employees", "revenueWan", "assetsWan"),
        fc.nat(50_000),
        (input, key, more) => {
          const value = input[key as "employees"];
          if (value === null) return;
          const before = sizeClass(input, shippedStandard);
          const after = sizeClass({ ...input, [key]: value + more }, shippedStandard);
          const top = (r: typeof before) =>
            r.kind === "class" ? rank(r.class) : r.kind === "undetermined" ? rank(r.possible.at(-1)!) : -1;
          expect(top(after)).toBeGreaterThanOrEqual(top(before));
        },
      ),
    );
  });

  it("keeps the true class inside the range that was given before all figures were known", () => {
    fc.assert(
      fc.property(firm, fc.constantFrom("employees", "revenueWan", "assetsWan"), (input, hidden) => {
        const full = sizeClass(input, shippedStandard);
        const partial = sizeClass({ ...input, [hidden]: null }, shippedStandard);
        if (full.kind !== "class") return;
        const range =
          partial.kind === "class" ? [partial.class] : "possible" in partial ? partial.possible : [];
        expect(range).toContain(full.class);
      }),
    );
  });
});
