import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app/platform/context.ts";
import type { Database } from "#db/client.server.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import * as organisation from "#app/routes/accounts/organisation.tsx";
import * as organisationNew from "#app/routes/accounts/organisation-new.tsx";
import * as suppliers from "#app/routes/network/suppliers.tsx";
import * as apply from "#app/routes/vetting/apply.tsx";

let db: Database;
beforeEach(() => {
  db = testDatabase();
});

async function siteOf(actor: Actor) {
  const pages = {
    ":lang/organisation": withProps(organisation),
    ":lang/organisation/new": withProps(organisationNew),
    ":lang/vetting": withProps(apply),
    ":lang/network": withProps(suppliers),
  };
  const { ask } = await testSite(db, pages as never, { resolveActor: async () => actor });
  return ask;
}

test("who has no organisation yet reads why, how to join one, and goes on to the page once it is founded", async () => {
  const ask = await siteOf(await signedIn(db, await makeUser(db, { email: "zhou@firm.cn" })));
  const refused = await ask("/zh/vetting", { redirect: "manual" });
  expect(refused.headers.get("location")).toBe("/zh/organisation/new?to=%2Fzh%2Fvetting");
  const page = await (await ask("/zh/organisation/new?to=%2Fzh%2Fvetting")).text();
  expect(page).toContain("完成后将自动返回该页面");
  expect(page).toMatch(/邀请zhou@firm\.cn/);
  const action = /action="([^"]*organisation\/new[^"]*)"/.exec(page)![1]!;
  const body = new URLSearchParams({
    kind: "msme",
    country: "CN",
    nameZh: "云和县兴发木制玩具厂",
    creditCode: "91331125MA2E4K7T3L",
  });
  const headers = { origin: "https://fairway.example" };
  const founded = await ask(action, { method: "POST", body, headers, redirect: "manual" });
  expect(founded.headers.get("location")).toMatch(/^\/zh\/vetting\?notice=organisationCreated/);
});

test("what was just done is said where the reader lands, and only there", async () => {
  const ask = await siteOf(await signedIn(db, await makeUser(db)));
  const refused = await ask("/zh/vetting?notice=emailVerified", { redirect: "manual" });
  const landed = new URL(refused.headers.get("location")!, "https://fairway.example");
  expect(landed.searchParams.get("notice")).toBe("emailVerified");
  expect(landed.searchParams.get("to")).toBe("/zh/vetting");
});

test("an address of another site is nowhere to go on to", async () => {
  const ask = await siteOf(await signedIn(db, await makeUser(db)));
  const page = await (await ask("/en/organisation/new?to=https%3A%2F%2Fevil.example")).text();
  expect(page).not.toContain("evil.example");
  expect(page).not.toContain("you go on from there");
});

test("whose organisation waits for the chamber reads that, and is not turned away", async () => {
  const id = await makeUser(db);
  addMember(db, makeOrganisation(db, { kind: "mnc", pending: true }), id, { role: "owner" });
  const ask = await siteOf(await signedIn(db, id));
  const refused = await ask("/en/network", { redirect: "manual" });
  expect(refused.headers.get("location")).toBe("/en/organisation");
  expect((await ask("/en/vetting", { redirect: "manual" })).status).toBe(403);
});
