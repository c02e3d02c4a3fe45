import { profileDisclosures } from "#db/schema/msmes.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { fieldGroups } from "./disclosure.ts";
import type { DisclosureInput } from "./disclosure-schema.ts";
import { ownLevels } from "./firm.server.ts";
import { ownFirm } from "./policy.ts";

/**
 * Sets who may see each group of the actor's own firm. It holds from the next request on; the trail keeps which
 * groups changed, and how.
 *
 * @throws DomainError right.missing
 */
export function setDisclosure(ctx: Ctx, input: DisclosureInput): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const { levels } = ownLevels(ctx);
    const changed = fieldGroups.filter((group) => levels[group] !== input[group]);
    for (const group of changed) {
      const set = { level: input[group], updatedAt: ctx.now };
      tx.insert(profileDisclosures)
        .values({ organisationId: firm.id, fieldGroup: group, ...set })
        .onConflictDoUpdate({
          target: [profileDisclosures.organisationId, profileDisclosures.fieldGroup],
          set,
        })
        .run();
    }
    if (changed.length === 0) return;
    recordAudit(tx, ctx, {
      action: "profile.disclose",
      record: "profile",
      recordId: firm.id,
      detail: Object.fromEntries(changed.map((group) => [group, `${levels[group]} → ${input[group]}`])),
    });
  });
}
