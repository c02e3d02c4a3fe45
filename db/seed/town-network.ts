import type { Transaction } from "../client.server.ts";
import type { DisclosureLevel } from "../schema/disclosure-levels.ts";
import * as schema from "../schema/index.ts";
import type { TownKey } from "./town-organisations.ts";

const dayMs = 86_400_000;

/** What some firms of the town have opened; every other group is for the chamber alone. */
const levels: Partial<Record<TownKey, Record<string, DisclosureLevel>>> = {
  toys: {
    summary: "public",
    products: "public",
    markets: "public",
    industry: "network",
    capacity: "network",
    certificates: "network",
    export: "network",
    languages: "network",
    needs: "matched",
    figures: "endorsers",
  },
  bamboo: {
    summary: "public",
    products: "public",
    markets: "public",
    certificates: "public",
    languages: "network",
    export: "matched",
  },
  lamps: { products: "network", certificates: "network", export: "network", figures: "matched" },
  textiles: { summary: "public", products: "public", markets: "public", certificates: "network" },
  valves: { summary: "network", products: "network", certificates: "network" },
};

/** Firms that have consented to sending their data abroad, with who gave the consent. */
const consents: [TownKey, string][] = [
  ["toys", "msme@fairway.example"],
  ["bamboo", "bamboo@fairway.example"],
  ["lamps", "lamps@fairway.example"],
];

/**
 * The network of the town: what firms show, a partner with its scope, and two introductions under way. `townId` gives
 * the stable id of a named thing; rows that are there already stay as they are.
 */
export function seedNetwork(tx: Transaction, now: Date, townId: (name: string) => string): void {
  const body = (key: TownKey) => townId(`organisation:${key}`);
  const person = (email: string) => townId(`user:${email}`);
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  for (const [key, groups] of Object.entries(levels)) {
    for (const [fieldGroup, level] of Object.entries(groups)) {
      tx.insert(schema.profileDisclosures)
        .values({ organisationId: body(key as TownKey), fieldGroup, level, updatedAt: ago(60) })
        .onConflictDoNothing()
        .run();
    }
  }
  for (const [key, email] of consents) {
    tx.insert(schema.consents)
      .values({
        id: townId(`consent:${key}`),
        organisationId: body(key),
        purpose: "abroad",
        wording: "abroad-1",
        givenById: person(email),
        givenAt: ago(58),
      })
      .onConflictDoNothing()
      .run();
  }
  const importers = body("toy-association");
  const katrin = person("partner@fairway.example");
  tx.insert(schema.partnerScopes)
    .values({
      partnerId: importers,
      sectors: ["44", "46", "94", "95"],
      markets: ["DE", "NL"],
      setById: person("admin@fairway.example"),
      updatedAt: ago(40),
    })
    .onConflictDoNothing()
    .run();
  tx.insert(schema.savedSuppliers)
    .values({
      organisationId: importers,
      msmeId: body("bamboo"),
      note: "Two members look for bamboo kitchen sets; ask about food-contact reports.",
      savedById: katrin,
      createdAt: ago(9),
    })
    .onConflictDoNothing()
    .run();
  tx.insert(schema.introductions)
    .values([
      {
        id: townId("introduction:toys"),
        askedById: katrin,
        organisationId: importers,
        msmeId: body("toys"),
        message:
          "Three of our members look for FSC-certified wooden puzzles for spring 2027, about 8,000 pieces each to start with. We would like to see samples and your EN 71 reports, and to arrange a call before the fair in Nuremberg.",
        state: "forwarded",
        deskById: person("organiser@fairway.example"),
        forwardedAt: ago(3),
        answerBy: new Date(now.getTime() + 11 * dayMs),
        createdAt: ago(5),
        updatedAt: ago(3),
      },
      {
        id: townId("introduction:textiles"),
        askedById: person("mnc@fairway.example"),
        organisationId: body("lindenhof"),
        msmeId: body("textiles"),
        message:
          "For our autumn range we look for a second source of organic cotton bed linen in two sizes, 15,000 sets a year, with GOTS through all stages.",
        state: "requested",
        createdAt: ago(1),
        updatedAt: ago(1),
      },
    ])
    .onConflictDoNothing()
    .run();
}
