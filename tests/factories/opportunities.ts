import type { Database } from "#db/client.server.ts";
import { opportunities, opportunityMarkets, opportunitySectors } from "#db/schema/opportunities.ts";
import { makeOrganisation } from "./accounts.ts";
import { testNow } from "#tests/setup/database.ts";
import { daysFromNow } from "./msmes.ts";

/** An opportunity that takes applications for another month, unless said otherwise. Its sectors and markets must exist. */
export function makeOpportunity(
  db: Database,
  slug: string,
  fields: Partial<typeof opportunities.$inferInsert> & { sectors?: string[]; markets?: string[] } = {},
): string {
  const { sectors = [], markets = [], ...row } = fields;
  const { id } = db
    .insert(opportunities)
    .values({
      slug,
      kind: "sponsorship",
      state: "open",
      ownerId: row.ownerId ?? makeOrganisation(db, { kind: "mnc" }),
      titleEn: `Programme ${slug}`,
      titleZh: `计划${slug}`,
      summaryEn: "What it is.",
      summaryZh: "内容。",
      bodyEn: "Body.",
      bodyZh: "正文。",
      seats: 5,
      applyBy: daysFromNow(30),
      startsAt: daysFromNow(60),
      endsAt: daysFromNow(90),
      timeZone: "Asia/Shanghai",
      offers: [],
      rules: [],
      weights: { sector: 50, market: 50 },
      quotas: [],
      createdAt: testNow,
      updatedAt: testNow,
      ...row,
    })
    .returning({ id: opportunities.id })
    .get();
  for (const sectorCode of sectors)
    db.insert(opportunitySectors).values({ opportunityId: id, sectorCode }).run();
  for (const marketCode of markets)
    db.insert(opportunityMarkets).values({ opportunityId: id, marketCode }).run();
  return id;
}
