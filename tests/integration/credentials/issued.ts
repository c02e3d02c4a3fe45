import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { endorsementCredentials, endorsements, type ShownField } from "#db/schema/endorsements.ts";
import { issueCredentials } from "#app/modules/credentials/issue-credentials.server.ts";
import { statusListPath, statusPurposes } from "#app/modules/credentials/credential.ts";
import { ownDidDocument } from "#app/modules/credentials/keys.server.ts";
import { statusList } from "#app/modules/credentials/status-list.server.ts";
import { env } from "#app/platform/env.server.ts";
import { makeOrganisation } from "#tests/factories/accounts.ts";
import { daysFromNow, insertVetting } from "#tests/factories/msmes.ts";
import { testCtx, testNow } from "#tests/setup/database.ts";
import { check } from "./stranger.ts";

const everyField: ShownField[] = [
  "supplierSince",
  "goods",
  "relationship",
  "spendBand",
  "record",
  "sectors",
  "markets",
];

/** An accepted endorsement of a vetted firm, active for 300 more days, with everything said in it. */
export function acceptedEndorsement(
  db: Database,
  fields: Partial<typeof endorsements.$inferInsert> = {},
): typeof endorsements.$inferSelect {
  const msmeId = makeOrganisation(db, { nameEn: "Qinghe Wooden Toys" });
  insertVetting(db, msmeId);
  return db
    .insert(endorsements)
    .values({
      mncId: makeOrganisation(db, { kind: "mnc", nameEn: "Lindenhof AG" }),
      msmeId,
      state: "active",
      supplierSince: 2021,
      goodsEn: "Wooden toys",
      goodsZh: "木制玩具",
      spendBand: "to1m",
      recordEn: "On time in 97 of 100 deliveries.",
      scopeSectors: ["95"],
      scopeMarkets: ["DE", "GB"],
      validFrom: daysFromNow(-30),
      validUntil: daysFromNow(300),
      createdAt: daysFromNow(-40),
      acceptedAt: daysFromNow(-30),
      shownFields: everyField,
      ...fields,
    })
    .returning()
    .get();
}

/** As `acceptedEndorsement`, with its credential. */
export async function issuedEndorsement(
  db: Database,
  fields: Partial<typeof endorsements.$inferInsert> = {},
) {
  const endorsement = acceptedEndorsement(db, fields);
  await issueCredentials(testCtx(db));
  return { endorsement, ...credentialRow(db, endorsement.id)! };
}

export function credentialRow(db: Database, endorsementId: string) {
  return db
    .select()
    .from(endorsementCredentials)
    .where(eq(endorsementCredentials.endorsementId, endorsementId))
    .get();
}

/** What a stranger finds who fetches everything now and checks at `now`. */
export async function strangerSays(db: Database, jwt: string, now: Date = testNow): Promise<string> {
  return check(jwt, ownDidDocument(db), await publishedLists(db, now), now);
}

export async function publishedLists(db: Database, now: Date = testNow): Promise<Record<string, string>> {
  const lists: Record<string, string> = {};
  for (const purpose of statusPurposes) {
    lists[env().APP_ORIGIN + statusListPath(purpose)] = (
      await statusList(testCtx(db, undefined, now), purpose)
    ).jwt;
  }
  return lists;
}

/** A part of a compact JWS, read. */
export function partOf(jwt: string, index: 0 | 1): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split(".")[index]!, "base64url").toString("utf8")) as Record<
    string,
    unknown
  >;
}
