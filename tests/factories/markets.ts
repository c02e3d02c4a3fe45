import type { Database } from "#db/client.server.ts";
import { facts, marketBlocks, markets, sources } from "#db/schema/markets.ts";
import { testNow } from "../setup/database.ts";

/** A market with two names; a block or the export side by `kind`. */
export function insertMarket(
  db: Database,
  code: string,
  fields: Partial<typeof markets.$inferInsert> & { inherits?: string } = {},
): void {
  const { inherits, ...row } = fields;
  db.insert(markets)
    .values({
      code,
      kind: "market",
      iso3: null,
      nameEn: `Market ${code}`,
      nameZh: `市场${code}`,
      region: "europe",
      currency: "EUR",
      languages: [],
      aliases: [],
      updatedAt: testNow,
      ...row,
    })
    .run();
  if (inherits) db.insert(marketBlocks).values({ marketCode: code, blockCode: inherits }).run();
}

/** A sourced rule on standards, to be checked, unless `fields` say otherwise. */
export function insertFact(
  db: Database,
  marketCode: string,
  key: string,
  fields: Partial<typeof facts.$inferInsert> = {},
): void {
  db.insert(sources)
    .values({ id: "source", nameEn: "Official Journal", nameZh: "官方公报", url: null })
    .onConflictDoNothing()
    .run();
  db.insert(facts)
    .values({
      marketCode,
      key,
      kind: "regulation",
      topic: "standards",
      position: 0,
      labelEn: key,
      labelZh: "规定",
      textEn: `${key} of ${marketCode}`,
      textZh: "内容",
      detail: {},
      sourceId: "source",
      asOf: 2025,
      confidence: "high",
      basis: "knowledge",
      updatedAt: testNow,
      ...fields,
    })
    .run();
}
