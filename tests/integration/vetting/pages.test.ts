import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import "#tests/factories/uploads.ts";
import { organisations } from "#db/schema/accounts.ts";
import type { Database } from "#db/client.server.ts";
import type { Person } from "#app/platform/context.ts";
import { daysFromNow, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { makeApplicant } from "#tests/factories/vetting.ts";
import { signedIn } from "#tests/factories/accounts.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import * as apply from "#app/routes/vetting/apply.tsx";
import * as evidence from "#app/routes/vetting/evidence.tsx";

let db: Database;
beforeEach(() => {
  db = testDatabase();
});

async function siteOf(actor: Person) {
  const resolveActor = async () => signedIn(db, actor.userId);
  const pages = { ":lang/vetting": withProps(apply), ":lang/vetting/evidence": withProps(evidence) };
  return testSite(db, pages as never, { resolveActor });
}

test("a refused application keeps its declaration ticked", async () => {
  const { actor } = await makeFirm(db);
  const { ask } = await siteOf(actor);
  const body = new URLSearchParams({ intent: "submit", declaration: "on" });
  const headers = { origin: "https://fairway.example" };
  const refused = await ask("/zh/vetting", { method: "POST", body, headers });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/<input[^>]*name="declaration"[^>]*checked=""/);
});

test("a firm without an English name is told before the chamber's word locks it, and where to put it in", async () => {
  const { id, actor } = await makeApplicant(db);
  const { ask } = await siteOf(actor);
  expect(await (await ask("/zh/vetting")).text()).not.toContain("还没有英文名称");
  db.update(organisations).set({ nameEn: "", nameZh: "青岛风筝厂" }).where(eq(organisations.id, id)).run();
  const page = await (await ask("/zh/vetting")).text();
  expect(page).toMatch(/还没有英文名称.*?href="\/zh\/profile\/registered"/s);
});

test("a vetted firm is led on to what its standing opens", async () => {
  const { id, actor } = await makeFirm(db);
  insertVetting(db, id, { state: "approved", decidedAt: testNow, expiresAt: daysFromNow(300) });
  const { ask } = await siteOf(actor);
  const page = await (await ask("/en/vetting")).text();
  for (const place of ["/en/profile/disclosure", "/en/endorsed", "/en/passports", "/en/matches"]) {
    expect(page).toContain(`href="${place}"`);
  }
  expect(await (await ask("/zh/vetting/evidence")).text()).toContain("作出决定后不能添加文件");
});
