import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { supplierInvitations } from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCaller } from "#app/modules/accounts/caller.ts";
import { disclosedFirms } from "#app/modules/msmes/firm.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { newToken, seal, tokenHash, unseal } from "#app/platform/seal.server.ts";
import { actingFor } from "./own-endorsement.server.ts";
import { readSuppliers, type Supplier, type SupplierRow } from "./supplier-csv.ts";

const hourMs = 3_600_000;
const invitationDays = 60;
/** Letters that one multinational can send in 24 hours. */
const lettersADay = 1000;

/** What would happen to a row: a letter, or why there is none. */
export type SupplierVerdict = "new" | "wrong" | "twice" | "here" | "invited";
export type SupplierCheck = {
  rows: (SupplierRow & { verdict: SupplierVerdict; firstLine: number | null })[];
  ignored: string[];
  /** Seals exactly the rows that would be invited; null when there are none. */
  sealed: string | null;
};
type Sealed = { for: "suppliers"; mncId: string; userId: string; until: number; suppliers: Supplier[] };

/**
 * A dry run: reads the file and says of each row what would happen. Nothing is written and nothing is sent. Of firms
 * that are here only those are told that the multinational may know of anyway.
 *
 * @throws DomainError when the file as a whole cannot be taken
 */
export function checkSuppliers(ctx: PersonCtx, bytes: Uint8Array): SupplierCheck {
  const mnc = actingFor(ctx, "suppliers.invite", "mnc");
  const file = readSuppliers(bytes, ctx.now.getUTCFullYear());
  if (!file.ok) throw new DomainError(file.key, { field: "file" });
  const open = openAddresses(ctx, mnc.id);
  const here = knownCodes(ctx);
  const seen = new Map<string, number>();
  const rows = file.rows.map((row) => {
    const { supplier } = row;
    if (!supplier) return { ...row, verdict: "wrong" as const, firstLine: null };
    const keys = [supplier.email, ...(supplier.creditCode ? [supplier.creditCode] : [])];
    const firstLine = keys.map((key) => seen.get(key)).find((line) => line !== undefined) ?? null;
    for (const key of keys) if (!seen.has(key)) seen.set(key, row.line);
    const verdict: SupplierVerdict =
      firstLine !== null
        ? "twice"
        : open.has(supplier.email)
          ? "invited"
          : supplier.creditCode && here.has(supplier.creditCode)
            ? "here"
            : "new";
    return { ...row, verdict, firstLine };
  });
  const suppliers = rows.filter((row) => row.verdict === "new").map((row) => row.supplier!);
  const sealed: Sealed = {
    for: "suppliers",
    mncId: mnc.id,
    userId: ctx.actor.userId,
    until: ctx.now.getTime() + 2 * hourMs,
    suppliers,
  };
  return {
    rows,
    ignored: file.ignored,
    sealed: suppliers.length > 0 ? seal(JSON.stringify(sealed)) : null,
  };
}

function openAddresses({ db, now }: PersonCtx, mncId: string): Set<string> {
  const rows = db
    .select({ email: supplierInvitations.email })
    .from(supplierInvitations)
    .where(
      and(
        eq(supplierInvitations.mncId, mncId),
        isNull(supplierInvitations.acceptedAt),
        isNull(supplierInvitations.withdrawnAt),
        gt(supplierInvitations.expiresAt, now),
      ),
    )
    .all();
  return new Set(rows.map((row) => row.email));
}

/** Credit codes of the firms that the actor may know of. */
function knownCodes(ctx: PersonCtx): Set<string> {
  const coded = ctx.db
    .select({ id: organisations.id, code: organisations.creditCode })
    .from(organisations)
    .where(eq(organisations.kind, "msme"))
    .all();
  const visible = new Set(
    disclosedFirms(
      ctx,
      coded.map((one) => one.id),
    ).map((one) => one.firm.id),
  );
  return new Set(coded.flatMap(({ id, code }) => (code && visible.has(id) ? [code] : [])));
}

/**
 * Invites exactly what was checked, by letter in Chinese; returns how many letters were queued. Addresses that have
 * been invited since are passed over, so that sending it twice changes nothing.
 *
 * @throws DomainError supplier.stale, supplier.tooManyLetters
 */
export function inviteSuppliers(ctx: PersonCaller, sealed: string): number {
  const mnc = actingFor(ctx, "suppliers.invite", "mnc");
  const { userId } = ctx.actor;
  const opened = unseal(sealed);
  const checked = opened === null ? null : (JSON.parse(opened) as Partial<Sealed>);
  if (
    checked?.for !== "suppliers" ||
    checked.mncId !== mnc.id ||
    checked.userId !== userId ||
    checked.until! < ctx.now.getTime()
  ) {
    throw new DomainError("supplier.stale");
  }
  countAttempt(ctx, "supplierLetters", mnc.id);
  return ctx.db.transaction((tx) => {
    const open = openAddresses({ ...ctx, db: ctx.db }, mnc.id);
    const suppliers = checked.suppliers!.filter((one) => !open.has(one.email));
    const { sent } = tx
      .select({ sent: count() })
      .from(supplierInvitations)
      .where(
        and(
          eq(supplierInvitations.mncId, mnc.id),
          gt(supplierInvitations.createdAt, new Date(ctx.now.getTime() - 24 * hourMs)),
        ),
      )
      .get()!;
    if (sent + suppliers.length > lettersADay) {
      throw new DomainError("supplier.tooManyLetters", { params: { max: lettersADay } });
    }
    for (const supplier of suppliers) {
      // One that has run out makes room for the new one.
      tx.update(supplierInvitations)
        .set({ withdrawnAt: ctx.now })
        .where(
          and(
            eq(supplierInvitations.mncId, mnc.id),
            eq(supplierInvitations.email, supplier.email),
            isNull(supplierInvitations.acceptedAt),
            isNull(supplierInvitations.withdrawnAt),
          ),
        )
        .run();
      const token = newToken();
      tx.insert(supplierInvitations)
        .values({
          ...supplier,
          mncId: mnc.id,
          tokenHash: tokenHash(token),
          invitedById: userId,
          expiresAt: invitationEnd(ctx.now),
          createdAt: ctx.now,
        })
        .run();
      sendLetter(tx, ctx, mnc, supplier.email, token);
    }
    recordAudit(tx, ctx, {
      action: "supplier.invite",
      record: "organisation",
      recordId: mnc.id,
      detail: { suppliers: suppliers.length },
    });
    return suppliers.length;
  });
}

const invitationEnd = (now: Date) => new Date(now.getTime() + invitationDays * 24 * hourMs);

function sendLetter(
  tx: Transaction,
  ctx: PersonCtx,
  mnc: { nameEn: string; nameZh: string },
  email: string,
  token: string,
): void {
  queueMail(tx, ctx.now, {
    to: email,
    lang: "zh",
    template: "supplierInvitation",
    params: {
      mnc: mnc.nameZh || mnc.nameEn,
      inviter: ctx.actor.name,
      days: invitationDays,
      url: absoluteUrl(at("zh").supplierJoin(token)),
    },
  });
}

const openOf = (mncId: string, id: string) =>
  and(
    eq(supplierInvitations.id, id),
    eq(supplierInvitations.mncId, mncId),
    isNull(supplierInvitations.acceptedAt),
    isNull(supplierInvitations.withdrawnAt),
  );

/** Withdraws an invitation that nobody has taken up: its link stops working. */
export function withdrawSupplier(ctx: PersonCtx, id: string): void {
  const mnc = actingFor(ctx, "suppliers.invite", "mnc");
  ctx.db.transaction((tx) => {
    const set = { withdrawnAt: ctx.now };
    const { changes } = tx.update(supplierInvitations).set(set).where(openOf(mnc.id, id)).run();
    if (changes === 0) throw new DomainError("supplier.gone");
    recordAudit(tx, ctx, {
      action: "supplier.withdraw",
      record: "organisation",
      recordId: mnc.id,
      detail: { invitation: id },
    });
  });
}

/** Sends the letter again with a new link; the old one stops working. */
export function resendSupplier(ctx: PersonCaller, id: string): void {
  const mnc = actingFor(ctx, "suppliers.invite", "mnc");
  const row = ctx.db.select().from(supplierInvitations).where(openOf(mnc.id, id)).get();
  if (!row) throw new DomainError("supplier.gone");
  countAttempt(ctx, "letterToAddress", row.email);
  ctx.db.transaction((tx) => {
    const token = newToken();
    const { changes } = tx
      .update(supplierInvitations)
      .set({ tokenHash: tokenHash(token), expiresAt: invitationEnd(ctx.now) })
      .where(openOf(mnc.id, id))
      .run();
    if (changes === 0) throw new DomainError("supplier.gone");
    sendLetter(tx, ctx, mnc, row.email, token);
    recordAudit(tx, ctx, {
      action: "supplier.resend",
      record: "organisation",
      recordId: mnc.id,
      detail: { invitation: id },
    });
  });
}
