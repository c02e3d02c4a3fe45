import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { marketBlocks } from "#db/schema/markets.ts";
import { seedContent } from "#db/seed/content.ts";
import { allSectionDocuments } from "#search/indexes/sections.ts";
import { topicRows } from "#app/modules/guides/topic-rows.server.ts";
import { factsOf, findMarket, listMarkets } from "#app/modules/markets/queries.server.ts";
import { sectorPage } from "#app/modules/sectors/queries.server.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";

function seeded() {
  const db = testDatabase();
  seedContent(db, testNow);
  return { db, ctx: testCtx(db) };
}

describe("blocks", () => {
  it("have the members that the membership facts name", () => {
    const { ctx } = seeded();
    const members = (code: string) =>
      findMarket(ctx, code)!
        .members.map((one) => one.code)
        .sort();
    expect(members("ASEAN")).toEqual(["ID", "MY", "PH", "SG", "TH", "VN"]);
    expect(members("RCEP")).toEqual(["AU", "ID", "JP", "KR", "MY", "PH", "SG", "TH", "VN"]);
    expect(members("EU")).toEqual(["DE", "ES", "FR", "IT", "NL"]);
    expect(members("GCC")).toEqual(["AE", "SA"]);
  });

  it("hand their facts on to members that take them over, and to no others", () => {
    const { db, ctx } = seeded();
    const vietnam = findMarket(ctx, "VN")!;
    expect(vietnam.blocks).toEqual([]);
    expect(vietnam.groups.map(({ code }) => code).sort()).toEqual(["ASEAN", "RCEP"]);
    const facts = factsOf(ctx, vietnam);
    expect(facts.filter(({ inheritedFrom }) => inheritedFrom !== null)).toEqual([]);
    expect(listMarkets(ctx).find(({ code }) => code === "VN")!.facts.total).toBe(facts.length);
    const documents = [...allSectionDocuments(db)];
    const taxes = documents.find(({ id }) => id === "VN-tariffs-taxes-en")!;
    expect(JSON.stringify(taxes)).not.toContain("Not a customs union");

    // The most likely mistake: a membership taken for inheritance.
    db.update(marketBlocks).set({ inherits: true }).where(eq(marketBlocks.marketCode, "VN")).run();
    expect(factsOf(ctx, findMarket(ctx, "VN")!).length).toBeGreaterThan(facts.length);
  });

  it("and general guides are searchable, without a document for what they do not treat", () => {
    const { db } = seeded();
    const ids = [...allSectionDocuments(db)].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["EU-standards-zh", "RCEP-tariffs-taxes-en", "ALL-fairs-zh"]));
    expect(ids).not.toContain("ALL-procurement-en");
    expect(ids.some((id) => id.startsWith("CN-"))).toBe(false);
  });
});

it("a topic's table has every market once, in the order of the reader's language", () => {
  const { ctx } = seeded();
  const rows = topicRows(ctx, "zh", "standards");
  expect(rows).toHaveLength(30);
  const germany = rows.find(({ code }) => code === "DE")!;
  expect(
    germany.cells.find(({ column }) => column === "marks")!.cell.entries.map(({ text }) => text),
  ).toContain("CE");
  expect(rows.map(({ name }) => name)).toEqual(
    [...rows.map(({ name }) => name)].sort((a, b) => a.localeCompare(b, "zh")),
  );
});

it("a sector states what a block states once, under the block", () => {
  const { ctx } = seeded();
  const toys = sectorPage(ctx, "95")!;
  expect(toys.marks.filter(({ fact }) => fact.detail.code === "CE").map(({ place }) => place.code)).toContain(
    "EU",
  );
  expect(toys.marks.some(({ place, fact }) => place.code === "DE" && fact.detail.code === "CE")).toBe(false);
  expect(toys.fairs.some(({ place }) => place.code === "DE")).toBe(true);
  expect(toys.parent?.code).toBe("S-XX");
  expect(sectorPage(ctx, "77")).toBeNull();
});
