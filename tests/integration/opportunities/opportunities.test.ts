import { describe, expect, it } from "vitest";
import {
  listOpportunities,
  nextFairs,
  openOpportunitiesForMarket,
  openProgrammes,
  opportunityBySlug,
  standingFigures,
} from "#app/modules/opportunities/queries.server.ts";
import * as api from "#app/routes/api/opportunities.ts";
import { opportunitiesAnswerSchema } from "#app/modules/opportunities/schema.ts";
import { daysFromNow, insertEndorsement, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { makeOrganisation } from "#tests/factories/accounts.ts";
import { makeOpportunity } from "#tests/factories/opportunities.ts";
import { townDatabase } from "#tests/factories/town.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

describe("what a visitor may see", () => {
  it("is never a draft; what is over is found by its address only", () => {
    const db = testDatabase();
    for (const state of ["draft", "open", "closed", "running", "completed", "cancelled"] as const) {
      makeOpportunity(db, state, { state });
    }
    const ctx = testCtx(db);
    expect(listOpportunities(ctx).map((row) => row.slug)).toEqual(["open", "closed", "running"]);
    expect(opportunityBySlug(ctx, "draft")).toBeNull();
    expect(opportunityBySlug(ctx, "completed")?.state).toBe("completed");
    expect(opportunityBySlug(ctx, "' or 1=1 --")).toBeNull();
  });

  it("shows an open one as closed from the instant after its deadline", () => {
    const db = testDatabase();
    makeOpportunity(db, "one", { applyBy: daysFromNow(0) });
    expect(opportunityBySlug(testCtx(db), "one")?.state).toBe("open");
    const later = testCtx(db, { kind: "visitor" }, new Date(daysFromNow(0).getTime() + 1));
    expect(opportunityBySlug(later, "one")?.state).toBe("closed");
  });
});

describe("lists", () => {
  it("narrow by kind, market and sector, a section standing for its chapters", async () => {
    const ctx = testCtx(await townDatabase());
    const slugs = (filter: Parameters<typeof listOpportunities>[1]) =>
      listOpportunities(ctx, filter).map((row) => row.slug);
    expect(slugs({ kind: "fair" })).toHaveLength(8);
    expect(slugs({ market: "VN" }).sort()).toEqual(["asean-online-consortium", "vietnam-expo-delegation"]);
    expect(slugs({ kind: "fair", sector: "95", market: "JP" })).toEqual(["tokyo-gift-show-delegation"]);
    expect(slugs({ sector: "S-XX" })).toEqual(expect.arrayContaining(slugs({ sector: "95" })));
    expect(slugs({ sector: "01" })).toEqual([]);
  });

  it("give the home and guide pages what is next, soonest first", async () => {
    const ctx = testCtx(await townDatabase());
    const fairs = nextFairs(ctx, 4);
    expect(fairs).toHaveLength(4);
    const starts = fairs.map((row) => row.startsAt.getTime());
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(openProgrammes(ctx, 3).every((row) => row.kind !== "fair")).toBe(true);
    for (const row of openOpportunitiesForMarket(ctx, "DE")) expect(row.markets).toContain("DE");
  });
});

it("counts firms that are vetted and endorsed today, not those that were", async () => {
  const db = testDatabase();
  const first = await makeFirm(db);
  const second = await makeFirm(db);
  insertVetting(db, first.id);
  insertVetting(db, second.id, { expiresAt: daysFromNow(-1) });
  const mnc = makeOrganisation(db, { kind: "mnc" });
  insertEndorsement(db, mnc, first.id);
  insertEndorsement(db, mnc, second.id, { validUntil: daysFromNow(-1) });
  expect(standingFigures(testCtx(db))).toEqual({ vetted: 1, endorsed: 1, endorsers: 1 });
});

describe("/api/v1/opportunities", () => {
  const pages = { "api/v1/opportunities": api } as unknown as Parameters<typeof testSite>[1];

  it("answers by its schema, with both languages and no draft", async () => {
    const db = await townDatabase();
    makeOpportunity(db, "secret", { state: "draft" });
    const { ask } = await testSite(db, pages);
    const answer = await ask("/api/v1/opportunities?market=DE&kind=fair");
    expect(answer.status).toBe(200);
    const body = opportunitiesAnswerSchema.parse(await answer.json());
    expect(body.total).toBe(body.opportunities.length);
    expect(body.opportunities.map((one) => one.slug)).toContain("spielwarenmesse-delegation");
    expect(body.opportunities.map((one) => one.slug)).not.toContain("secret");
    expect(body.opportunities.every((one) => one.title.zh !== "" && one.kind === "fair")).toBe(true);
  });

  it.each([
    ["market=Germany", "market"],
    ["kind=party", "kind"],
    ["colour=red", "colour"],
  ])("refuses ?%s at its field", async (query, field) => {
    const { ask } = await testSite(testDatabase(), pages);
    const answer = await ask(`/api/v1/opportunities?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "bad_parameter", field } });
  });
});
