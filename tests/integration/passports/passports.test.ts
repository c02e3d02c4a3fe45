import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { endorsements, tradeConfirmations } from "#db/schema/endorsements.ts";
import { exporterProfiles, profileCertificates } from "#db/schema/msmes.ts";
import { passportOpenings, passports } from "#db/schema/passports.ts";
import { confirmTrade, tradeToConfirm } from "#app/modules/passports/confirm-trade.server.ts";
import { cutOffPassport } from "#app/modules/passports/cut-off-passport.server.ts";
import { makePassport } from "#app/modules/passports/make-passport.server.ts";
import { openPassport, passportBehind } from "#app/modules/passports/open-passport.server.ts";
import { passportContent } from "#app/modules/passports/passport-content.server.ts";
import { passportPaper } from "#app/modules/passports/passport-paper.server.ts";
import { ownPassports } from "#app/modules/passports/queries.server.ts";
import { passportSchema, type PassportInput } from "#app/modules/passports/schema.ts";
import { press } from "#app/modules/pdf/press.server.ts";
import type { Person } from "#app/platform/context.ts";
import { policies, RateLimited } from "#app/platform/rate-limits.server.ts";
import * as page from "#app/routes/passports/passport.tsx";
import * as pdf from "#app/routes/passports/passport-pdf.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { daysFromNow, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import { issuedEndorsement } from "../credentials/issued.ts";

const nothing = { standing: false, groups: [], endorsements: [], certificates: [], trade: [] };
const input = (fields: Partial<PassportInput> = {}): PassportInput => ({
  label: "A bank",
  lang: "en",
  days: 30,
  maxOpenings: undefined,
  asksWho: false,
  ...nothing,
  standing: true,
  ...fields,
});

/** A vetted firm with a profile, an endorsement with its credential, a confirmed year, and its two people. */
async function firmWithAll(db: Database) {
  const { id, actor } = await makeFirm(db, "Qinghe Wooden Toys");
  insertVetting(db, id);
  db.insert(exporterProfiles)
    .values({
      organisationId: id,
      summaryEn: "Wooden blocks",
      employees: 86,
      revenueWan: 2400,
      statedGroups: ["firm"],
      updatedAt: testNow,
    })
    .run();
  const certificate = { id: "c1", organisationId: id, code: "EN 71", issuer: "Lab", expiresOn: "2027-06-30" };
  db.insert(profileCertificates).values(certificate).run();
  const mncId = makeOrganisation(db, { kind: "mnc", nameEn: "Lindenhof AG" });
  const buyer = await makeUser(db);
  addMember(db, mncId, buyer, { role: "owner" });
  const { endorsement } = await issuedEndorsement(db, { mncId, msmeId: id, shownFields: ["goods"] });
  const mnc = await signedIn(db, buyer);
  confirmTrade(as(db, mnc), { msmeId: id, year: 2025, spendBand: "to1m" });
  const trade = db.select().from(tradeConfirmations).get()!.id;
  const all = {
    standing: true,
    groups: ["summary", "figures"] as PassportInput["groups"],
    endorsements: [endorsement.id],
    certificates: ["c1"],
    trade: [trade],
  };
  return { id, actor, mnc, endorsement, all };
}

const shownBy = (db: Database, actor: Person, fields: Partial<PassportInput>, now = testNow) => {
  const { id } = makePassport(as(db, actor), input(fields));
  const row = db.select().from(passports).where(eq(passports.id, id)).get()!;
  return () => passportContent(testCtx(db, undefined, now), "en", row)!;
};

describe("what a passport shows", () => {
  test("is what was ticked, one by one, and nothing else", async () => {
    const db = testDatabase();
    const { actor, all } = await firmWithAll(db);
    const everything = shownBy(db, actor, all)();
    expect(everything).toMatchObject({
      standing: { vetted: true },
      endorsements: [{ by: { nameEn: "Lindenhof AG" }, lines: [{ field: "goods", text: "Wooden toys" }] }],
      certificates: ["EN 71 · Lab · valid until 30 Jun 2027"],
      trade: [{ year: 2025, by: "Lindenhof AG", band: "USD 500,000 to 1 million" }],
    });
    expect(everything.groups.map(({ group }) => group)).toEqual(["summary", "figures"]);
    expect(everything.groups[1]!.lines.map(({ text }) => text)).toEqual([
      "86 staff",
      "CNY 24,000,000 revenue a year",
    ]);
    for (const only of ["standing", "groups", "endorsements", "certificates", "trade"] as const) {
      const shown = { ...shownBy(db, actor, { ...nothing, [only]: all[only] })(), firm: null };
      const parts = Object.entries(shown).filter(
        ([, value]) => value && (!Array.isArray(value) || value.length > 0),
      );
      expect(parts.map(([part]) => part)).toEqual([only]);
    }
  });

  test("a revoked endorsement and the trade behind it are gone at the next look, and so is what was deleted", async () => {
    const db = testDatabase();
    const { actor, all, endorsement } = await firmWithAll(db);
    const look = shownBy(db, actor, all);
    db.delete(profileCertificates).run();
    db.update(endorsements).set({ state: "revoked" }).where(eq(endorsements.id, endorsement.id)).run();
    expect(look()).toMatchObject({
      endorsements: [],
      trade: [],
      certificates: [],
      standing: { vetted: true },
    });
  });

  test("a firm cannot tick what is another's, nor make one with nothing in it", async () => {
    const db = testDatabase();
    const other = await firmWithAll(db);
    const { actor } = await makeFirm(db);
    const foreign = { ...other.all, standing: false };
    expect(() => makePassport(as(db, actor), input(foreign))).toThrow("passport.empty");
    const { id } = makePassport(as(db, actor), input({ ...foreign, standing: true }));
    expect(db.select().from(passports).where(eq(passports.id, id)).get()?.contents).toEqual({
      ...nothing,
      standing: true,
    });
  });

  test("prints as a tagged page or more in both languages", async () => {
    const db = testDatabase();
    const { actor, all } = await firmWithAll(db);
    const { id } = makePassport(as(db, actor), input(all));
    const row = db.select().from(passports).where(eq(passports.id, id)).get()!;
    for (const lang of ["en", "zh"] as const) {
      const bytes = await press(passportPaper(testCtx(db), lang, row)!);
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });
});

describe("the link", () => {
  const who = { name: "", body: "", userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/130.0" };

  test("is kept nowhere: the database has its hash alone", async () => {
    const db = testDatabase();
    const { actor } = await firmWithAll(db);
    const { token } = makePassport(as(db, actor), input());
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(JSON.stringify(db.select().from(passports).all())).not.toContain(token);
    expect(JSON.stringify(ownPassports(as(db, actor)))).not.toMatch(/tokenHash|[0-9a-f]{64}/);
  });

  test("counts openings, not looks at its cover; the last one can go on looking, nobody else", async () => {
    const db = testDatabase();
    const { actor } = await firmWithAll(db);
    const { token, id } = makePassport(as(db, actor), input({ maxOpenings: 1 }));
    for (let robot = 0; robot < 20; robot += 1)
      expect(passportBehind(visitor(db), token, null)?.openingId).toBeNull();
    const cookie = openPassport(visitor(db), token, who)!.split(";")[0]!;
    expect(openPassport(visitor(db), token, who)).toBeNull();
    expect(passportBehind(visitor(db), token, null)).toBeNull();
    expect(passportBehind(visitor(db), token, `a=b; ${cookie}`)?.openingId).toBeTruthy();
    expect(passportBehind(visitor(db), token, cookie.slice(0, -1) + "0")).toBeNull();
    expect(ownPassports(as(db, actor), id)[0]).toMatchObject({
      state: "usedUp",
      openings: [{ device: "Firefox · Windows", form: "page" }],
    });
    const later = visitor(db, { now: new Date(testNow.getTime() + 13 * 3_600_000) });
    expect(passportBehind(later, token, cookie)).toBeNull();
  });

  test("ends with its date, and at once when the firm cuts it off, also for who has it open", async () => {
    const db = testDatabase();
    const { actor } = await firmWithAll(db);
    const { token, id } = makePassport(as(db, actor), input({ days: 7 }));
    const cookie = openPassport(visitor(db), token, who)!.split(";")[0]!;
    expect(passportBehind(visitor(db, { now: daysFromNow(6.99) }), token, null)).not.toBeNull();
    expect(passportBehind(visitor(db, { now: daysFromNow(7) }), token, null)).toBeNull();
    const stranger = await makeFirm(db);
    expect(cutOffPassport(as(db, stranger.actor), id)).toBe(false);
    expect(passportBehind(visitor(db), token, cookie)).not.toBeNull();
    expect(cutOffPassport(as(db, actor), id)).toBe(true);
    expect(passportBehind(visitor(db), token, cookie)).toBeNull();
    expect(ownPassports(as(db, stranger.actor), id)).toEqual([]);
  });

  test("wrong ones are limited by address", () => {
    const db = testDatabase();
    for (let tries = 0; tries < 60; tries += 1)
      expect(passportBehind(visitor(db), `wrong-${tries}`, null)).toBeNull();
    expect(() => passportBehind(visitor(db), "one-more", null)).toThrow(RateLimited);
  });

  test.each([
    ["days", "91"],
    ["days", "0"],
    ["maxOpenings", "0"],
    ["label", " "],
    ["groups", "staffNotes"],
  ])("cannot be made with %s=%s", (field, value) => {
    const good = { label: "A bank", lang: "en", days: "30", standing: "on" };
    expect(passportSchema.safeParse(good).success).toBe(true);
    const sent = { ...good, [field]: field === "groups" ? [value] : value };
    expect(passportSchema.safeParse(sent).success).toBe(false);
  });
});

describe("the page of a link", () => {
  const site = (db: Database) =>
    testSite(db, {
      ":lang/passport/:token": withProps(page),
      ":lang/passport/:token.pdf": pdf,
    } as unknown as Parameters<typeof testSite>[1]);
  const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

  /** The site answers by the real clock. */
  async function running(fields: Partial<PassportInput> = {}) {
    const db = testDatabase();
    const { actor, all } = await firmWithAll(db);
    const made = makePassport(as(db, actor, { now: new Date() }), input({ ...all, ...fields }));
    return { db, actor, ...made, ...(await site(db)) };
  }

  test("shows nothing of the firm before it is opened, and everything ticked after", async () => {
    const { ask, token } = await running();
    const cover = await ask(`/en/passport/${token}`);
    expect(await cover.text()).not.toContain("Qinghe");
    expect(cover.headers.get("cache-control")).toBe("no-store");
    expect(cover.headers.get("x-robots-tag")).toContain("noindex");
    expect((await ask(`/en/passport/${token}.pdf`)).headers.get("location")).toBe(`/en/passport/${token}`);
    const opened = await ask(`/en/passport/${token}`, { method: "POST", body: new URLSearchParams() });
    expect(opened.status).toBe(302);
    const cookie = opened.headers.get("set-cookie")!;
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const headers = { cookie: cookie.split(";")[0]! };
    const shown = await ask(`/en/passport/${token}`, { headers });
    expect(shown.headers.get("referrer-policy")).toBe("no-referrer");
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(textOf(await shown.text())).toContain("Wooden blocks");
    expect(textOf(await (await ask(`/zh/passport/${token}`, { headers })).text())).toContain("供应商护照");
    const paper = await ask(`/en/passport/${token}.pdf`, { headers });
    expect([paper.status, paper.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  });

  test.each([true, false])("says so once a link was opened too often (asks who: %s)", async (asksWho) => {
    const { ask, token } = await running({ asksWho });
    const open = () => {
      const body = new URLSearchParams({ name: "Anneke Brandt", body: "A bank" });
      return ask(`/en/passport/${token}`, { method: "POST", body });
    };
    let answer = await open();
    for (let tries = 1; tries <= policies.passport.address.tries; tries += 1) answer = await open();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("asks who opens it where the firm asks, and keeps no address", async () => {
    const { ask, token, db } = await running({ asksWho: true });
    const send = (fields: Record<string, string>) =>
      ask(`/en/passport/${token}`, { method: "POST", body: new URLSearchParams(fields) });
    expect((await send({})).status).toBe(400);
    expect(db.select().from(passportOpenings).all()).toEqual([]);
    expect((await send({ name: "Anneke Brandt", body: "A bank" })).status).toBe(302);
    const [row] = db.select().from(passportOpenings).all();
    expect(row).toMatchObject({ name: "Anneke Brandt", body: "A bank", form: "page" });
    expect(JSON.stringify(row)).not.toContain("127.0.0.1");
  });

  test("answers wrong, expired, cut-off and used-up links with the same page", async () => {
    const answers = new Set<string>();
    for (const end of ["wrong", "expired", "cutOff", "usedUp"] as const) {
      const { ask, token, db, id, actor } = await running(end === "usedUp" ? { maxOpenings: 1 } : {});
      if (end === "expired")
        db.update(passports)
          .set({ expiresAt: new Date(Date.now() - 1) })
          .run();
      if (end === "cutOff") cutOffPassport(as(db, actor), id);
      if (end === "usedUp") openPassport(visitor(db, { now: new Date() }), token, who());
      const asked = end === "wrong" ? `${token.slice(0, -4)}wxyz` : token;
      const answer = await ask(`/en/passport/${asked}`);
      answers.add(`${answer.status} ${textOf(await answer.text()).replaceAll(asked, "")}`);
      const sent = await ask(`/en/passport/${asked}`, { method: "POST", body: new URLSearchParams() });
      expect([sent.status, sent.headers.get("set-cookie")]).toEqual([302, null]);
      expect((await ask(`/en/passport/${asked}.pdf`)).status).toBe(404);
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toMatch(/^404 .*This link leads nowhere/);
  });

  const who = () => ({ name: "", body: "", userAgent: null });
});

describe("confirmed trade", () => {
  test("only for firms that the multinational endorses now, and only for years that are over", async () => {
    const db = testDatabase();
    const { mnc, id, endorsement } = await firmWithAll(db);
    const other = await makeFirm(db);
    const confirm = (msmeId: string, year: number) => () =>
      confirmTrade(as(db, mnc), { msmeId, year, spendBand: "to5m" });
    expect(tradeToConfirm(as(db, mnc)).map((firm) => firm.id)).toEqual([id]);
    expect(confirm(other.id, 2025)).toThrow("trade.notEndorsed");
    expect(confirm(id, 2026)).toThrow("trade.year");
    db.update(endorsements).set({ state: "revoked" }).where(eq(endorsements.id, endorsement.id)).run();
    expect(confirm(id, 2024)).toThrow("trade.notEndorsed");
    expect(() => confirmTrade(as(db, other.actor), { msmeId: id, year: 2024 })).toThrow("right.missing");
  });

  test("another band is another statement: a passport does not show it unasked", async () => {
    const db = testDatabase();
    const { actor, all, mnc, id } = await firmWithAll(db);
    const look = shownBy(db, actor, all);
    expect(look().trade).toHaveLength(1);
    confirmTrade(as(db, mnc), { msmeId: id, year: 2025, spendBand: "to5m" });
    expect(look().trade).toEqual([]);
    confirmTrade(as(db, mnc), { msmeId: id, year: 2025, spendBand: undefined });
    expect(db.select().from(tradeConfirmations).all()).toEqual([]);
  });
});
