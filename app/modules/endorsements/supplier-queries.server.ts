import { desc, eq } from "drizzle-orm";
import { supplierInvitations } from "#db/schema/endorsements.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { endorsementsInForce, standingsOf } from "./in-force.server.ts";
import { actingFor } from "./own-endorsement.server.ts";

/** How far an invited supplier has come; each stage includes those before it. */
export const supplierStages = [
  "invited",
  "joined",
  "profile",
  "vetted",
  "endorsed",
  "expired",
  "withdrawn",
] as const;
export type SupplierStage = (typeof supplierStages)[number];

/**
 * The multinational's invitations, newest first, each with how far it has led. The firm agreed to this much when it
 * took the invitation up; nothing else of it is told here.
 */
export function ownSuppliers(ctx: PersonCtx) {
  const mnc = actingFor(ctx, "suppliers.invite", "mnc");
  const rows = ctx.db
    .select()
    .from(supplierInvitations)
    .where(eq(supplierInvitations.mncId, mnc.id))
    .orderBy(desc(supplierInvitations.createdAt), supplierInvitations.email)
    .all();
  const firms = [...new Set(rows.flatMap((row) => row.msmeId ?? []))];
  const standings = standingsOf(ctx, firms);
  const endorsed = new Set(endorsementsInForce(ctx, { mncId: mnc.id }).map((one) => one.msmeId));
  const handedIn = new Set(
    ctx.db
      .select({ id: vettingCases.organisationId, at: vettingCases.submittedAt })
      .from(vettingCases)
      .all()
      .flatMap(({ id, at }) => (at ? [id] : [])),
  );
  const stageOf = (row: Omit<(typeof rows)[number], "tokenHash">): SupplierStage => {
    const { msmeId } = row;
    if (msmeId === null) {
      if (row.withdrawnAt) return "withdrawn";
      return row.expiresAt <= ctx.now ? "expired" : row.acceptedAt ? "joined" : "invited";
    }
    if (endorsed.has(msmeId)) return "endorsed";
    if (standings.get(msmeId)!.status === "vetted") return "vetted";
    return handedIn.has(msmeId) ? "profile" : "joined";
  };
  return rows.map(({ tokenHash: _secret, ...row }) => ({ ...row, stage: stageOf(row) }));
}
