import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { introductions, savedSuppliers } from "#db/schema/network.ts";
import { townId } from "#db/seed/town-ids.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import * as kept from "#app/routes/network/kept.tsx";
import * as received from "#app/routes/network/introductions-received.tsx";

let db: Database;
beforeEach(async () => {
  db = await townDatabase(new Date());
});

async function siteOf(address: string) {
  const actor = await townsperson(db, `${address}@fairway.example`);
  const pages = {
    ":lang/network/kept": withProps(kept),
    ":lang/introductions/received": withProps(received),
  };
  return testSite(db, pages as never, { resolveActor: async () => actor });
}

test("kept suppliers can be compared as soon as there are two", async () => {
  const [toys, bamboo] = [townId("organisation:toys"), townId("organisation:bamboo")];
  db.delete(savedSuppliers).run();
  const { ask } = await siteOf("partner");
  const keep = (firm: string) =>
    ask("/en/network/kept", {
      method: "POST",
      body: new URLSearchParams({ intent: "save", firm, note: "" }),
      headers: { origin: "https://fairway.example" },
    });
  const page = async () => (await ask("/en/network/kept")).text();
  await keep(toys);
  expect(await page()).not.toContain("/network/compare");
  await keep(bamboo);
  const link = /href="(\/en\/network\/compare\?[^"]*)"/.exec(await page())![1]!;
  const { searchParams } = new URL(link.replaceAll("&amp;", "&"), "https://fairway.example");
  expect(searchParams.getAll("firm").sort()).toEqual([toys, bamboo].sort());
});

test("a firm that nobody has asked for is led to what others can find it by", async () => {
  db.delete(introductions).run();
  const { ask } = await siteOf("msme");
  expect(await (await ask("/zh/introductions/received")).text()).toContain('href="/zh/profile/disclosure"');
});
