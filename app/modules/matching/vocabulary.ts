/** What a programme can give and a firm can seek: one list for both, so that they can be compared. */
export const supportKinds = [
  "sourcing",
  "pilot",
  "booth",
  "mentoring",
  "training",
  "research",
  "certification",
  "finance",
  "insurance",
  "logistics",
  "digital",
  "legal",
  "interpreting",
  "travel",
] as const;
export type SupportKind = (typeof supportKinds)[number];

/** Certificates that exporters are asked for most; offered while typing, others can be typed. */
export const knownCertificates = [
  "CE",
  "UKCA",
  "EN 71",
  "ISO 8124",
  "ASTM F963",
  "CPC",
  "ST Mark",
  "RoHS",
  "REACH",
  "FCC",
  "UL",
  "LFGB",
  "FDA food contact",
  "ISO 9001",
  "ISO 14001",
  "ISO 13485",
  "ISO 22000",
  "HACCP",
  "BRCGS",
  "Halal",
  "EU Organic",
  "FSC",
  "GOTS",
  "OEKO-TEX Standard 100",
  "BSCI",
  "SA8000",
  "SMETA",
  "API 6D",
] as const;

/** Working languages a firm can name, ISO 639-1. */
export const workingLanguages = [
  "zh",
  "en",
  "de",
  "fr",
  "es",
  "pt",
  "ru",
  "ar",
  "ja",
  "ko",
  "vi",
  "th",
  "id",
] as const;

/**
 * One spelling for one certificate: "iso9001", "ISO 9001:2015" and "ISO-9001" are the same. A year after a colon
 * is an edition, not another certificate.
 */
export function certificateKey(code: string): string {
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/:\s*\d{4}\s*$/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
