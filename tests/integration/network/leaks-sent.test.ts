import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { endorsements } from "#db/schema/endorsements.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { fieldGroups } from "#app/modules/msmes/disclosure.ts";
import type { Actor } from "#app/platform/context.ts";
import { makePassport } from "#app/modules/passports/make-passport.server.ts";
import { foundIn, makeOnlookers, mayRead } from "#tests/factories/onlookers.ts";
import { as } from "#tests/setup/caller.ts";
import { testNow } from "#tests/setup/database.ts";
import { places } from "#tests/setup/places.ts";
import { plainText } from "#tests/setup/plain-text.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import { issuedEndorsement } from "../credentials/issued.ts";

const modules = import.meta.glob<object>("/app/routes/**/*.{ts,tsx}");

let { db, firms, shown, people } = {} as Awaited<ReturnType<typeof makeOnlookers>>;
let addresses: string[] = [];
beforeAll(async () => {
  // The site answers by the real clock.
  vi.useFakeTimers({ toFake: ["Date"], now: testNow });
  const town = await makeOnlookers();
  ({ db, firms, shown, people } = town);
  addresses = bearing.flatMap(({ pattern }) => addressesOf(pattern));
  return town.close;
});
afterAll(() => {
  vi.useRealTimers();
});

/** Where something of a firm could stand: all that is not a guide, somebody's account or the same for everybody. */
const bearing = places.filter(
  ({ file }) =>
    /routes\/(api|endorsements|home|matching|network|opportunities|passports|profile|staff|verify|vetting)\//.test(
      file,
    ) && !/service-worker|no-language|choose-language|api\/(search|suggest)|staff\/search/.test(file),
);

/** Addresses of a route in English, with every id here that it could take. */
function addressesOf(pattern: string): string[] {
  const path = `/${pattern.replace(":lang", "en")}`;
  const each = (ids: string[]) => ids.map((id) => path.replace(":id", id));
  const idsOf = (table: typeof endorsements | typeof vettingCases) =>
    db
      .select({ id: table.id })
      .from(table)
      .all()
      .map(({ id }) => id);
  const firmIds = Object.values(firms).map(({ id }) => id);
  if (/:(?!id)/.test(path)) return [path.replace(":as", "matched").replace(":market", "DE")];
  if (/firms\/:id/.test(path))
    return [...each(firmIds), ...each(firmIds).map((one) => one.replace("/en/", "/zh/"))];
  if (/(endorsements|endorsed|verify)\/:id/.test(path)) return each(idsOf(endorsements));
  if (/vetting\/:id/.test(path)) return each(idsOf(vettingCases));
  if (path.includes(":id")) return [];
  if (/\/(introductions|endorsements)\/new$/.test(path)) return firmIds.map((id) => `${path}?firm=${id}`);
  if (path.endsWith("/compare")) return [`${path}?${shown.map(({ id }) => `firm=${id}`).join("&")}`];
  return [path];
}

/** The site as this person meets it, behind the real pipeline. */
async function wholeSite(actor: Actor) {
  const pages: Record<string, object> = {};
  for (const { file, pattern } of bearing) {
    const module = await modules[`/app/${file}`]!();
    pages[pattern] = "default" in module ? withProps(module) : module;
  }
  return testSite(db, pages as never, { resolveActor: async () => actor });
}

/** Fetches an address as this person, and gives what can be read of the answer. */
async function siteFor(actor: Actor): Promise<(address: string) => Promise<string>> {
  const { ask } = await wholeSite(actor);
  const headers = new Headers(actor.kind === "user" ? { cookie: "fairway_session=x" } : {});
  return async (address) => {
    const answer = await ask(address, { headers });
    expect([address, answer.status < 500]).toEqual([address, true]);
    return plainText(answer);
  };
}

/** Everything a person can be sent from all these addresses, by address. */
async function everythingFor(actor: Actor): Promise<[string, string][]> {
  const get = await siteFor(actor);
  const texts: [string, string][] = [];
  for (const address of addresses) texts.push([address, await get(address)]);
  return texts;
}

/** A page of a firm says its readiness in sums; every other group shows what it holds. */
const onPage = fieldGroups.filter((group) => group !== "readiness");
const inList = ["products", "capacity", "certificates", "export", "markets", "languages"];

test(
  "no page, file or answer gives anybody more of a firm than it shows them",
  { timeout: 180_000 },
  async () => {
    expect(addresses.length).toBeGreaterThan(150);
    for (const one of people.filter(({ kind }) => kind !== "all")) {
      const { who, own } = one;
      for (const [address, text] of await everythingFor(one.actor)) {
        const leaks = [
          ...shown.filter((firm) => !mayRead(one, firm)),
          ...[firms.unvetted, firms.suspended].map((firm) => ({ ...firm, level: "none" })),
        ].filter((firm) => foundIn(text, firm).length > 0);
        expect({ who, address, leaks: leaks.map(({ level }) => level) }).toEqual({ who, address, leaks: [] });
        if (who.startsWith("endorser")) continue;
        const said = shown.filter(
          ({ id }) => id !== own && (text.includes(`cnryrecord${id}`) || text.includes(`cnrygoods${id}`)),
        );
        expect({ who, address, said: said.map(({ level }) => level) }).toEqual({ who, address, said: [] });
      }
    }
  },
);

test(
  "and each gets all that it may see: the firm's page in both languages, list and file",
  { timeout: 60_000 },
  async () => {
    for (const one of people) {
      const { who } = one;
      const get = await siteFor(one.actor);
      for (const firm of shown) {
        for (const lang of ["en", "zh"]) {
          const found = foundIn(await get(`/${lang}/firms/${firm.id}`), firm);
          const expected = mayRead(one, firm) ? onPage : [];
          expect({ who, lang, level: firm.level, found }).toEqual({
            who,
            lang,
            level: firm.level,
            found: expected,
          });
        }
        if (who !== "multinational") continue;
        const listed = mayRead(one, firm) ? inList : [];
        for (const address of ["/en/network.csv", "/zh/network.csv"]) {
          const found = foundIn(await get(address), firm).filter((group) => inList.includes(group));
          expect({ address, level: firm.level, found }).toEqual({
            address,
            level: firm.level,
            found: listed,
          });
        }
      }
    }
  },
);

test("an endorsement shows a stranger what the firm agreed to, on page, paper, credential and API", async () => {
  const { endorsement } = await issuedEndorsement(db, {
    msmeId: firms.staff.id,
    goodsEn: "cnrygoodsagreed",
    goodsZh: "cnrygoodsagreed",
    recordEn: "cnryrecordkept",
    shownFields: ["goods"],
  });
  const get = await siteFor({ kind: "visitor" });
  const { id } = endorsement;
  const credential = await get(`/en/verify/${id}.jwt`);
  const texts = {
    page: await get(`/en/verify/${id}`),
    chinesePage: await get(`/zh/verify/${id}`),
    paper: await get(`/en/verify/${id}.pdf`),
    api: await get(`/api/v1/endorsements/${id}`),
    credential: Buffer.from(credential.split(".")[1] ?? "", "base64url").toString(),
  };
  for (const [where, text] of Object.entries(texts)) {
    const found = ["cnrygoodsagreed", "cnryrecordkept"].filter((word) => text.includes(word));
    expect({ where, found }).toEqual({ where, found: ["cnrygoodsagreed"] });
    expect({ where, groups: foundIn(text, firms.staff) }).toEqual({ where, groups: [] });
  }
});

test("a passport shows the groups that the firm picked, on its page and on paper", async () => {
  for (const firm of shown) {
    const { token } = makePassport(as(db, firm.actor), {
      label: "A bank",
      lang: "en",
      days: 30,
      maxOpenings: undefined,
      asksWho: false,
      standing: true,
      groups: ["products"],
      endorsements: [],
      certificates: [],
      trade: [],
    });
    const address = `/en/passport/${token}`;
    const { ask } = await wholeSite({ kind: "visitor" });
    expect(foundIn(await plainText(await ask(address)), firm)).toEqual([]);
    const opened = await ask(address, { method: "POST", body: new URLSearchParams() });
    const headers = { cookie: opened.headers.get("set-cookie")!.split(";")[0]! };
    for (const path of [address, `${address}.pdf`]) {
      const answer = await ask(path, { headers });
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, foundIn(await plainText(answer), firm)]).toEqual([path, ["products"]]);
    }
  }
});
