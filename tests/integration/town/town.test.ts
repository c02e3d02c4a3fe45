import { describe, expect, it } from "vitest";
import * as schema from "#db/schema/index.ts";
import { demoAccounts, demoPassword, demoTotpSecret } from "#db/seed/demo-accounts.ts";
import { townOpportunities } from "#db/seed/town-opportunities.ts";
import { seedTown } from "#db/seed/town.ts";
import { isCreditCode } from "#app/modules/accounts/credit-code.ts";
import { rolesOf } from "#app/modules/accounts/rights.ts";
import { namesOf, wordRule } from "#app/modules/matching/explain.ts";
import { isHsCode } from "#app/modules/matching/hs.ts";
import { supportKinds } from "#app/modules/matching/vocabulary.ts";
import { provinceCode } from "#app/modules/msmes/provinces.ts";
import { shippedStandard, sizeClass } from "#app/modules/msmes/size-class.ts";
import { passwordFits } from "#app/platform/password.server.ts";
import { seal, unseal } from "#app/platform/seal.server.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testCtx, testNow } from "#tests/setup/database.ts";
import { listOpportunities } from "#app/modules/opportunities/queries.server.ts";

const kindOf = <T extends { kind: string }>(rows: T[], kind: string) =>
  rows.filter((row) => row.kind === kind);

describe("the demo town", () => {
  it("has everybody it should, once, however often it is seeded", async () => {
    const db = await townDatabase();
    await seedTown(db, testNow, { seal });
    const bodies = db.select().from(schema.organisations).all();
    expect(kindOf(bodies, "msme")).toHaveLength(12);
    expect(kindOf(bodies, "mnc")).toHaveLength(4);
    expect(kindOf(bodies, "partner")).toHaveLength(5);
    expect(kindOf(bodies, "chamber")).toHaveLength(1);
    const open = db.select().from(schema.opportunities).all();
    expect(kindOf(open, "sponsorship")).toHaveLength(6);
    expect(kindOf(open, "fair")).toHaveLength(8);
    expect(kindOf(open, "consortium")).toHaveLength(3);
    for (const key of ["nameEn", "nameZh", "creditCode"] as const) {
      const values = bodies.map((row) => row[key]).filter(Boolean);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it("changes nothing that people have changed since", async () => {
    const db = await townDatabase();
    db.update(schema.opportunities).set({ seats: 99 }).run();
    db.delete(schema.profileNeeds).run();
    await seedTown(db, testNow, { seal });
    expect(
      db
        .select()
        .from(schema.opportunities)
        .all()
        .every((row) => row.seats === 99),
    ).toBe(true);
    expect(db.select().from(schema.profileNeeds).all()).toEqual([]);
  });

  it("is bilingual, with valid codes and figures", async () => {
    const db = await townDatabase();
    for (const body of db.select().from(schema.organisations).all()) {
      expect(body.nameEn).toMatch(/[A-Za-z]/);
      expect(body.nameZh).toMatch(/\p{Script=Han}/u);
      if (body.country !== "CN") continue;
      expect([body.nameEn, isCreditCode(body.creditCode ?? "")]).toEqual([body.nameEn, true]);
      expect([body.nameEn, provinceCode(body.province)]).not.toContain(undefined);
    }
    for (const { hs } of db.select().from(schema.profileProducts).all())
      expect([hs, isHsCode(hs)]).toEqual([hs, true]);
    for (const { need } of db.select().from(schema.profileNeeds).all()) expect(supportKinds).toContain(need);
    const sizes = db
      .select()
      .from(schema.exporterProfiles)
      .all()
      .map((row) => sizeClass(row, shippedStandard));
    const classes = sizes.map((size) => (size.kind === "class" ? size.class : size.kind));
    expect(classes).toEqual(expect.arrayContaining(["micro", "small", "medium", "undetermined"]));
  });

  it("opens opportunities with whole weights, places to reach, and rules in words in both languages", async () => {
    const db = await townDatabase();
    for (const row of db.select().from(schema.opportunities).all()) {
      expect([row.slug, Object.values(row.weights).reduce((sum, one) => sum + one, 0)]).toEqual([
        row.slug,
        100,
      ]);
      expect(row.applyBy.getTime()).toBeGreaterThan(testNow.getTime());
      expect(row.startsAt.getTime()).toBeGreaterThan(row.applyBy.getTime());
      for (const offer of row.offers) expect(supportKinds).toContain(offer);
      for (const lang of ["en", "zh"] as const) {
        for (const rule of row.rules) {
          const words = wordRule(lang, rule, row.ownerId, namesOf(lang));
          expect(words.length).toBeGreaterThan(3);
          expect(words).not.toMatch(/[{}]|undefined/);
        }
      }
      for (const words of [row.titleZh, row.summaryZh, row.bodyZh]) expect(words).toMatch(/\p{Script=Han}/u);
      for (const words of [row.titleEn, row.summaryEn, row.bodyEn]) expect(words).toMatch(/[A-Za-z]{4}/);
    }
  });

  it.each(["2026-01-01T00:00:00Z", "2026-02-27T23:59:00Z", "2027-12-31T16:30:00Z"])(
    "is never out of date, seeded at %s",
    async (instant) => {
      const now = new Date(instant);
      const db = await townDatabase(now);
      const rows = listOpportunities(testCtx(db, { kind: "visitor" }, now));
      expect(rows).toHaveLength(townOpportunities.length);
      expect(rows.every((row) => row.state === "open")).toBe(true);
    },
  );
});

describe("the demo accounts", () => {
  it("open with the password everybody knows, and hold the roles of their address", async () => {
    const db = await townDatabase();
    const stored = db.select().from(schema.users).all();
    expect(stored.map((row) => row.email).sort()).toEqual(demoAccounts.map((one) => one.email).sort());
    expect(await passwordFits(stored[0]!.passwordHash, demoPassword)).toBe(true);
    const roles = async (address: string) => rolesOf(await townsperson(db, `${address}@fairway.example`));
    expect(await roles("msme")).toContain("msme");
    expect(await roles("newcomer")).toContain("msme");
    expect(await roles("mnc")).toContain("mnc");
    expect(await roles("mnc-approver")).toContain("mncApprover");
    expect(await roles("partner")).toContain("partner");
    expect(await roles("vetter2")).toContain("vetter");
    for (const role of ["editor", "vetter", "organiser", "admin"] as const)
      expect(await roles(role)).toContain(role);
    for (const row of stored) {
      if (row.totpSecret) expect(unseal(row.totpSecret)).toBe(demoTotpSecret);
    }
  });
});
