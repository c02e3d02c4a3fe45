import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { markets } from "#db/schema/markets.ts";
import {
  exporterProfiles,
  profileCapabilities,
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
import { groupFingerprint, readSaid } from "./said.server.ts";
import { maxCertificates, maxProducts, type GroupInput } from "./schema.ts";
import { industryRow } from "./size-class.ts";
import { standardInForce } from "./standards.server.ts";

/**
 * Saves one field group of the actor's own firm; the other groups stay as they are. A saved group counts as
 * stated even when it is empty: the firm has said "none".
 *
 * `base` is the fingerprint of the group that the form began from (`groupFingerprint`): when somebody else has saved
 * something different since, nothing is written. Without it no such question is asked. What changes nothing leaves
 * no trace.
 *
 * @throws DomainError right.missing, profile.yearFuture, profile.tooMany, profile.savedElsewhere
 */
export function saveProfileGroup(ctx: Ctx, input: GroupInput, base?: string): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const known = tx
      .select()
      .from(exporterProfiles)
      .where(eq(exporterProfiles.organisationId, firm.id))
      .get();
    const before = readSaid(tx, firm.id);
    const stated = known?.statedGroups.includes(input.group) ?? false;
    const statedGroups = [...new Set([...(known?.statedGroups ?? []), input.group])];
    tx.insert(exporterProfiles)
      .values({ organisationId: firm.id, statedGroups, updatedAt: ctx.now })
      .onConflictDoUpdate({
        target: exporterProfiles.organisationId,
        set: { statedGroups, updatedAt: ctx.now },
      })
      .run();
    write(tx, ctx, firm.id, input);
    const found = groupFingerprint(input.group, before);
    const left = groupFingerprint(input.group, readSaid(tx, firm.id));
    if (base !== undefined && base !== found && left !== found) {
      throw new DomainError("profile.savedElsewhere");
    }
    if (stated && left === found) return;
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
      const { division, employees, revenueWan, assetsWan, underLargeControl } = input.value;
      update({
        ...industryOf(tx, ctx, organisationId, division),
        employees: employees ?? null,
        revenueWan: revenueWan ?? null,
        assetsWan: assetsWan ?? null,
        underLargeControl: underLargeControl === undefined ? null : underLargeControl === "yes",
      });
      return;
    }
    case "about":
      update(input.value);
      return;
    case "capabilities": {
      const { capacityZh, capacityEn } = input.value;
      update({ capacityZh, capacityEn });
      tx.delete(profileCapabilities).where(eq(profileCapabilities.organisationId, organisationId)).run();
      for (const capability of new Set(input.value.capabilities)) {
        tx.insert(profileCapabilities).values({ organisationId, capability }).run();
      }
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

/**
 * The industry follows from the division by the standard in force. A profile from before divisions were asked for
 * keeps its industry until a division is chosen.
 */
function industryOf(tx: Transaction, ctx: Ctx, id: string, division: string | undefined) {
  if (division === undefined) {
    const known = readSaid(tx, id);
    return known.division ? { division: null, industry: null } : {};
  }
  const row = industryRow({ division }, standardInForce({ db: ctx.db, now: ctx.now }));
  const found = row && ("covered" in row ? row.covered : row.excluded);
  return { division, industry: found?.id ?? null };
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
