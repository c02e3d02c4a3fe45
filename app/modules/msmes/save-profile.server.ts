import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { markets } from "#db/schema/markets.ts";
import {
  exporterProfiles,
  profileCertificates,
  profileLanguages,
  profileMarkets,
  profileNeeds,
  profileProducts,
} from "#db/schema/msmes.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ownFirm } from "./policy.ts";
import { maxCertificates, maxProducts, type GroupInput } from "./schema.ts";

/**
 * Saves one field group of the actor's own firm; the other groups stay as they are. A saved group counts as
 * stated even when it is empty: the firm has said "none".
 *
 * @throws DomainError right.missing, profile.yearFuture, profile.tooMany
 */
export function saveProfileGroup(ctx: Ctx, input: GroupInput): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const known = tx
      .select()
      .from(exporterProfiles)
      .where(eq(exporterProfiles.organisationId, firm.id))
      .get();
    const statedGroups = [...new Set([...(known?.statedGroups ?? []), input.group])];
    tx.insert(exporterProfiles)
      .values({ organisationId: firm.id, statedGroups, updatedAt: ctx.now })
      .onConflictDoUpdate({
        target: exporterProfiles.organisationId,
        set: { statedGroups, updatedAt: ctx.now },
      })
      .run();
    write(tx, ctx, firm.id, input);
    recordAudit(tx, ctx, {
      action: "profile.save",
      record: "profile",
      recordId: firm.id,
      detail: { group: input.group },
    });
  });
}

function write(tx: Transaction, ctx: Ctx, organisationId: string, input: GroupInput): void {
  const update = (set: Partial<typeof exporterProfiles.$inferInsert>) =>
    tx.update(exporterProfiles).set(set).where(eq(exporterProfiles.organisationId, organisationId)).run();
  switch (input.group) {
    case "firm": {
      const { industry, employees, revenueWan, assetsWan, summaryEn, summaryZh } = input.value;
      update({
        industry: industry ?? null,
        employees: employees ?? null,
        revenueWan: revenueWan ?? null,
        assetsWan: assetsWan ?? null,
        summaryEn,
        summaryZh,
      });
      return;
    }
    case "products": {
      const { products } = input.value;
      if (products.length > maxProducts) tooMany("products", maxProducts);
      tx.delete(profileProducts).where(eq(profileProducts.organisationId, organisationId)).run();
      for (const row of products)
        tx.insert(profileProducts)
          .values({ organisationId, ...row })
          .run();
      return;
    }
    case "certificates": {
      const { certificates } = input.value;
      if (certificates.length > maxCertificates) tooMany("certificates", maxCertificates);
      tx.delete(profileCertificates).where(eq(profileCertificates.organisationId, organisationId)).run();
      for (const { code, issuer, expiresOn } of certificates) {
        tx.insert(profileCertificates)
          .values({ organisationId, code, issuer, expiresOn: expiresOn ?? null })
          .run();
      }
      return;
    }
    case "export": {
      const { exportingSince, exported } = input.value;
      if (exportingSince !== null && (exportingSince > ctx.now.getUTCFullYear() || exportingSince < 1949)) {
        throw new DomainError("profile.yearFuture", {
          field: "exportingSince",
          params: { from: "1949", to: String(ctx.now.getUTCFullYear()) },
        });
      }
      update({ exportingSince });
      writeMarkets(tx, organisationId, "exported", exported);
      return;
    }
    case "markets":
      writeMarkets(tx, organisationId, "target", input.value.targets);
      return;
    case "needs":
      tx.delete(profileNeeds).where(eq(profileNeeds.organisationId, organisationId)).run();
      for (const need of new Set(input.value.needs)) {
        tx.insert(profileNeeds).values({ organisationId, need }).run();
      }
      return;
    case "languages":
      tx.delete(profileLanguages).where(eq(profileLanguages.organisationId, organisationId)).run();
      for (const language of new Set(input.value.languages)) {
        tx.insert(profileLanguages).values({ organisationId, language }).run();
      }
  }
}

/** Codes that are no market of ours are dropped: the form offers none, so only a crafted request sends them. */
function writeMarkets(
  tx: Transaction,
  organisationId: string,
  relation: "target" | "exported",
  codes: string[],
): void {
  tx.delete(profileMarkets)
    .where(and(eq(profileMarkets.organisationId, organisationId), eq(profileMarkets.relation, relation)))
    .run();
  const known = tx
    .select({ code: markets.code })
    .from(markets)
    .where(and(inArray(markets.code, codes), eq(markets.kind, "market")))
    .all();
  for (const { code } of known) {
    tx.insert(profileMarkets).values({ organisationId, marketCode: code, relation }).run();
  }
}

function tooMany(field: string, max: number): never {
  throw new DomainError("profile.tooMany", { field, params: { max } });
}
