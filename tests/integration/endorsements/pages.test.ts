import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { townId } from "#db/seed/town-ids.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testCtx } from "#tests/setup/database.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import { ledTo } from "#app/modules/endorsements/led-to.server.ts";
import * as calendar from "#app/routes/endorsements/calendar.tsx";
import * as ics from "#app/routes/endorsements/calendar-ics.ts";
import * as desk from "#app/routes/endorsements/desk.tsx";
import * as edit from "#app/routes/endorsements/edit.tsx";
import * as endorsedList from "#app/routes/endorsements/endorsed-list.tsx";
import * as endorsed from "#app/routes/endorsements/endorsed.tsx";
import * as endorsement from "#app/routes/endorsements/endorsement.tsx";
import * as portfolio from "#app/routes/endorsements/portfolio.tsx";
import * as portfolioCsv from "#app/routes/endorsements/portfolio-csv.ts";
import * as firm from "#app/routes/network/firm.tsx";
import * as flags from "#app/routes/staff/endorsement-flags.tsx";

const id = (pair: string) => townId(`endorsement:${pair}`);
let db: Database;

beforeEach(async () => {
  db = await townDatabase(new Date());
});

/** The pages as this person of the demo town gets them. */
async function siteOf(address: string) {
  const actor = await townsperson(db, `${address}@fairway.example`);
  const pages = {
    ":lang/endorsements": withProps(portfolio),
    ":lang/endorsements.csv": portfolioCsv,
    ":lang/endorsements/calendar": withProps(calendar),
    ":lang/endorsements/calendar.ics": ics,
    ":lang/endorsements/desk": withProps(desk),
    ":lang/endorsements/:id": withProps(endorsement),
    ":lang/endorsements/:id/edit": withProps(edit),
    ":lang/endorsed": withProps(endorsedList),
    ":lang/endorsed/:id": withProps(endorsed),
    ":lang/firms/:id": withProps(firm),
    ":lang/staff/endorsement-flags": withProps(flags),
  };
  const { ask } = await testSite(db, pages as never, { resolveActor: async () => actor });
  const post = (path: string, fields: Record<string, string | string[]>) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return ask(path, { method: "POST", body, headers: { origin: "https://fairway.example" } });
  };
  return { ask, post, text: async (path: string) => (await ask(path)).text() };
}

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
const row = (pair: string) =>
  db
    .select()
    .from(endorsements)
    .where(eq(endorsements.id, id(pair)))
    .get()!;

describe("the multinational's pages", () => {
  test("a vetted firm's page leads its multinationals, and nobody else, to an endorsement of it", async () => {
    const toys = townId("organisation:toys");
    const link = `/en/endorsements/new?firm=${toys}`;
    expect(await (await siteOf("mnc")).text(`/en/firms/${toys}`)).toContain(link);
    expect(await (await siteOf("partner")).text(`/en/firms/${toys}`)).not.toContain("/endorsements/new");
    expect(await (await siteOf("newcomer")).text(`/en/firms/${toys}`)).not.toContain("/endorsements/new");
  });

  test("portfolio and desk show what stands where, and nothing of another multinational", async () => {
    const { text, ask } = await siteOf("mnc");
    const page = await text("/en/endorsements");
    for (const name of ["Qinghe Wooden Toys", "Zhuyi Bamboo Ware", "Yunling Mountain Tea"]) {
      expect(page).toContain(name);
    }
    expect(page).not.toContain("Weilan Sensor");
    expect(await text("/en/endorsements?stage=draft")).not.toContain("Zhuyi");
    expect(await text("/en/endorsements?ends=60")).toContain("Zhuyi");
    expect(await text("/en/endorsements/desk")).toContain("Ends within 60 days");
    expect((await ask(`/en/endorsements/${id("norrsken:lamps")}`)).status).toBe(404);
    expect((await ask(`/en/endorsements/${townId("nothing")}`)).status).toBe(404);
    const csv = await text("/zh/endorsements.csv");
    expect(csv.trim().split("\r\n")).toHaveLength(6);
    expect(csv).toContain("义乌市青禾木制玩具有限公司");
    expect((await text("/en/endorsements/calendar.ics")).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  test("a long portfolio comes in pages, what each word led to is counted by its scope, and the CSV is whole", async () => {
    const word = row("lindenhof:toys");
    const scopes = [["95"], ["44"], []];
    const copies = Array.from({ length: 60 }, (_, i) => ({
      ...word,
      id: townId(`endorsement:copy ${i}`),
      scopeSectors: scopes[i % 3]!,
      scopeMarkets: [],
      createdAt: new Date(word.createdAt.getTime() + i),
    }));
    const kept = db.insert(endorsements).values(copies).returning().all();
    const { text } = await siteOf("mnc");
    const rowsOf = (page: string) => page.match(/href="\/en\/endorsements\/[0-9a-f-]{36}"/g) ?? [];
    const first = await text("/en/endorsements");
    expect(rowsOf(first)).toHaveLength(50);
    expect(first).toContain("?page=2");
    expect(rowsOf(await text("/en/endorsements?page=2"))).toHaveLength(15);
    expect(rowsOf(await text("/en/endorsements?page=99"))).toHaveLength(15);
    expect((await text("/en/endorsements.csv")).trim().split("\r\n")).toHaveLength(66);
    const ctx = testCtx(db, await townsperson(db, "mnc@fairway.example"), new Date());
    const together = ledTo(ctx, kept);
    for (const one of kept.slice(0, 6)) expect(together.get(one.id)).toEqual(ledTo(ctx, [one]).get(one.id));
    expect(new Set([...together.values()].map((led) => led.opportunities)).size).toBeGreaterThan(1);
  });

  test("the second person finds it, approves what was read, and the drafter cannot", async () => {
    const path = `/en/endorsements/${id("lindenhof:textiles")}`;
    const drafter = await siteOf("mnc");
    expect(await drafter.text(path)).not.toContain('value="approve"');
    const approver = await siteOf("mnc-approver");
    const seen = hidden(await approver.text(path), "seen");
    expect((await drafter.post(path, { intent: "approve", seen })).status).toBe(400);
    expect(row("lindenhof:textiles").approvedAt).toBeNull();
    expect((await approver.post(path, { intent: "approve", seen: "0" })).status).toBe(400);
    expect((await approver.post(path, { intent: "approve", seen })).status).toBe(302);
    expect(row("lindenhof:textiles").approvedAt).not.toBeNull();
  });

  test("a draft that is too long says until when it can last, at its field", async () => {
    const { post } = await siteOf("mnc");
    const path = `/en/endorsements/${id("lindenhof:tea")}/edit`;
    const today = new Date().toISOString().slice(0, 10);
    const next = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
    const answer = await post(path, {
      supplierSince: "2024",
      relationship: "directSupplier",
      audience: "public",
      firstDay: today,
      lastDay: next,
      scopeSectors: ["09"],
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/twelve months at most: until \d{4}-\d\d-\d\d/);
  });
});

describe("the firm's page", () => {
  const path = `/zh/endorsed/${id("norrsken:toys")}`;

  test("with no endorsement yet, leads to vetting, and once vetted to the page its customer needs", async () => {
    expect(await (await siteOf("newcomer")).text("/zh/endorsed")).toContain('href="/zh/vetting"');
    db.delete(endorsements).run();
    const vetted = await (await siteOf("msme")).text("/en/endorsed");
    expect(vetted).toContain(`href="/en/firms/${townId("organisation:toys")}"`);
    expect(vetted).not.toContain('href="/en/vetting"');
  });

  test("previews exactly what is ticked, and accepts it", async () => {
    const { text, post } = await siteOf("msme");
    const bare = await text(path);
    expect(bare).toContain("北境家居股份公司愿为贵公司背书");
    const preview = (page: string) => page.slice(page.indexOf("外人看到的正是这些"));
    expect(preview(bare)).not.toContain("荷兰");
    expect(preview(await text(`${path}?shown=markets`))).toContain("荷兰");
    // Ticked since the preview: the preview is brought up to date, and nothing is shown to anybody yet.
    const accepting = { intent: "accept", seen: hidden(bare, "seen"), shown: ["markets"] };
    const unread = await post(path, { ...accepting, previewed: hidden(bare, "previewed") });
    expect(unread.status).toBe(400);
    const again = await unread.text();
    expect(again).toContain("预览已更新");
    expect(preview(again)).toContain("荷兰");
    expect(row("norrsken:toys").state).not.toBe("active");
    const answer = await post(path, { ...accepting, previewed: hidden(again, "previewed") });
    expect(answer.status).toBe(302);
    expect(row("norrsken:toys")).toMatchObject({ state: "active", shownFields: ["markets"] });
  });

  test("is nobody else's, and tells nothing of the statement on conflicts", async () => {
    expect((await (await siteOf("newcomer")).ask(path)).status).toBe(404);
    expect(await (await siteOf("msme")).text(path)).not.toContain("No shareholding");
  });
});

test("staff see the flag with its evidence, and clearing it needs a reason", async () => {
  const { text, post } = await siteOf("vetter");
  const path = "/zh/staff/endorsement-flags";
  const page = await text(path);
  expect(page).toContain("林登霍夫家庭零售（中国）有限公司已申报：“双方有共同的主要股东”。");
  const flag = hidden(page, "flag");
  expect((await post(path, { flag, outcome: "cleared", reason: "" })).status).toBe(400);
  expect(
    (await post(path, { flag, outcome: "cleared", reason: "已核对工商登记信息，无影响。" })).status,
  ).toBe(302);
  expect(await text(path)).toContain("没有待核对的背书");
});
