import { eq } from "drizzle-orm";
import { UNSAFE_withComponentProps as withProps } from "react-router";
import { describe, expect, it } from "vitest";
import { organisations } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { exporterProfiles } from "#db/schema/msmes.ts";
import type { Database } from "#db/client.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { certificateState } from "#app/modules/msmes/certificates.ts";
import { demandFor } from "#app/modules/msmes/demand.ts";
import { lastSaves, ownProfile } from "#app/modules/msmes/queries.server.ts";
import { dimensions, questionsOf, readinessQuestions } from "#app/modules/msmes/readiness.ts";
import { groupFingerprint } from "#app/modules/msmes/said.server.ts";
import { saveProfileGroup } from "#app/modules/msmes/save-profile.server.ts";
import { saveReadiness } from "#app/modules/msmes/save-readiness.server.ts";
import { openOpportunities } from "#app/modules/opportunities/queries.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { Actor } from "#app/platform/context.ts";
import * as opportunityPage from "#app/routes/opportunities/opportunity.tsx";
import * as sectionPage from "#app/routes/guides/section.tsx";
import * as topicPage from "#app/routes/cross/topic.tsx";
import * as questionsPage from "#app/routes/profile/readiness-questions.tsx";
import * as readinessPage from "#app/routes/profile/readiness.tsx";
import * as registeredPage from "#app/routes/profile/registered.tsx";
import * as stepPage from "#app/routes/profile/step.tsx";
import { daysFromNow, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { makeOrganisation } from "#tests/factories/accounts.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";
import { acceptedEndorsement } from "../credentials/issued.ts";

const pages = {
  ":lang/profile/registered": registeredPage,
  ":lang/profile/readiness": readinessPage,
  ":lang/profile/readiness/:dimension": questionsPage,
  ":lang/profile/:group": stepPage,
  ":lang/opportunities/:slug": opportunityPage,
  ":lang/topics/:topic": topicPage,
  ":lang/guides/:market/:topic": sectionPage,
};

async function profileSite(db: Database, actor: Actor) {
  const routes = Object.fromEntries(
    Object.entries(pages).map(([path, page]) => [
      path,
      { ...page, default: withProps(page.default as Parameters<typeof withProps>[0]) },
    ]),
  );
  const site = await testSite(db, routes as unknown as Parameters<typeof testSite>[1], {
    resolveActor: async () => actor,
  });
  return {
    show: async (path: string) => (await site.ask(path)).text(),
    ask: (path: string) => site.ask(path),
    post: (path: string, fields: Record<string, string>) =>
      site.ask(path, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

const baseOf = (page: string) => /name="base" value="([0-9a-f]*)"/.exec(page)![1]!;

describe("two devices at once", () => {
  it("a later save of the same part overwrites nothing, shows what differs, and takes the reader's choice", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { show, post } = await profileSite(db, actor);
    const path = "/zh/profile/firm";
    const phone = baseOf(await show(path));
    const desk = baseOf(await show(path));
    expect((await post(path, { base: phone, employees: "40" })).status).toBe(302);
    const refused = await post(path, { base: desk, employees: "45", revenueWan: "800" });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain(dictionary("zh").profile.conflict.title);
    expect(page).toContain('value="45"');
    expect(page).toMatch(/data-conflict/);
    expect(ownProfile(testCtx(db, actor))).toMatchObject({ employees: 40, revenueWan: null });
    // The page goes on from the old base: pressing its plain button again is refused again.
    expect(baseOf(page)).toBe(desk);
    expect((await post(path, { base: desk, employees: "45", revenueWan: "800" })).status).toBe(409);
    const over = /value="([0-9a-f]{16})"[^>]*name="over"/.exec(page)![1]!;
    expect((await post(path, { base: desk, over, employees: "45", revenueWan: "800" })).status).toBe(302);
    expect(ownProfile(testCtx(db, actor))).toMatchObject({ employees: 45, revenueWan: 800 });
    // What was seen is no licence for what came after.
    expect((await post(path, { base: desk, over, employees: "46" })).status).toBe(409);
  });

  it("saves of different parts, and the same words twice, are no conflict", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { show, post } = await profileSite(db, actor);
    const base = baseOf(await show("/en/profile/firm"));
    const about = baseOf(await show("/en/profile/about"));
    await post("/en/profile/firm", { base, employees: "40" });
    expect((await post("/en/profile/about", { base: about, summaryEn: "Toys" })).status).toBe(302);
    expect((await post("/en/profile/firm", { base, employees: "40" })).status).toBe(302);
    const trail = db.select().from(auditEntries).where(eq(auditEntries.action, "profile.save")).all();
    expect(trail.map(({ detail }) => detail!.group)).toEqual(["firm", "about"]);
  });

  it("holds for the self-assessment and the registered details too", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { show, post } = await profileSite(db, actor);
    const path = "/zh/profile/readiness/money";
    const base = baseOf(await show(path));
    await post(path, { base, landedCost: "3" });
    const refused = await post(path, { base, landedCost: "0" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(dictionary("zh").readiness.questions.landedCost.ask);
    expect(ownProfile(testCtx(db, actor)).readiness).toEqual({ landedCost: 3 });
    const names = "/zh/profile/registered";
    const code = "91330782MADEM0011F";
    const before = baseOf(await show(names));
    await post(names, { base: before, nameZh: "甲公司", creditCode: code });
    expect((await post(names, { base: before, nameZh: "乙公司", creditCode: code })).status).toBe(409);
    expect(ownProfile(testCtx(db, actor)).organisation.nameZh).toBe("甲公司");
  });

  it("inside the verb, too: the base is compared in the transaction that writes", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const ctx = testCtx(db, actor);
    const base = groupFingerprint("needs", ownProfile(ctx));
    saveProfileGroup(ctx, { group: "needs", value: { needs: ["finance"] } }, base);
    const stale = () => saveProfileGroup(ctx, { group: "needs", value: { needs: ["legal"] } }, base);
    expect(stale).toThrow(new DomainError("profile.savedElsewhere"));
    expect(ownProfile(ctx).needs).toEqual(["finance"]);
  });
});

describe("saved as you go", () => {
  it("says when, and by whom, and a removed row is gone with the next save", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { show, post } = await profileSite(db, actor);
    const path = "/zh/profile/products";
    expect(await show(path)).toContain(dictionary("zh").profile.saving.never);
    const rows = {
      "products[0].hs": "9503",
      "products[0].nameZh": "积木",
      "products[1].hs": "4201",
      "products[1].nameZh": "牵引绳",
    };
    await post(path, { base: baseOf(await show(path)), ...rows });
    expect(lastSaves(testCtx(db, actor)).products).toMatchObject({ by: actor.name });
    expect(await show(path)).toMatch(/已保存：\d{4}年\d+月\d+日\d\d:\d\d（GMT\+8）/);
    const base = baseOf(await show(path));
    expect((await post(path, { base, ...rows, drop: "0" })).status).toBe(302);
    expect(ownProfile(testCtx(db, actor)).products.map(({ hs }) => hs)).toEqual(["4201"]);
  });

  it("leads on to the next step only when asked to", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { show, post } = await profileSite(db, actor);
    const base = baseOf(await show("/en/profile/firm"));
    const to = async (fields: Record<string, string>) =>
      (await post("/en/profile/firm", { base, employees: "4", ...fields })).headers.get("location");
    expect(await to({})).toBe("/en/profile/firm?saved=firm");
    expect(await to({ then: "next" })).toBe("/en/profile/about?saved=firm");
  });
});

describe("industry by division", () => {
  it("keeps the industry of a profile from before, until a division is chosen, and explains the size", async () => {
    const db = testDatabase();
    const { id, actor } = await makeFirm(db);
    db.insert(exporterProfiles)
      .values({
        organisationId: id,
        industry: "industry",
        employees: 420,
        statedGroups: ["firm"],
        updatedAt: new Date(),
      })
      .run();
    const { show, post } = await profileSite(db, actor);
    const path = "/zh/profile/firm";
    await post(path, { base: baseOf(await show(path)), employees: "420", revenueWan: "1800" });
    expect(ownProfile(testCtx(db, actor))).toMatchObject({ division: null, industry: "industry" });
    const page = await show(path);
    expect(page).toContain(
      "小型：从业人员420人达到中型下限300人，营业收入1,800万元未达到中型下限2,000万元；取最低一档。",
    );
    expect(page).toContain("1,800万元 = 人民币18,000,000元");
    await post(path, { base: baseOf(page), division: "66", employees: "420" });
    expect(ownProfile(testCtx(db, actor))).toMatchObject({ division: "66", industry: "finance" });
    expect(await show(path)).toContain("银发〔2015〕309号");
    await post(path, { base: baseOf(await show(path)), division: "24", employees: "420" });
    expect(await show(path)).toContain("暂不能判定：可能为微型或小型或中型企业。");
  });
});

describe("registered details", () => {
  const code = "91330782MADEM0011F";
  it("refuse a wrong check character and a code that is somebody else's, each at its field", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const other = makeOrganisation(db, { kind: "msme" });
    db.update(organisations).set({ creditCode: code }).where(eq(organisations.id, other)).run();
    const { show, post } = await profileSite(db, actor);
    const path = "/zh/profile/registered";
    const base = baseOf(await show(path));
    const wrong = await post(path, { base, nameZh: "甲公司", creditCode: `${code.slice(0, 17)}G` });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain(dictionary("zh").errors["organisation.codeWrong"]);
    const taken = await post(path, { base, nameZh: "甲公司", creditCode: ` ${code.toLowerCase()} ` });
    expect(taken.status).toBe(400);
    expect(await taken.text()).toContain(dictionary("zh").errors["organisation.codeTaken"]);
  });

  it("cannot be changed while the vetting rests on them, nor by a member who is no owner", async () => {
    const db = testDatabase();
    const { id, actor } = await makeFirm(db);
    insertVetting(db, id);
    const { show, post } = await profileSite(db, actor);
    expect(await show("/zh/profile/registered")).not.toContain('name="creditCode"');
    const answer = await post("/zh/profile/registered", { nameZh: "乙公司", creditCode: code });
    expect(answer.status).toBe(400);
    expect(db.select().from(organisations).where(eq(organisations.id, id)).get()!.nameZh).not.toBe("乙公司");
    const other = await makeFirm(db);
    const member = {
      ...other.actor,
      organisation: { ...other.actor.organisation!, role: "member" as const },
    };
    const site = await profileSite(db, member);
    expect(await site.show("/zh/profile/registered")).toContain(
      dictionary("zh").profile.registered.ownersOnly,
    );
    expect((await site.post("/zh/profile/registered", { nameZh: "乙公司", creditCode: code })).status).toBe(
      400,
    );
  });
});

describe("the name that a multinational vouches for", () => {
  const code = "91330782MADEM0011F";
  it.each([
    ["in force", {}],
    ["waiting for the firm's answer", { state: "pending_approval" as const, approvedAt: new Date() }],
  ])("stays while its word is %s, though the vetting has lapsed", async (_, fields) => {
    const db = testDatabase();
    const { id, actor } = await makeFirm(db);
    insertVetting(db, id, { expiresAt: daysFromNow(-5) });
    const { id: word } = acceptedEndorsement(db, { msmeId: id, ...fields });
    const { show, post } = await profileSite(db, actor);
    const path = "/zh/profile/registered";
    const nameNow = () => db.select().from(organisations).where(eq(organisations.id, id)).get()!.nameZh;
    const before = nameNow();
    expect(await show(path)).not.toContain('name="creditCode"');
    expect((await post(path, { nameZh: "别家有限公司", creditCode: code })).status).toBe(400);
    expect(nameNow()).toBe(before);

    db.update(endorsements).set({ state: "revoked" }).where(eq(endorsements.id, word)).run();
    const sent = { base: baseOf(await show(path)), nameZh: "甲\u202e公司", creditCode: code };
    expect((await post(path, sent)).status).toBe(302);
    expect(nameNow()).toBe("甲 公司");
  });
});

describe("the self-assessment", () => {
  it("keeps its answers, shows results, and names only pages that exist", async () => {
    const db = await townDatabase();
    const actor = await townsperson(db, "newcomer@fairway.example");
    for (const dimension of dimensions) {
      const answers = Object.fromEntries(questionsOf(dimension).map(({ id }) => [id, 0]));
      saveReadiness(testCtx(db, actor), { dimension, answers });
    }
    expect(Object.keys(ownProfile(testCtx(db, actor)).readiness)).toHaveLength(readinessQuestions.length);
    const { show, ask } = await profileSite(db, actor);
    const links = new Set<string>();
    for (const lang of ["zh", "en"] as const) {
      const page = await show(`/${lang}/profile/readiness`);
      for (const question of readinessQuestions) {
        expect(page).toContain(
          dictionary(lang).readiness.questions[question.id].ask.replaceAll("'", "&#x27;"),
        );
      }
      const found = [...page.matchAll(/href="(\/(?:zh|en)\/(?:topics|guides|opportunities)\/[^"#?]+)"/g)];
      for (const [, href] of found) if (!/\.(csv|pdf|atom)$/.test(href!)) links.add(href!);
    }
    const kinds = [...links].map((href) => href.split("/")[2]);
    for (const kind of ["topics", "guides", "opportunities"]) expect(kinds).toContain(kind);
    for (const href of links) expect([href, (await ask(href)).status]).toEqual([href, 200]);
  });

  it("takes only its own questions and answers", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { show, post } = await profileSite(db, actor);
    const path = "/en/profile/readiness/product";
    const base = baseOf(await show(path));
    expect((await post(path, { base, samples: "4" })).status).toBe(400);
    await post(path, { base, samples: "1", landedCost: "3" });
    expect(ownProfile(testCtx(db, actor)).readiness).toEqual({ samples: 1 });
    expect((await post("/en/profile/readiness/magic", { base })).status).toBe(404);
  });
});

describe("what the profile says of itself", () => {
  it.each([
    ["2026-11-21", { state: "expired" }],
    ["2026-11-22", { state: "soon", days: 0 }],
    ["2027-01-21", { state: "soon", days: 60 }],
    ["2027-01-22", { state: "valid" }],
    [null, { state: "endless" }],
  ])("a certificate until %s is %o", (expiresOn, state) => {
    expect(certificateState(expiresOn, "2026-11-22")).toEqual(state);
  });

  it("counts how many open opportunities look at an item", async () => {
    const db = await townDatabase();
    const open = openOpportunities(testCtx(db));
    const demand = demandFor(open);
    const bySize = open.filter(({ rules }) =>
      rules.some(({ rule }) => rule === "size" || rule === "employees" || rule === "revenueWan"),
    ).length;
    expect(demand.figures).toBe(bySize);
    expect(bySize).toBeGreaterThan(0);
    expect(demand.summary).toBeUndefined();
  });
});
