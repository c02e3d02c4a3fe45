import { and, eq, ne } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { isVouchedFor } from "#app/modules/endorsements/in-force.server.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ownFirm } from "./policy.ts";
import { registrationAccess, type RegistrationInput } from "./registration.ts";
import { fingerprint } from "./said.server.ts";
import { standingOf } from "./standing.ts";

type Registered = Pick<
  typeof organisations.$inferSelect,
  "nameZh" | "nameEn" | "creditCode" | "province" | "city"
>;

export function registrationFingerprint({ nameZh, nameEn, creditCode, province, city }: Registered): string {
  return fingerprint([nameZh, nameEn, creditCode, province ?? "", city ?? ""]);
}

/**
 * Corrects the registered details of the actor's own firm. `base` as in `saveProfileGroup`.
 *
 * @throws DomainError right.missing, profile.registrationLocked, organisation.codeTaken, profile.savedElsewhere
 */
export function correctRegistration(ctx: Ctx, input: RegistrationInput, base?: string): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const cases = tx.select().from(vettingCases).where(eq(vettingCases.organisationId, firm.id)).all();
    const access = registrationAccess(
      ctx.actor,
      standingOf(cases, ctx.now),
      isVouchedFor({ db: tx, now: ctx.now }, firm.id),
    );
    if (access === "ownersOnly") throw new DomainError("right.missing");
    if (access === "locked") throw new DomainError("profile.registrationLocked");
    const known = tx.select().from(organisations).where(eq(organisations.id, firm.id)).get()!;
    const { nameZh, nameEn, creditCode } = input;
    const taken = tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.creditCode, creditCode), ne(organisations.id, firm.id)))
      .get();
    if (taken) throw new DomainError("organisation.codeTaken", { field: "creditCode" });
    const set = { nameZh, nameEn, creditCode, province: input.province ?? null, city: input.city || null };
    const found = registrationFingerprint(known);
    const left = registrationFingerprint(set);
    if (left === found) return;
    if (base !== undefined && base !== found) throw new DomainError("profile.savedElsewhere");
    tx.update(organisations).set(set).where(eq(organisations.id, firm.id)).run();
    recordAudit(tx, ctx, {
      action: "profile.save",
      record: "profile",
      recordId: firm.id,
      detail: { group: "registered" },
    });
  });
}
