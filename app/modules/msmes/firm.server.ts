import type { Ctx } from "#app/platform/context.ts";
import { disclose, everybody, type Disclosed, type FirmRecord, type Viewer } from "./disclosure.ts";
import { firmRecords } from "./firm-record.server.ts";
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

/** What everybody may see of these firms: for whatever is the same for all readers. */
export function publicFirms(ctx: Pick<Ctx, "db" | "now">, ids?: readonly string[]): Disclosed[] {
  return firmRecords(ctx, ids)
    .map((record) => disclose(record, everybody))
    .filter((firm) => firm !== null);
}

/** What such a viewer would see of the actor's own firm; the caller has made sure whose it is. */
export function firmAs(ctx: Ctx, ownId: string, viewer: Viewer): Disclosed | null {
  const record = firmRecords(ctx, [ownId])[0];
  return record ? disclose(record, viewer) : null;
}

/** How the firm's groups stand and whether its consent is in force; the caller has made sure whose it is. */
export function firmLevels(
  ctx: Ctx,
  ownId: string,
): Pick<FirmRecord, "levels" | "consentAbroad" | "standing"> | null {
  return firmRecords(ctx, [ownId])[0] ?? null;
}
