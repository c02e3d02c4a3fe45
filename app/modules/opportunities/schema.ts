import { z } from "zod";
import { publicStates } from "./policy.ts";

export const opportunityKinds = ["sponsorship", "fair", "consortium"] as const;
export type OpportunityKind = (typeof opportunityKinds)[number];

/** Filters of the list, as they stand in the URL. A value that is not understood filters nothing. */
export const opportunityFilterSchema = z.object({
  kind: z.enum(opportunityKinds).optional().catch(undefined),
  sector: z
    .string()
    .regex(/^[\w-]{1,20}$/)
    .optional()
    .catch(undefined),
  market: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
});
export type OpportunityFilter = z.output<typeof opportunityFilterSchema>;

/** The same filters in the API, where a value that is not understood is an error at its field. */
export const opportunityQuerySchema = z.strictObject({
  kind: z.enum(opportunityKinds, { error: "sponsorship, fair or consortium" }).optional(),
  sector: z
    .string()
    .regex(/^[\w-]{1,20}$/, "an HS section (S-XX), chapter or service code")
    .optional(),
  market: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code")
    .optional(),
});

const named = z.object({ en: z.string(), zh: z.string() });

/** One opportunity in the public API; also the description of the answer. */
const opportunityAnswerSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    kind: z.enum(opportunityKinds),
    state: z.enum(publicStates),
    title: named,
    summary: named,
    owner: named,
    place: named.nullable(),
    seats: z.int().positive(),
    applyBy: z.iso.datetime(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    datePrecision: z.enum(["day", "month"]).describe("month: only the usual month is known"),
    timeZone: z.string().describe("IANA zone of the place"),
    sectors: z.array(z.string()).describe("HS sections (S-XX), chapters or service codes"),
    markets: z.array(z.string()).describe("ISO 3166-1 alpha-2; empty: not tied to a market"),
    offers: z.array(z.string()),
    url: named,
  })
  .meta({ id: "Opportunity" });

/** `GET /api/v1/opportunities?kind=&sector=&market=` */
export const opportunitiesAnswerSchema = z
  .object({ total: z.int().nonnegative(), opportunities: z.array(opportunityAnswerSchema) })
  .meta({ id: "Opportunities" });
export type OpportunitiesAnswer = z.output<typeof opportunitiesAnswerSchema>;
