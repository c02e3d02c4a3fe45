import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { RouterContextProvider } from "react-router";
import type { Database } from "#db/client.server.ts";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { sectors } from "#db/schema/markets.ts";
import { profileMarkets, profileProducts } from "#db/schema/msmes.ts";
import { giveConsent, ownConsents, revokeConsent } from "#app/modules/msmes/consent.server.ts";
import type { DisclosureInput } from "#app/modules/msmes/disclosure-schema.ts";
import { fieldGroups } from "#app/modules/msmes/disclosure.ts";
import { ownLevels } from "#app/modules/msmes/firm.server.ts";
import { setDisclosure } from "#app/modules/msmes/set-disclosure.server.ts";
import {
  dropSupplier,
  forgetRemovedSuppliers,
  keepSupplier,
  restoreSupplier,
} from "#app/modules/network/keep-supplier.server.ts";
import { closeScope, setScope } from "#app/modules/network/partner-scopes.server.ts";
import {
  isKept,
  keptSuppliers,
  listSuppliers,
  removedSupplier,
} from "#app/modules/network/queries.server.ts";
import type { SupplierFilter } from "#app/modules/network/schema.ts";
import { action as keptAction } from "#app/routes/network/kept.tsx";
import { loader as csvLoader } from "#app/routes/network/suppliers-csv.ts";
import { requestContext, type Person } from "#app/platform/context.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { insertMarket } from "#tests/factories/markets.ts";
import {
  daysFromNow,
  insertEndorsement,
  insertVetting,
  makeFirm,
  setLevels,
} from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

let db: Database;
let partner: { id: string; actor: Person };
let admin: Person;
let mnc: string;

beforeEach(async () => {
  db = testDatabase();
  for (const code of ["DE", "FR"]) insertMarket(db, code);
  const sector = (code: string, parentCode: string | null, position: number) =>
    db
      .insert(sectors)
      .values({
        code,
        parentCode,
        kind: parentCode ? "chapter" : "section",
        nameEn: code,
        nameZh: code,
        position,
      })
      .run();
  sector("XX", null, 1);
  sector("95", "XX", 2);
  sector("94", "XX", 3);
  sector("II", null, 4);
  sector("09", "II", 5);
  const id = makeOrganisation(db, { kind: "partner", country: "CN" });
  const userId = await makeUser(db);
  addMember(db, id, userId, { role: "owner" });
  partner = { id, actor: await signedIn(db, userId) };
  const staff = await makeUser(db, { secondFactor: true, staff: ["admin"] });
  admin = await signedIn(db, staff, { secondFactor: true });
  mnc = makeOrganisation(db, { kind: "mnc" });
});

async function supplier(name: string, scopeSectors: string[], scopeMarkets: string[] = []) {
  const firm = await makeFirm(db, name);
  insertVetting(db, firm.id);
  insertEndorsement(db, mnc, firm.id, { scopeSectors, scopeMarkets });
  return firm;
}
const open = (sectors: string[], markets: string[] = []) =>
  setScope(as(db, admin), { partner: partner.id, sectors, markets });
const names = (filter: SupplierFilter = {}, now = testNow) =>
  listSuppliers(as(db, partner.actor, { now }), "en", filter).firms.map(({ firm }) => firm.nameEn);

describe("the list of suppliers", () => {
  it("reaches as far as the partner's scope, by the tree of sectors; without a scope it is empty", async () => {
    await supplier("Toys", ["95"], ["DE"]);
    await supplier("Tea", ["09"], ["DE"]);
    await supplier("Section", ["XX"], ["FR"]);
    await supplier("Everything", []);
    expect(names()).toEqual([]);
    open(["95"]);
    expect(names()).toEqual(["Everything", "Section", "Toys"]);
    open(["XX"], ["DE"]);
    expect(names()).toEqual(["Everything", "Toys"]);
    open([]);
    expect(names()).toHaveLength(4);
    closeScope(as(db, admin), partner.id);
    expect(names()).toEqual([]);
  });

  it("leaves out whose endorsement has ended, is flagged or not there, and who is suspended", async () => {
    open([]);
    const firm = await supplier("Toys", ["95"]);
    const vetted = await makeFirm(db, "Never endorsed");
    insertVetting(db, vetted.id);
    expect(names()).toEqual(["Toys"]);
    expect(names({}, daysFromNow(301))).toEqual([]);
    const { id } = db.select().from(endorsements).get()!;
    const flag = { endorsementId: id, kind: "ring", detail: {}, raisedAt: testNow } as const;
    db.insert(endorsementFlags).values(flag).run();
    expect(names()).toEqual([]);
    db.delete(endorsementFlags).run();
    expect(names()).toEqual(["Toys"]);
    insertVetting(db, firm.id, { state: "suspended", decidedAt: testNow });
    expect(names()).toEqual([]);
  });

  it("finds by what is shown and nothing else: a filter does not tell what a firm keeps to itself", async () => {
    open([]);
    const shows = await supplier("Shows", ["95"], ["DE"]);
    const hides = await supplier("Hides", ["95"], ["DE"]);
    for (const { id } of [shows, hides]) {
      db.insert(profileProducts)
        .values({ organisationId: id, hs: "940360", nameEn: "Tables", nameZh: "桌子" })
        .run();
      db.insert(profileMarkets).values({ organisationId: id, marketCode: "FR", relation: "target" }).run();
    }
    setLevels(db, shows.id, { products: "network", markets: "network" });
    setLevels(db, hides.id, { products: "matched", markets: "matched" });
    expect(names({ sector: "94" })).toEqual(["Shows"]);
    expect(names({ sector: "XX" })).toEqual(["Shows"]);
    expect(names({ market: "FR" })).toEqual(["Shows"]);
    // The endorsements' scope reaches both, but neither agreed to show it.
    expect(names({ sector: "95" })).toEqual([]);
    expect(names({ market: "DE" })).toEqual([]);
    db.update(endorsements)
      .set({ shownFields: ["sectors"] })
      .where(eq(endorsements.msmeId, hides.id))
      .run();
    expect(names({ sector: "95" })).toEqual(["Hides"]);
    const { choices } = listSuppliers(as(db, partner.actor), "en");
    expect(choices.markets).toEqual([{ code: "FR", count: 1 }]);
  });

  it("is written to a file in which nothing is a formula", async () => {
    open([]);
    const firm = await supplier('=HYPERLINK("http://evil.example")', ["95"]);
    const product = { hs: "950300", nameEn: "@SUM(A1)", nameZh: "" };
    db.insert(profileProducts)
      .values({ organisationId: firm.id, ...product })
      .run();
    setLevels(db, firm.id, { products: "network" });
    const context = new RouterContextProvider();
    context.set(requestContext, { ...as(db, partner.actor), nonce: "n" });
    const args = { request: new Request("http://x.example/en/network.csv"), params: { lang: "en" }, context };
    const text = await csvLoader(args as never).text();
    expect(text).toContain(`"'=HYPERLINK(`);
    for (const cell of text.split(/\r\n|,(?=")/)) expect(cell).not.toMatch(/^"?[=+@-]/);
  });
});

describe("a scope", () => {
  it("is not opened wide by codes that nobody knows", () => {
    open(["95"]);
    expect(() => open(["no such"])).toThrow("scope.unknown");
    expect(setScope(as(db, admin), { partner: mnc, sectors: [], markets: [] })).toBe(false);
    expect(() => setScope(as(db, partner.actor), { partner: partner.id, sectors: [], markets: [] })).toThrow(
      "right.missing",
    );
  });
});

describe("kept suppliers", () => {
  it("can be noted, removed and put back, and show nothing any more once the firm is out of sight", async () => {
    open([]);
    const { id } = await supplier("Toys", ["95"]);
    const ctx = as(db, partner.actor);
    expect(keepSupplier(ctx, { firm: id, note: "samples" })).toBe(true);
    // Keeping it once more from its page does not wipe the note.
    keepSupplier(ctx, { firm: id });
    expect(keptSuppliers(ctx)).toMatchObject([{ note: "samples", supplier: { firm: { nameEn: "Toys" } } }]);
    expect(dropSupplier(ctx, id)).toBe(true);
    expect(dropSupplier(ctx, id)).toBe(false);
    expect([keptSuppliers(ctx), isKept(ctx, id)]).toEqual([[], false]);
    expect(removedSupplier(ctx, id)).toMatchObject({ msmeId: id });
    expect(restoreSupplier(ctx, id)).toBe(true);
    expect(restoreSupplier(ctx, id)).toBe(false);
    insertVetting(db, id, { state: "suspended", decidedAt: testNow });
    expect(keptSuppliers(ctx)).toMatchObject([{ note: "samples", supplier: null }]);
    const hidden = await makeFirm(db);
    expect(keepSupplier(ctx, { firm: hidden.id })).toBe(false);
  });
});

describe("a removed supplier", () => {
  const noted = async () => {
    open([]);
    const { id } = await supplier("Toys", ["95"]);
    keepSupplier(as(db, partner.actor), { firm: id, note: "their price is 4.20" });
    return id;
  };
  const send = async (actor: Person, fields: Record<string, string>): Promise<string> => {
    const context = new RouterContextProvider();
    context.set(requestContext, { ...as(db, actor), nonce: "n" });
    const request = new Request("http://fairway.example/en/network/kept", {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    const outcome: unknown = await keptAction({ request, params: { lang: "en" }, context } as never);
    return (outcome as Response).headers.get("Location")!;
  };

  it("is undone without its note ever standing in an address", async () => {
    const id = await noted();
    const there = await send(partner.actor, { intent: "remove", firm: id });
    expect(there).toBe(`/en/network/kept?removed=${id}`);
    await send(partner.actor, { intent: "restore", firm: id });
    expect(keptSuppliers(as(db, partner.actor))).toMatchObject([{ note: "their price is 4.20" }]);
  });

  it("can be put back by its own body alone, even out of sight, and is forgotten after a day", async () => {
    const id = await noted();
    const userId = await makeUser(db);
    addMember(db, mnc, userId, { role: "owner" });
    const stranger = as(db, await signedIn(db, userId));
    const own = as(db, partner.actor);
    dropSupplier(own, id);
    expect(removedSupplier(stranger, id)).toBeNull();
    expect(restoreSupplier(stranger, id)).toBe(false);
    forgetRemovedSuppliers(db, daysFromNow(0.9));
    insertVetting(db, id, { state: "suspended", decidedAt: testNow });
    expect(removedSupplier(own, id)).toEqual({ msmeId: id, supplier: null });
    forgetRemovedSuppliers(db, daysFromNow(1));
    expect(removedSupplier(own, id)).toBeNull();
    expect(restoreSupplier(own, id)).toBe(false);
  });

  it("kept anew begins with an empty note", async () => {
    const id = await noted();
    const own = as(db, partner.actor);
    dropSupplier(own, id);
    keepSupplier(own, { firm: id });
    expect(keptSuppliers(own)).toMatchObject([{ note: "" }]);
  });
});

describe("who sees what", () => {
  const all = (level: DisclosureInput["summary"]) =>
    Object.fromEntries(fieldGroups.map((group) => [group, level])) as DisclosureInput;

  it("is set for the own firm alone and leaves a trace of what changed", async () => {
    const mine = await makeFirm(db);
    const other = await makeFirm(db);
    setDisclosure(as(db, mine.actor), { ...all("staff"), products: "public" });
    expect(ownLevels(as(db, mine.actor)).levels).toEqual({ ...all("staff"), products: "public" });
    expect(ownLevels(as(db, other.actor)).levels).toEqual(all("staff"));
    expect(() => setDisclosure(as(db, partner.actor), all("public"))).toThrow("right.missing");
  });

  it("keeps each consent with its wording and dates; it is asked for again after it was revoked", async () => {
    const { actor } = await makeFirm(db);
    expect(() => giveConsent(as(db, actor), "abroad-0")).toThrow("consent.wordingChanged");
    giveConsent(as(db, actor), "abroad-1");
    giveConsent(as(db, actor), "abroad-1");
    const later = as(db, actor, { now: daysFromNow(2) });
    revokeConsent(later);
    revokeConsent(as(db, actor, { now: daysFromNow(3) }));
    giveConsent(as(db, actor, { now: daysFromNow(4) }), "abroad-1");
    expect(ownConsents(later)).toMatchObject([
      { wording: "abroad-1", givenAt: daysFromNow(4), revokedAt: null },
      { wording: "abroad-1", givenAt: testNow, revokedAt: daysFromNow(2), givenBy: actor.name },
    ]);
  });
});
