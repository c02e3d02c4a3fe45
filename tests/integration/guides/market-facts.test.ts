import { describe, expect, it } from "vitest";
import { factsOf, findMarket, listMarkets, marketTopics } from "#app/modules/markets/queries.server.ts";
import { insertFact, insertMarket } from "../../factories/markets.ts";
import { testCtx, testDatabase } from "../../setup/database.ts";

describe("facts of a market", () => {
  it("are its own first, then its block's, and its own stands in for the block's of the same key", () => {
    const db = testDatabase();
    insertMarket(db, "EU", { kind: "block" });
    insertMarket(db, "DE", { inherits: "EU" });
    insertFact(db, "EU", "gpsr");
    insertFact(db, "EU", "de-minimis", { textEn: "of the block", topic: "tariffs-taxes" });
    insertFact(db, "DE", "de-minimis", { textEn: "of the market", topic: "tariffs-taxes", basis: "read" });
    const ctx = testCtx(db);
    const facts = factsOf(ctx, findMarket(ctx, "DE")!);
    expect(facts.map(({ key, inheritedFrom }) => [key, inheritedFrom])).toEqual([
      ["de-minimis", null],
      ["gpsr", "EU"],
    ]);
    expect(facts[0]!.textEn).toBe("of the market");
    const tile = listMarkets(ctx).find(({ code }) => code === "DE")!;
    expect(tile.facts).toEqual({ total: 2, checked: 1, toCheck: 1, gaps: 0 });
    const topics = marketTopics(ctx).find(({ market }) => market === "DE")!.topics;
    expect([...topics].sort()).toEqual(["standards", "tariffs-taxes"]);
  });

  it("count a gap as a gap", () => {
    const db = testDatabase();
    insertMarket(db, "NG");
    insertFact(db, "NG", "de-minimis", {
      gap: true,
      sourceId: null,
      asOf: null,
      confidence: null,
      basis: null,
      textEn: null,
      textZh: null,
    });
    const tile = listMarkets(testCtx(db))[0]!;
    expect(tile.facts).toEqual({ total: 1, checked: 0, toCheck: 0, gaps: 1 });
  });
});
