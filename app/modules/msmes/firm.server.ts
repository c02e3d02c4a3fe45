import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import {
  disclose,
  everybody,
  fieldGroups,
  levelOf,
  type Disclosed,
  type DisclosureLevel,
  type FieldGroup,
  type FirmRecord,
  type Viewer,
} from "./disclosure.ts";
import { firmRecords, firmsShowing } from "./firm-record.server.ts";
import { ownFirm } from "./policy.ts";
import { viewers } from "./viewer.server.ts";

/** What the actor may see of a firm; null when there is none, or none that the actor may know of. */
export function disclosedFirm(ctx: Ctx, id: string): Disclosed | null {
  return disclosedFirms(ctx, [id])[0] ?? null;
}

/** The same for many; those that the actor may not know of are left out. */
export function disclosedFirms(ctx: Ctx, ids: readonly string[]): Disclosed[] {
  const viewerOf = viewers(ctx);
  return firmRecords(ctx, ids)
    .map((record) => disclose(record, viewerOf(record.firm.id)))
    .filter((firm) => firm !== null);
}

/** What everybody may see of the firms that show everybody one of these groups: for what is the same for all readers. */
export function publicFirms(ctx: Pick<Ctx, "db" | "now">, showing: readonly FieldGroup[]): Disclosed[] {
  return firmRecords(ctx, firmsShowing(ctx, showing))
    .map((record) => disclose(record, everybody))
    .filter((firm) => firm !== null);
}

/**
 * What such a viewer would see of the actor's own firm. `hidden`: they would not see it now; what is given is what
 * they will see once the firm is vetted.
 *
 * @throws DomainError right.missing
 */
export function ownFirmAs(
  ctx: Ctx,
  { kind, abroad }: Pick<Viewer, "kind" | "abroad">,
): { seen: Disclosed; hidden: boolean } {
  const record = ownRecord(ctx);
  // An endorser reads the whole of its own endorsement.
  const organisationId = record.endorsements[0]?.mncId ?? null;
  const viewer: Viewer = { kind, abroad, organisationId };
  const seen = disclose(record, viewer);
  if (seen) return { seen, hidden: false };
  const inAYear = new Date(ctx.now.getTime() + 365 * 86_400_000).toISOString();
  const standing = { status: "vetted", until: inAYear, total: 0 } as const;
  return { seen: disclose({ ...record, standing }, viewer)!, hidden: true };
}

/**
 * How the own firm's groups stand, and which hold something.
 *
 * @throws DomainError right.missing
 */
export function ownLevels(ctx: Ctx) {
  const { levels, consentAbroad, standing, groups } = ownRecord(ctx);
  return {
    levels: Object.fromEntries(fieldGroups.map((group) => [group, levelOf(levels, group)])) as Record<
      FieldGroup,
      DisclosureLevel
    >,
    filled: fieldGroups.filter((group) => groups[group] !== null),
    consentAbroad,
    suspended: standing.status === "suspended",
  };
}

/**
 * Everything of a firm, for its passports alone: what the firm ticked there, one by one, is its consent whatever the
 * levels are (docs/decisions/014). Only modules/passports calls it.
 */
export function firmForPassport(ctx: Pick<Ctx, "db" | "now">, firmId: string): Disclosed | null {
  const record = firmRecords(ctx, [firmId])[0];
  return record ? disclose(record, { kind: "owner", abroad: false, organisationId: firmId }) : null;
}

function ownRecord(ctx: Ctx): FirmRecord {
  const own = ownFirm(ctx.actor);
  if (!own) throw new DomainError("right.missing");
  return firmRecords(ctx, [own.id])[0]!;
}
