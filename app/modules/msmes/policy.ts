import { may } from "#app/modules/accounts/rights.ts";
import type { Actor } from "#app/platform/context.ts";

/**
 * Whose profile this person may read and change: that of the own firm, and no other. The id never comes from a
 * request, so there is nothing in one to tamper with.
 */
export function ownFirm(actor: Actor): { id: string; nameEn: string; nameZh: string } | null {
  return actor.kind === "user" && may(actor, "profile.edit") && actor.organisation?.kind === "msme"
    ? actor.organisation
    : null;
}
