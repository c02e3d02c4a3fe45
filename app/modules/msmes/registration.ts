import { z } from "zod";
import { isCreditCode } from "#app/modules/accounts/credit-code.ts";
import { mayManageMembers } from "#app/modules/accounts/policy.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import type { Actor } from "#app/platform/context.ts";
import { provinceCode } from "./provinces.ts";

/** Control signs and such that turn the reading direction become a space: names stand on what strangers check. */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim())
    .pipe(z.string().min(1, { error: "form.required" }).max(most));

/** A firm's details as they stand on its business licence. */
export const registrationSchema = z.object({
  nameZh: line(160),
  nameEn: line(160).default(""),
  creditCode: z
    .string({ error: "organisation.codeNeeded" })
    .transform((code) => code.normalize("NFKC").toUpperCase().replace(/\s/g, ""))
    .refine(isCreditCode, { error: "organisation.codeWrong" }),
  province: z
    .string()
    .refine((code) => provinceCode(code) !== undefined)
    .optional(),
  city: line(60).default(""),
});
export type RegistrationInput = z.output<typeof registrationSchema>;

/**
 * Who corrects them, and until when: an owner, as long as neither vetting nor an endorsement rests on them. "locked"
 * while the chamber checks the firm and as long as its word stands; and as long as a multinational vouches for the
 * firm, which outlasts a lapsed vetting: else its word would pass to another name.
 */
export function registrationAccess(
  actor: Actor,
  standing: Standing,
  vouchedFor: boolean,
): "open" | "locked" | "ownersOnly" {
  if (vouchedFor || (standing.status !== "unvetted" && standing.status !== "lapsed")) return "locked";
  return mayManageMembers(actor) ? "open" : "ownersOnly";
}
