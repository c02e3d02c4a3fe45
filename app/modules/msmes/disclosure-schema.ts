import { z } from "zod";
import { disclosureLevels, fieldGroups, type FieldGroup, type ViewerKind } from "./disclosure.ts";

const level = z.enum(disclosureLevels);

/** The form of all groups at once. */
export const disclosureSchema = z.object(
  Object.fromEntries(fieldGroups.map((group) => [group, level])) as Record<FieldGroup, typeof level>,
);
export type DisclosureInput = z.output<typeof disclosureSchema>;

/** Whose eyes a firm can borrow, and as whom they count: another exporter sees what the public sees. */
export const previewKinds = {
  peer: "public",
  mnc: "network",
  endorser: "endorser",
  matched: "matched",
  public: "public",
} as const satisfies Record<string, ViewerKind>;
export type PreviewKind = keyof typeof previewKinds;

export function isPreviewKind(value: unknown): value is PreviewKind {
  return typeof value === "string" && Object.hasOwn(previewKinds, value);
}

/** The wording of the consent that is asked for now. Those of earlier consents stay in the dictionaries. */
export const consentWording = "abroad-1";

export const giveConsentSchema = z.object({
  wording: z.string(),
  agreed: z.literal("yes", { error: "consent.tick" }),
});
