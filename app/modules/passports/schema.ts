import { z } from "zod";
import { spendBands } from "#app/modules/endorsements/vocabulary.ts";

/** Field groups of the profile that a passport can show; see msmes/disclosure.ts. What help a firm seeks is not for others. */
export const passportGroups = [
  "summary",
  "industry",
  "figures",
  "products",
  "capacity",
  "export",
  "markets",
  "languages",
  "registration",
] as const;
export type PassportGroup = (typeof passportGroups)[number];

/** For how many days a link can work. */
export const lifetimes = [7, 30, 60, 90] as const;
const lifetime = z.coerce
  .number()
  .int()
  .refine((days) => (lifetimes as readonly number[]).includes(days));

/** How many open passports one firm can have at a time. */
export const mostOpen = 20;

const ids = z.array(z.string().max(60)).max(100).default([]);
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const passportSchema = z
  .object({
    label: z.string().trim().min(1).max(80),
    lang: z.enum(["en", "zh"]),
    days: lifetime,
    maxOpenings: z.coerce.number().int().min(1).max(500).optional(),
    asksWho: ticked,
    standing: ticked,
    groups: z.array(z.enum(passportGroups)).default([]),
    endorsements: ids,
    certificates: ids,
    trade: ids,
  })
  .refine(
    ({ standing, groups, endorsements, certificates, trade }) =>
      standing || groups.length + endorsements.length + certificates.length + trade.length > 0,
    { path: ["groups"], error: "passport.empty" },
  );
export type PassportInput = z.output<typeof passportSchema>;

/** What whoever opens a passport is asked, where the firm asks. */
export const openSchema = z.object({
  name: z.string().trim().min(2).max(80),
  body: z.string().trim().min(2).max(120),
});
/** The same where it does not. */
export const openUnaskedSchema = z.object({}).transform(() => ({ name: "", body: "" }));

/** A year's band; an empty one takes the confirmation back. */
export const tradeSchema = z.object({
  msmeId: z.string().max(60),
  year: z.coerce.number().int().min(2000).max(2200),
  spendBand: z.enum(spendBands).optional(),
});
