import { z } from "zod";
import { boundedClasses, indicators, type Bounds, type Indicator, type SizeStandard } from "./size-class.ts";

/** An empty cell is a bound that is not there. */
const bound = z
  .string()
  .default("")
  .transform((text) => text.normalize("NFKC").replace(/[,\s]/g, ""))
  .refine((text) => text === "" || (/^\d{1,10}$/.test(text) && Number(text) > 0), { error: "standard.bound" })
  .transform((text) => (text === "" ? undefined : Number(text)));
const triple = z.object({ small: bound, medium: bound, large: bound });
const triples = z.object({
  employees: triple.optional(),
  revenueWan: triple.optional(),
  assetsWan: triple.optional(),
});

/** A version of the size standard as the form sends it: for each industry and indicator three bounds, or none. */
export const standardSchema = z
  .object({
    reference: z.string().trim().min(4).max(200),
    note: z.string().trim().max(600).default(""),
    effectiveOn: z.iso.date({ error: "profile.date" }),
    bounds: z.record(z.string(), triples),
  })
  .check((ctx) => {
    const say = (path: string[], message: string) =>
      ctx.issues.push({ code: "custom", path: ["bounds", ...path], message, input: ctx.value });
    for (const [industry, given] of Object.entries(ctx.value.bounds)) {
      let used = 0;
      for (const indicator of indicators) {
        const row = given[indicator] ?? {};
        const cells = boundedClasses.map((name) => row[name as keyof typeof row] as number | undefined);
        if (cells.every((cell) => cell === undefined)) continue;
        used += 1;
        const gap = cells.indexOf(undefined);
        if (gap >= 0) say([industry, indicator, boundedClasses[gap]!], "standard.allThree");
        else if (!(cells[0]! < cells[1]!)) say([industry, indicator, "medium"], "standard.order");
        else if (!(cells[1]! < cells[2]!)) say([industry, indicator, "large"], "standard.order");
      }
      if (used === 0) say([industry, "employees", "small"], "standard.oneIndicator");
    }
  });
export type StandardInput = z.output<typeof standardSchema>;

/**
 * The standard that the form describes: the industries of `from` with new bounds. An industry that the form leaves
 * out keeps its own; which divisions belong where, and what is not covered, stays.
 */
export function standardFrom(from: SizeStandard, { bounds }: StandardInput): SizeStandard {
  return {
    notCovered: from.notCovered,
    industries: from.industries.map((industry) => {
      const given = bounds[industry.id];
      if (!given) return industry;
      const lowerBounds: Partial<Record<Indicator, Bounds>> = {};
      for (const indicator of indicators) {
        const { small, medium, large } = given[indicator] ?? {};
        if (small !== undefined && medium !== undefined && large !== undefined) {
          lowerBounds[indicator] = { small, medium, large };
        }
      }
      return { ...industry, lowerBounds };
    }),
  };
}
