import { decodeJwt } from "jose";
import type { endorsements, ShownField } from "#db/schema/endorsements.ts";
import { shownFields } from "#app/modules/endorsements/vocabulary.ts";
import { at } from "#app/platform/paths.ts";

type Endorsement = typeof endorsements.$inferSelect;
export type Names = { nameEn: string; nameZh: string };

/** Places in each status list: the least that the specification allows, 16 KB. */
export const statusListLength = 131_072;
export const statusPurposes = ["revocation", "suspension"] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

/** Where a status list is published; part of every credential, so it can never move. */
export const statusListPath = (purpose: StatusPurpose) => `/credentials/status/${purpose}`;

/**
 * What a stranger may see of an endorsement: what the firm agreed to, and of one that is meant for the network
 * nothing beside the two names and the dates (docs/decisions/013).
 */
export function publicFields(endorsement: Pick<Endorsement, "audience">, shown: ShownField[]): ShownField[] {
  return endorsement.audience === "public" ? shownFields.filter((field) => shown.includes(field)) : [];
}

/** A text in both languages as JSON-LD language values; a side that says nothing is left out. */
function inBoth(en: string, zh: string) {
  return [
    ...(en ? [{ "@value": en, "@language": "en" }] : []),
    ...(zh ? [{ "@value": zh, "@language": "zh-Hans" }] : []),
  ];
}

/**
 * The credential of an endorsement before it is signed: only what may be shown of it. Our own terms are explained
 * inside, so that whoever checks it offline needs no document of ours beside the key.
 *
 * Sources: W3C Verifiable Credentials Data Model 2.0; W3C Bitstring Status List 1.0, BitstringStatusListEntry.
 */
export function credentialOf(
  endorsement: Endorsement,
  parties: { mnc: Names; msme: Names },
  shown: ShownField[],
  issue: { origin: string; did: string; statusIndex: number },
) {
  const { origin, did, statusIndex } = issue;
  const { mnc, msme } = parties;
  const term = (name: string) => `${origin}${at("en").verifyForm()}#${name}`;
  const said: Record<ShownField, unknown> = {
    supplierSince: endorsement.supplierSince,
    goods: inBoth(endorsement.goodsEn, endorsement.goodsZh),
    relationship: endorsement.relationship,
    spendBand: endorsement.spendBand,
    record: inBoth(endorsement.recordEn, endorsement.recordZh),
    sectors: endorsement.scopeSectors,
    markets: endorsement.scopeMarkets,
  };
  const says = publicFields(endorsement, shown).filter((field) => {
    const value = said[field];
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
  const own = ["SupplierEndorsementCredential", "Supplier", "Endorser", "endorsedBy", ...shownFields];
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      Object.fromEntries(own.map((name) => [name, term(name)])),
    ],
    id: origin + at("en").verify(endorsement.id),
    type: ["VerifiableCredential", "SupplierEndorsementCredential"],
    issuer: did,
    validFrom: endorsement.validFrom.toISOString(),
    validUntil: endorsement.validUntil.toISOString(),
    credentialSubject: {
      type: "Supplier",
      name: inBoth(msme.nameEn, msme.nameZh),
      endorsedBy: { type: "Endorser", name: inBoth(mnc.nameEn, mnc.nameZh) },
      ...Object.fromEntries(says.map((field) => [field, said[field]])),
    },
    credentialStatus: statusPurposes.map((statusPurpose) => ({
      id: `${origin}${statusListPath(statusPurpose)}#${statusIndex}`,
      type: "BitstringStatusListEntry",
      statusPurpose,
      statusListIndex: String(statusIndex),
      statusListCredential: origin + statusListPath(statusPurpose),
    })),
  };
}

type LanguageValue = { "@value": string; "@language": string };

/** The names that a credential of ours was signed for: an organisation can have another by now. */
export function signedNames(jwt: string): { mnc: Names; msme: Names } {
  const { credentialSubject } = decodeJwt<{
    credentialSubject: { name: LanguageValue[]; endorsedBy: { name: LanguageValue[] } };
  }>(jwt);
  const namesOf = (values: LanguageValue[]): Names => {
    const said = (lang: string) => values.find((one) => one["@language"] === lang)?.["@value"] ?? "";
    return { nameEn: said("en"), nameZh: said("zh-Hans") };
  };
  return { mnc: namesOf(credentialSubject.endorsedBy.name), msme: namesOf(credentialSubject.name) };
}
