import { inspect } from "node:util";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldGroups, type DisclosureLevel } from "#app/modules/msmes/disclosure.ts";
import { requestContext, type Actor } from "#app/platform/context.ts";
import { consents } from "#db/schema/msmes.ts";
import { allEntryDocuments } from "#search/indexes/entries.ts";
import { allSectionDocuments } from "#search/indexes/sections.ts";
import {
  foundIn,
  makeOnlookers,
  mayRead,
  reads,
  type Kind,
  type Somebody,
} from "#tests/factories/onlookers.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testNow } from "#tests/setup/database.ts";
import { places, type Place } from "#tests/setup/places.ts";

type Handler = (args: object) => unknown;
const modules = import.meta.glob<{ loader?: Handler }>("/app/routes/**/*.{ts,tsx}");

/** A press of guides and the like: the same for everybody, and slow. */
const sameForAll = ["routes/readers/guide-pdf.ts", "routes/home/sitemap.ts", "routes/home/service-worker.ts"];

type Town = Awaited<ReturnType<typeof makeOnlookers>>;
let { db, firms, shown, people, ids } = {} as Town;
beforeAll(async () => {
  const town = await makeOnlookers();
  ({ db, firms, shown, people, ids } = town);
  return town.close;
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
      for (const { level, ...firm } of shown) {
        const may = mayRead({ kind, own }, { id: firm.id, level });
        if (!may) expect({ who, level, found: foundIn(text, firm) }).toEqual({ who, level, found: [] });
      }
      for (const level of ["unvetted", "suspended"] as const) {
        expect({ who, level, found: foundIn(text, firms[level]!) }).toEqual({ who, level, found: [] });
      }
      if (who.startsWith("endorser")) continue;
      for (const { id } of shown) {
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
    for (const { level, ...firm } of shown) {
      const text = await fetched(firmPage, actor, { id: firm.id });
      const may = mayRead({ kind, own }, { id: firm.id, level });
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
      for (const { level, ...firm } of shown) {
        // The file of suppliers words codes that it does not know as they are.
        const found = foundIn(text, firm).filter((group) => inList.includes(group));
        const may = mayRead({ kind }, { id: firm.id, level });
        expect({ file, who, level, found }).toEqual({ file, who, level, found: may ? inList : [] });
      }
    }
  }
});

test("search documents hold nothing of a profile", () => {
  const texts = [...allSectionDocuments(db), ...allEntryDocuments(db)].map((one) => JSON.stringify(one));
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => text.includes("cnry"))).toEqual([]);
});

test("a photo can be fetched by those who may see the firm's photos", async () => {
  const { loader } = await modules["/app/routes/vetting/upload.ts"]!();
  for (const { who, kind, actor, own } of people) {
    for (const { level, id, photo } of shown) {
      const context = new RouterContextProvider();
      context.set(requestContext, { ...visitor(db), actor, nonce: "n" });
      const request = new Request("http://fairway.example/en/somewhere");
      const asked = async () => loader!({ request, params: { lang: "en", id: photo }, context });
      const outcome = await asked().catch((error: unknown) => error);
      const refused = !(outcome instanceof Response && outcome.status === 200);
      const may = mayRead({ kind, own }, { id, level });
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
      for (const { level, ...firm } of shown) {
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
  for (const { id, actor } of shown) {
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
