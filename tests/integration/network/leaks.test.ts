import { inspect } from "node:util";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { disclosureLevels, fieldGroups, type DisclosureLevel } from "#app/modules/msmes/disclosure.ts";
import { putFile } from "#app/modules/uploads/files.server.ts";
import { env } from "#app/platform/env.server.ts";
import { requestContext, type Actor } from "#app/platform/context.ts";
import type { Database } from "#db/client.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { seedContent } from "#db/seed/content.ts";
import { consents } from "#db/schema/msmes.ts";
import { introductions, partnerScopes } from "#db/schema/network.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { allEntryDocuments } from "#search/indexes/entries.ts";
import { allSectionDocuments } from "#search/indexes/sections.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { makeCanaryFirm, type CanaryFirm } from "#tests/factories/canaries.ts";
import { insertEndorsement, insertVetting } from "#tests/factories/msmes.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testNow } from "#tests/setup/database.ts";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

type Handler = (args: object) => unknown;
const modules = import.meta.glob<{ loader?: Handler }>("/app/routes/**/*.{ts,tsx}");

type Place = { file: string; pattern: string };
function placesOf(entries: RouteConfigEntry[], above = ""): Place[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path].filter(Boolean).join("/");
    return [{ file: entry.file, pattern }, ...placesOf(entry.children ?? [], pattern)];
  });
}
const places = placesOf(routes).filter(
  ({ file }, index, all) => all.findIndex((one) => one.file === file) === index,
);

/** A press of guides and the like: the same for everybody, and slow. */
const sameForAll = ["routes/readers/guide-pdf.ts", "routes/home/sitemap.ts", "routes/home/service-worker.ts"];

/** Levels that each kind of viewer reads: said a second time on purpose. */
const reads = {
  all: [...disclosureLevels],
  endorser: ["endorsers", "matched", "network", "public"],
  matched: ["matched", "network", "public"],
  network: ["network", "public"],
  public: ["public"],
} satisfies Record<string, DisclosureLevel[]>;
type Kind = keyof typeof reads;
type Somebody = { who: string; actor: Actor; kind: Kind; afterConsent?: Kind; own?: string };

let db: Database;
const firms: Partial<Record<DisclosureLevel | "unvetted" | "suspended", CanaryFirm>> = {};
const shown = () => disclosureLevels.map((level) => ({ level, ...firms[level]! }));
const people: Somebody[] = [];
let ids: string[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-leaks-"));
  const file = join(folder, "test.sqlite");
  copyFileSync(inject("templateDatabase"), file);
  db = openDatabase(file, { durable: false });
  seedContent(db, testNow);
  const member = async (
    kind: "msme" | "mnc" | "partner",
    options: { country?: string; pending?: boolean; verified?: boolean } = {},
  ) => {
    const { verified = true, country = "CN", pending = false } = options;
    const organisation = makeOrganisation(db, { kind, country, pending });
    const id = await makeUser(db, { verified });
    addMember(db, organisation, id, { role: "owner" });
    return { organisation, actor: await signedIn(db, id) };
  };
  for (const level of disclosureLevels) {
    firms[level] = await makeCanaryFirm(db, level);
    insertVetting(db, firms[level].id);
  }
  firms.unvetted = await makeCanaryFirm(db, "public");
  firms.suspended = await makeCanaryFirm(db, "public");
  insertVetting(db, firms.suspended.id, { state: "suspended" });

  const endorser = await member("mnc");
  const endorserAbroad = await member("mnc", { country: "SE" });
  const matched = await member("partner");
  const matchedAbroad = await member("partner", { country: "DE" });
  for (const [level, firm] of Object.entries(firms)) {
    if (level === "unvetted") continue;
    for (const { organisation } of [endorser, endorserAbroad]) {
      insertEndorsement(db, organisation, firm.id, {
        scopeSectors: ["95"],
        scopeMarkets: ["DE"],
        recordEn: `cnryrecord${firm.id}`,
        goodsEn: `cnrygoods${firm.id}`,
      });
    }
    for (const { organisation, actor } of [matched, matchedAbroad]) {
      db.insert(introductions)
        .values({
          organisationId: organisation,
          msmeId: firm.id,
          askedById: actor.userId,
          message: "Hello",
          state: "accepted",
          forwardedAt: testNow,
          createdAt: testNow,
          updatedAt: testNow,
        })
        .run();
    }
  }
  const scoped = await member("partner");
  const scopedAbroad = await member("partner", { country: "DE" });
  const otherScope = await member("partner");
  const scope = (partnerId: string, sectors: string[]) =>
    db
      .insert(partnerScopes)
      .values({ partnerId, sectors, markets: ["DE"], updatedAt: testNow })
      .run();
  scope(scoped.organisation, ["95"]);
  scope(scopedAbroad.organisation, []);
  scope(otherScope.organisation, ["09"]);
  const staff = async (role: "editor" | "vetter" | "organiser" | "admin") =>
    signedIn(db, await makeUser(db, { secondFactor: true, staff: [role] }), { secondFactor: true });
  const person = async (who: string, kind: Kind, made: Promise<{ actor: Actor }>, afterConsent?: Kind) =>
    people.push({ who, kind, actor: (await made).actor, ...(afterConsent ? { afterConsent } : {}) });

  people.push({ who: "visitor", kind: "public", actor: { kind: "visitor" } });
  await person("another firm", "public", member("msme"));
  await person("unverified member of a multinational", "public", member("mnc", { verified: false }));
  await person("multinational not confirmed", "public", member("mnc", { pending: true }));
  await person("partner not confirmed", "public", member("partner", { pending: true }));
  await person("partner without scope", "public", member("partner"));
  await person("partner with another scope", "public", Promise.resolve(otherScope));
  await person("partner", "network", Promise.resolve(scoped));
  await person("partner abroad", "public", Promise.resolve(scopedAbroad), "network");
  await person("multinational", "network", member("mnc"));
  await person("multinational abroad", "public", member("mnc", { country: "US" }), "network");
  await person("matched body", "matched", Promise.resolve(matched));
  await person("matched body abroad", "public", Promise.resolve(matchedAbroad), "matched");
  await person("endorser", "endorser", Promise.resolve(endorser));
  await person("endorser abroad", "public", Promise.resolve(endorserAbroad), "endorser");
  people.push({ who: "editor", kind: "public", actor: await staff("editor") });
  for (const role of ["vetter", "organiser", "admin"] as const)
    people.push({ who: role, kind: "all", actor: await staff(role) });
  const own = firms.staff!;
  people.push({ who: "the firm itself", kind: "public", actor: own.actor, own: own.id });
  ids = [
    ...Object.values(firms).map(({ id }) => id),
    ...db
      .select({ id: endorsements.id })
      .from(endorsements)
      .all()
      .map(({ id }) => id),
    ...db
      .select({ id: vettingCases.id })
      .from(vettingCases)
      .all()
      .map(({ id }) => id),
    ...db
      .select({ id: introductions.id })
      .from(introductions)
      .all()
      .map(({ id }) => id),
  ];
  const settings = env();
  const { DATA_DIR } = settings;
  Object.defineProperty(settings, "DATA_DIR", { value: folder, configurable: true });
  for (const { photo } of Object.values(firms)) putFile(photo, Buffer.from("photo"));
  return () => {
    Object.defineProperty(settings, "DATA_DIR", { value: DATA_DIR, configurable: true });
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

/** What a route gives to its page or sends, as text; a refusal is none. */
async function fetched(file: string, actor: Actor, params: object, query = ""): Promise<string> {
  const { loader } = await modules[`/app/${file}`]!();
  if (!loader) return "";
  const context = new RouterContextProvider();
  context.set(requestContext, { ...visitor(db), actor, nonce: "n" });
  const request = new Request(`http://fairway.example/en/somewhere${query}`);
  try {
    const outcome = await loader({ request, params: { lang: "en", ...params }, context });
    if (outcome instanceof Response) return await outcome.text();
    return inspect(outcome, { depth: null, maxArrayLength: null, maxStringLength: null });
  } catch (error) {
    if (error instanceof Response || isRefusal(error)) return "";
    // The search is not started here; what it would answer from is looked at below.
    if (error instanceof Error && /search/i.test(error.message)) return "";
    throw error;
  }
}

const isRefusal = (error: unknown) =>
  typeof error === "object" && error !== null && "init" in error && "data" in error && error.data === null;

const foundIn = (text: string, firm: CanaryFirm) =>
  fieldGroups.filter((group) => firm.canaries[group].some((canary) => text.includes(canary)));
const general = { slug: "none", market: "DE", topic: "standards", code: "95", as: "matched", key: "vat" };
const query = () =>
  `?q=canary&q2=cnry&${Object.values(firms)
    .map(({ id }) => `firm=${id}`)
    .join("&")}`;

/** Everything a person can fetch from a route: with each id where it takes one, and with each firm in the query. */
async function everythingFrom({ file, pattern }: Place, actor: Actor): Promise<string> {
  const texts = [];
  if (/:(id|token|purpose)/.test(pattern)) {
    for (const id of ids) texts.push(await fetched(file, actor, { ...general, id, token: id, purpose: id }));
  } else {
    texts.push(await fetched(file, actor, general, query()));
    if (/routes\/(network|endorsements)/.test(file)) {
      for (const { id } of Object.values(firms))
        texts.push(await fetched(file, actor, general, `?firm=${id}`));
    }
  }
  return texts.join("\n");
}

describe.each(places.filter(({ file }) => !sameForAll.includes(file)))("$file", (place) => {
  test("gives nobody more of a firm than it shows them", { timeout: 60_000 }, async () => {
    for (const { who, kind, actor, own } of people) {
      if (kind === "all") continue;
      const text = await everythingFrom(place, actor);
      for (const { level, ...firm } of shown()) {
        const may = firm.id === own || (reads[kind] as DisclosureLevel[]).includes(level);
        if (!may) expect({ who, level, found: foundIn(text, firm) }).toEqual({ who, level, found: [] });
      }
      for (const level of ["unvetted", "suspended"] as const) {
        expect({ who, level, found: foundIn(text, firms[level]!) }).toEqual({ who, level, found: [] });
      }
      if (who.startsWith("endorser")) continue;
      for (const { id } of shown()) {
        if (id !== own) expect([who, text.includes(`cnryrecord${id}`)]).toEqual([who, false]);
      }
    }
  });
});

const firmPage = "routes/network/firm.tsx";
/** Compared and listed; photos, help sought and the like stand on the page alone. */
const inList = ["products", "capacity", "certificates", "export", "markets", "languages"];

test("the firm's page gives each viewer all that it may see, and 404 where it may know of nothing", async () => {
  for (const { who, kind, actor, own } of people) {
    for (const { level, ...firm } of shown()) {
      const text = await fetched(firmPage, actor, { id: firm.id });
      const may = firm.id === own || (reads[kind] as DisclosureLevel[]).includes(level);
      expect({ who, level, found: foundIn(text, firm) }).toEqual({
        who,
        level,
        found: may ? [...fieldGroups] : [],
      });
    }
    for (const level of ["unvetted", "suspended"] as const) {
      const text = await fetched(firmPage, actor, { id: firms[level]!.id });
      expect([who, level, text === ""]).toEqual([who, level, kind !== "all"]);
    }
  }
});

test("list, comparison and CSV hold what the network may see of suppliers", async () => {
  for (const file of ["suppliers.tsx", "suppliers-csv.ts", "compare.tsx"]) {
    for (const who of ["partner", "multinational", "endorser", "matched body"]) {
      const { actor, kind } = people.find((one) => one.who === who)!;
      const text = await fetched(`routes/network/${file}`, actor, {}, file === "compare.tsx" ? query() : "");
      for (const { level, ...firm } of shown()) {
        // The file of suppliers words codes that it does not know as they are.
        const found = foundIn(text, firm).filter((group) => inList.includes(group));
        const may = (reads[kind] as DisclosureLevel[]).includes(level);
        expect({ file, who, level, found }).toEqual({ file, who, level, found: may ? inList : [] });
      }
    }
  }
});

test("search documents, letters and notifications hold nothing of a profile", () => {
  const texts = [
    ...allSectionDocuments(db),
    ...allEntryDocuments(db),
    ...db.select().from(mailOutbox).all(),
    ...db.select().from(notifications).all(),
  ].map((one) => JSON.stringify(one));
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => text.includes("cnry"))).toEqual([]);
});

test("a photo can be fetched by those who may see the firm's photos", async () => {
  const { loader } = await modules["/app/routes/vetting/upload.ts"]!();
  for (const { who, kind, actor, own } of people) {
    for (const { level, id, photo } of shown()) {
      const context = new RouterContextProvider();
      context.set(requestContext, { ...visitor(db), actor, nonce: "n" });
      const request = new Request("http://fairway.example/en/somewhere");
      const asked = async () => loader!({ request, params: { lang: "en", id: photo }, context });
      const outcome = await asked().catch((error: unknown) => error);
      const refused = !(outcome instanceof Response && outcome.status === 200);
      const may = id === own || (reads[kind] as DisclosureLevel[]).includes(level);
      expect({ who, level, refused }).toEqual({ who, level, refused: !may });
    }
  }
});

test("the sitemap names firms that show everybody something, and no other", async () => {
  const text = await fetched("routes/home/sitemap.ts", { kind: "visitor" }, {});
  const named = Object.entries(firms)
    .filter(([, { id }]) => text.includes(id))
    .map(([level]) => level);
  expect(named).toEqual(["public"]);
});

test("consent opens the network to bodies abroad, and revoking it closes it at once", async () => {
  const seenBy = async (kindOf: (one: Somebody) => Kind | undefined) => {
    for (const one of people.filter(({ afterConsent }) => afterConsent)) {
      for (const { level, ...firm } of shown()) {
        const page = await fetched(firmPage, one.actor, { id: firm.id });
        const list = await fetched("routes/network/suppliers.tsx", one.actor, {});
        const kind = kindOf(one)!;
        const may = (reads[kind] as DisclosureLevel[]).includes(level);
        expect([one.who, level, foundIn(page, firm).length > 0]).toEqual([one.who, level, may]);
        expect([one.who, level, list.includes(firm.id)]).toEqual([one.who, level, kind !== "public"]);
      }
    }
  };
  await seenBy(({ kind }) => kind);
  for (const { id, actor } of shown()) {
    db.insert(consents)
      .values({
        organisationId: id,
        purpose: "abroad",
        wording: "abroad-1",
        givenById: actor.userId,
        givenAt: testNow,
      })
      .run();
  }
  await seenBy(({ afterConsent }) => afterConsent);
  db.update(consents).set({ revokedAt: testNow }).run();
  await seenBy(({ kind }) => kind);
});
