import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { profileCertificates } from "#db/schema/msmes.ts";
import { ownMatch, ownMatches } from "#app/modules/matching/queries.server.ts";
import { saveProfileGroup } from "#app/modules/msmes/save-profile.server.ts";
import { makeFirm } from "#tests/factories/msmes.ts";
import { makeOpportunity } from "#tests/factories/opportunities.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";

async function toyMaker() {
  const db = await townDatabase();
  const actor = await townsperson(db, "msme@fairway.example");
  return { db, ctx: testCtx(db, actor), firm: actor.organisation!.id };
}
const slugs = (rows: { opportunity: { slug: string } }[]) => rows.map((row) => row.opportunity.slug);

describe("the demo toy maker's matches", () => {
  it("put what is made for toys first and name all three kinds among the eligible", async () => {
    const { ctx } = await toyMaker();
    const { matches } = ownMatches(ctx);
    const eligible = matches.filter(({ match }) => match.eligible);
    expect(new Set(eligible.map(({ opportunity }) => opportunity.kind))).toEqual(
      new Set(["sponsorship", "fair", "consortium"]),
    );
    expect(slugs(eligible)).toEqual(
      expect.arrayContaining(["lindenhof-safe-toys", "spielwarenmesse-delegation", "new-exporters-germany"]),
    );
    const first = eligible.slice(0, 3).map(({ opportunity }) => opportunity.sectors);
    expect(first).toEqual([["95"], ["95"], ["95"]]);
    expect(matches.slice(0, eligible.length).every(({ match }) => match.eligible)).toBe(true);
  });

  it("refuse by rule, not by score: food, machinery, another province, too experienced", async () => {
    const { ctx } = await toyMaker();
    const failed = Object.fromEntries(
      ownMatches(ctx).matches.map(({ opportunity, match }) => [
        opportunity.slug,
        match.rules.filter((rule) => rule.ok === false).map((rule) => rule.rule),
      ]),
    );
    expect(failed["gulfood-delegation"]).toContain("sector");
    expect(failed["hannover-messe-delegation"]).toContain("sector");
    expect(failed["harbourtech-digital-workshop"]).toEqual(["province"]);
    expect(failed["norrsken-first-export"]).toEqual(["exportYears"]);
  });

  it("show that renewing the lapsed ISO 9001 would count, and it does once it is saved", async () => {
    const { ctx, db, firm } = await toyMaker();
    const before = ownMatch(ctx, "new-exporters-germany")!.matched.match;
    const raise = before.raises.find((one) => one.change.key === "certificate.renew");
    expect(raise).toMatchObject({ change: { params: { certificate: "ISO 9001" } }, field: "certificates" });
    const held = db
      .select()
      .from(profileCertificates)
      .where(eq(profileCertificates.organisationId, firm))
      .all();
    saveProfileGroup(ctx, {
      group: "certificates",
      value: {
        certificates: held.map(({ code, issuer, expiresOn }) => ({
          code,
          issuer,
          expiresOn: code === "ISO 9001" ? "2029-01-01" : (expiresOn ?? undefined),
        })),
      },
    });
    const after = ownMatch(ctx, "new-exporters-germany")!.matched.match;
    expect(after.score - before.score).toBe(raise!.points);
  });
});

describe("the newcomer's matches", () => {
  it("are none that can be applied for, and vetting is among the reasons everywhere", async () => {
    const db = await townDatabase();
    const { matches } = ownMatches(testCtx(db, await townsperson(db, "newcomer@fairway.example")));
    expect(matches.some(({ match }) => match.eligible)).toBe(false);
    for (const { match } of matches) {
      expect(match.rules.find((rule) => rule.rule === "vetted")?.ok).toBe(false);
      expect(match.raises.map((one) => one.change.key)).toContain("vetting.apply");
    }
  });
});

describe("matches", () => {
  it("cover what takes applications, and not what is a draft, closed or past its deadline", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    makeOpportunity(db, "open");
    makeOpportunity(db, "draft", { state: "draft" });
    makeOpportunity(db, "closed", { state: "closed" });
    makeOpportunity(db, "late", { applyBy: new Date("2026-11-22T03:59:59Z") });
    const ctx = testCtx(db, actor);
    expect(slugs(ownMatches(ctx).matches)).toEqual(["open"]);
    expect(ownMatch(ctx, "draft")).toBeNull();
    expect(ownMatch(ctx, "late")!.matched.match.rules[0]).toMatchObject({ rule: "open", ok: false });
  });

  it("are refused to people without a firm of their own", async () => {
    const db = await townDatabase();
    const others = ["mnc@fairway.example", "partner@fairway.example", "organiser@fairway.example"];
    for (const email of others) {
      const actor = await townsperson(db, email);
      expect(() => ownMatches(testCtx(db, actor))).toThrow("right.missing");
    }
    expect(() => ownMatches(testCtx(db))).toThrow("right.missing");
  });
});
