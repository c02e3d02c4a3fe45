import { z } from "zod";
import { relationships, spendBands } from "#app/modules/endorsements/vocabulary.ts";

/** A pasted credential; those we issue have about 2,500 characters. */
export const checkSchema = z.object({ credential: z.string().trim().min(1).max(20_000) });

const names = z.object({ en: z.string(), zh: z.string() });

/** `GET /api/v1/endorsements/{id}`; also the description of the answer. */
export const endorsementAnswerSchema = z
  .strictObject({
    id: z.string(),
    status: z
      .enum(["valid", "notYet", "expired", "suspended", "revoked"])
      .describe("as it stands at the moment of the answer"),
    revokedAt: z.iso.datetime().nullable(),
    key: z.strictObject({
      id: z.string().describe("DID URL of the verification method"),
      retired: z.boolean().describe("another key signs now; this one's signatures stay valid"),
    }),
    issuedAt: z.iso.datetime(),
    endorsement: z
      .strictObject({
        endorser: names,
        supplier: names,
        validFrom: z.iso.datetime(),
        validUntil: z.iso.datetime(),
        supplierSince: z.int().optional(),
        goods: names.optional(),
        relationship: z.enum(relationships).optional(),
        spendBand: z.enum(spendBands).optional().describe("US dollars a year"),
        record: names.optional(),
        sectors: z.array(z.string()).optional().describe("HS sections (S-XX), chapters or service codes"),
        markets: z.array(z.string()).optional().describe("ISO 3166-1 alpha-2"),
      })
      .nullable()
      .describe("what the supplier agreed to show; null while suspended and once revoked"),
    credential: z
      .string()
      .nullable()
      .describe("W3C Verifiable Credential 2.0 as compact JWS (application/vc+jwt)"),
    url: names,
  })
  .meta({ id: "Endorsement" });
