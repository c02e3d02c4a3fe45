import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { markets, sectors } from "#db/schema/markets.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { dayOf, endOfDay, startOfDay } from "./days.ts";
import { standingsOf, type Endorsement } from "./in-force.server.ts";
import { actingFor, givenBy, must } from "./own-endorsement.server.ts";
import { mayBeEndorsed, stageAfter, stageOf } from "./policy.ts";
import { earliestFirstDay, type DraftInput } from "./schema.ts";
import { tellPeople, membersOf } from "./tell.server.ts";

/** Starts the draft of an endorsement of a vetted firm; returns its id. */
export function startDraft(ctx: PersonCtx, msmeId: string, input: DraftInput): string {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  return ctx.db.transaction((tx) => {
    demandEndorsable(tx, ctx, msmeId);
    demandNoOther(tx, mnc.id, msmeId);
    const fields = fieldsOf(tx, ctx, input);
    return insertDraft(tx, ctx, { ...fields, mncId: mnc.id, msmeId });
  });
}

/** Writes a new draft in the caller's transaction, which has asked whether there may be one. */
export function insertDraft(
  tx: Transaction,
  ctx: PersonCtx,
  fields: Omit<typeof endorsements.$inferInsert, "state" | "createdAt" | "draftedById" | "editedById">,
): string {
  const { userId } = ctx.actor;
  const { id } = tx
    .insert(endorsements)
    .values({ ...fields, state: "draft", draftedById: userId, editedById: userId, createdAt: ctx.now })
    .returning({ id: endorsements.id })
    .get();
  recordAudit(tx, ctx, {
    action: "endorsement.draft",
    record: "endorsement",
    recordId: id,
    to: "draft",
    detail: { mnc: fields.mncId, firm: fields.msmeId },
  });
  return id;
}

/**
 * Changes a draft. One that was handed in already goes back to being a draft, whoever has agreed to it: what people
 * agree to is what they read.
 */
export function saveDraft(ctx: PersonCtx, id: string, input: DraftInput): void {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    const from = stageOf(row);
    if (stageAfter(from, "edit") === null) throw new DomainError("endorsement.moved");
    const fields = fieldsOf(tx, ctx, input);
    tx.update(endorsements)
      .set({ ...fields, state: "draft", approvedById: null, approvedAt: null, editedById: ctx.actor.userId })
      .where(eq(endorsements.id, id))
      .run();
    recordAudit(tx, ctx, {
      action: "endorsement.edit",
      record: "endorsement",
      recordId: id,
      from,
      to: "draft",
      detail: { mnc: mnc.id },
    });
    if (from === "acceptance") {
      tellPeople(tx, ctx, row, "endorsement.withdrawn", "msme", membersOf(tx, row.msmeId));
    }
  });
}

/** Throws a draft away; one that staff have looked at or are to look at stays. */
export function discardDraft(ctx: PersonCtx, id: string): void {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    if (stageAfter(stageOf(row), "discard") === null) throw new DomainError("endorsement.moved");
    const flag = tx.select().from(endorsementFlags).where(eq(endorsementFlags.endorsementId, id)).get();
    if (flag) throw new DomainError("endorsement.stays");
    tx.delete(endorsements).where(eq(endorsements.id, id)).run();
    recordAudit(tx, ctx, {
      action: "endorsement.discard",
      record: "endorsement",
      recordId: id,
      from: "draft",
      detail: { mnc: mnc.id, firm: row.msmeId },
    });
  });
}

/** @throws DomainError endorsement.notVetted unless this is a firm whose vetting is valid now */
export function demandEndorsable(tx: Transaction, ctx: PersonCtx, msmeId: string): void {
  const firm = tx
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, msmeId))
    .get();
  const standing = standingsOf({ db: tx, now: ctx.now }, [msmeId]).get(msmeId)!;
  if (firm?.kind !== "msme" || !mayBeEndorsed(standing)) throw new DomainError("endorsement.notVetted");
}

/** One endorsement of a firm at a time is being written by one multinational. */
export function demandNoOther(tx: Transaction, mncId: string, msmeId: string): void {
  const other = tx
    .select({ id: endorsements.id })
    .from(endorsements)
    .where(
      and(
        eq(endorsements.mncId, mncId),
        eq(endorsements.msmeId, msmeId),
        inArray(endorsements.state, ["draft", "pending_approval"]),
      ),
    )
    .get();
  if (other) throw new DomainError("endorsement.already");
}

/** Two active endorsements of the same two bodies never overlap; a renewal follows on. */
export function demandNoOverlap(tx: Transaction, row: Endorsement): void {
  const others = tx
    .select({ from: endorsements.validFrom, until: endorsements.validUntil })
    .from(endorsements)
    .where(
      and(
        eq(endorsements.mncId, row.mncId),
        eq(endorsements.msmeId, row.msmeId),
        eq(endorsements.state, "active"),
        ne(endorsements.id, row.id),
      ),
    )
    .all();
  if (others.some(({ from, until }) => from < row.validUntil && row.validFrom < until)) {
    throw new DomainError("endorsement.overlaps", { field: "firstDay" });
  }
}

function fieldsOf(tx: Transaction, ctx: PersonCtx, input: DraftInput) {
  const { firstDay, lastDay, spendBand, ...rest } = input;
  const today = dayOf(ctx.now);
  if (firstDay < earliestFirstDay(today)) {
    throw new DomainError("endorsement.tooEarly", { field: "firstDay" });
  }
  if (lastDay < today) throw new DomainError("endorsement.over", { field: "lastDay" });
  if (input.supplierSince > ctx.now.getUTCFullYear()) {
    throw new DomainError("profile.yearFuture", {
      field: "supplierSince",
      params: { from: 1950, to: ctx.now.getUTCFullYear() },
    });
  }
  const knownSectors = tx
    .select({ code: sectors.code })
    .from(sectors)
    .where(inArray(sectors.code, input.scopeSectors))
    .all();
  const knownMarkets = tx
    .select({ code: markets.code })
    .from(markets)
    .where(inArray(markets.code, input.scopeMarkets))
    .all();
  if (knownSectors.length !== new Set(input.scopeSectors).size) {
    throw new DomainError("form.invalid", { field: "scopeSectors" });
  }
  if (knownMarkets.length !== new Set(input.scopeMarkets).size) {
    throw new DomainError("form.invalid", { field: "scopeMarkets" });
  }
  return {
    ...rest,
    scopeSectors: [...new Set(input.scopeSectors)],
    scopeMarkets: [...new Set(input.scopeMarkets)],
    spendBand: spendBand ?? null,
    validFrom: startOfDay(firstDay),
    validUntil: endOfDay(lastDay),
  };
}
