import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "../client.server.ts";
import * as schema from "../schema/index.ts";
import { after, organisationId, personId, townId } from "./town-ids.ts";

/** A passport that the toy maker gave to a bank, opened twice, with a year of trade that its buyer confirmed. */
export function seedPassport(tx: Transaction, now: Date): void {
  const firm = organisationId("toys");
  const trade = townId("trade:lindenhof:toys");
  tx.insert(schema.tradeConfirmations)
    .values({
      id: trade,
      mncId: organisationId("lindenhof"),
      msmeId: firm,
      year: now.getUTCFullYear() - 1,
      spendBand: "to1m",
      confirmedById: personId("mnc"),
      createdAt: after(now, -40),
    })
    .onConflictDoNothing()
    .run();
  const passport = townId("passport:toys");
  const { changes } = tx
    .insert(schema.passports)
    .values({
      id: passport,
      organisationId: firm,
      label: "汉堡储蓄银行 Hamburger Sparkasse",
      // Of a token that nobody has: the link was shown once and is gone, as with every other.
      tokenHash: createHash("sha256").update(randomBytes(32)).digest("hex"),
      contents: {
        standing: true,
        groups: ["summary", "industry", "products", "export"],
        endorsements: [townId("endorsement:lindenhof:toys")],
        certificates: ["CE", "EN 71", "FSC"].map((code) => townId(`certificate:toys:${code}`)),
        trade: [trade],
      },
      asksWho: true,
      expiresAt: after(now, 52),
      maxOpenings: 10,
      createdById: personId("msme"),
      createdAt: after(now, -8),
    })
    .onConflictDoNothing()
    .run();
  if (changes === 0) return;
  const openings = [
    { daysAgo: 6.3, name: "Anneke Brandt", body: "Hamburger Sparkasse", device: "Firefox · Windows" },
    { daysAgo: 1.2, name: "Jürgen Lohse", body: "Hamburger Sparkasse", device: "Safari · iOS" },
  ];
  for (const { daysAgo, ...who } of openings) {
    tx.insert(schema.passportOpenings)
      .values({
        id: townId(`opening:${who.name}`),
        passportId: passport,
        openedAt: after(now, -daysAgo),
        form: "page",
        ...who,
      })
      .run();
  }
}
