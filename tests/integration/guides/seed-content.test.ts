import { count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { facts, markets } from "#db/schema/markets.ts";
import { sectionRevisions, sections } from "#db/schema/guides.ts";
import { searchOutbox } from "#db/schema/search.ts";
import { seedContent } from "#db/seed/content.ts";
import { pairState } from "#app/modules/guides/language-pair.ts";
import { sectionPair } from "#app/modules/guides/queries.server.ts";
import {
  factsOf,
  findMarket,
  listMarkets,
  publicContentVersion,
} from "#app/modules/markets/queries.server.ts";
import { testCtx, testDatabase, testNow } from "../../setup/database.ts";

describe("seedContent", () => {
  it("fills thirty markets whose members take over their block's rules, and queues every section for search", () => {
    const db = testDatabase();
    seedContent(db, testNow);
    const ctx = testCtx(db);
    const tiles = listMarkets(ctx).filter(({ kind }) => kind === "market");
    expect(tiles).toHaveLength(30);
    for (const { code, facts: count } of tiles) {
      expect(count.total, code).toBe(factsOf(ctx, findMarket(ctx, code)!).length);
      expect(count.checked + count.toCheck + count.gaps, code).toBe(count.total);
    }
    const german = factsOf(ctx, findMarket(ctx, "DE")!);
    expect(german.some(({ inheritedFrom }) => inheritedFrom === "EU")).toBe(true);
    const written = db.select({ rows: count() }).from(sections).get()!.rows;
    expect(written).toBeGreaterThanOrEqual(96);
    expect(db.select({ rows: count() }).from(searchOutbox).get()!.rows).toBe(written);
    const pair = sectionPair(ctx, "DE", "standards");
    expect(pairState(pair.en!, pair.zh)).toBe("level");
  });

  it("changes nothing when it runs again, and leaves a section to its editors", () => {
    const db = testDatabase();
    seedContent(db, testNow);
    const section = db.select().from(sections).get()!;
    db.update(sections).set({ status: "archived" }).where(eq(sections.id, section.id)).run();
    const ctx = testCtx(db);
    const before = publicContentVersion(ctx);
    seedContent(db, new Date(testNow.getTime() + 86_400_000));
    expect(publicContentVersion(ctx)).toBe(before);
    expect(db.select().from(sections).where(eq(sections.id, section.id)).get()!.status).toBe("archived");
    const revisions = db.select({ rows: count() }).from(sectionRevisions).get()!.rows;
    expect(revisions).toBe(db.select({ rows: count() }).from(sections).get()!.rows);
  });

  it("brings a fact up to date that says something else than its file", () => {
    const db = testDatabase();
    seedContent(db, testNow);
    const fact = db.select().from(facts).where(eq(facts.marketCode, "JP")).get()!;
    db.update(facts).set({ labelEn: "outdated" }).where(eq(facts.id, fact.id)).run();
    seedContent(db, testNow);
    expect(db.select().from(facts).where(eq(facts.id, fact.id)).get()!.labelEn).toBe(fact.labelEn);
    expect(db.select({ rows: count() }).from(markets).get()!.rows).toBe(37);
  });
});
