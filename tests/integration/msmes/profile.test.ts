import { eq } from "drizzle-orm";
import { UNSAFE_withComponentProps as withProps } from "react-router";
import { describe, expect, it } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { exporterProfiles, profileCertificates } from "#db/schema/msmes.ts";
import type { Database } from "#db/client.server.ts";
import { completeness } from "#app/modules/msmes/completeness.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { stepsToVetted } from "#app/modules/msmes/steps.ts";
import { isProfileGroup } from "#app/modules/msmes/groups.ts";
import { groupFingerprint } from "#app/modules/msmes/said.server.ts";
import { saveProfileGroup } from "#app/modules/msmes/save-profile.server.ts";
import { shippedStandard } from "#app/modules/msmes/size-class.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { Actor } from "#app/platform/context.ts";
import * as overviewPage from "#app/routes/profile/overview.tsx";
import * as stepPage from "#app/routes/profile/step.tsx";
import { daysFromNow, insertEndorsement, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { makeOrganisation } from "#tests/factories/accounts.ts";
import { insertMarket } from "#tests/factories/markets.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

/** Posts a form to the profile page as somebody, through the whole pipeline. */
async function profileSite(db: Database, actor: Actor) {
  const site = await testSite(
    db,
    {
      ":lang/profile": {
        ...overviewPage,
        default: withProps(overviewPage.default as Parameters<typeof withProps>[0]),
      },
      ":lang/profile/:group": {
        ...stepPage,
        default: withProps(stepPage.default as Parameters<typeof withProps>[0]),
      },
    } as unknown as Parameters<typeof testSite>[1],
    { resolveActor: async () => actor },
  );
  return {
    get: () => site.ask("/en/profile"),
    /** As the page of the group sends it: with the fingerprint of what is saved, unless `base` says otherwise. */
    post: ([[, group], ...fields]: [[string, string], ...[string, string][]], lang = "en", base?: string) => {
      const now =
        isProfileGroup(group) && may(actor, "profile.edit")
          ? groupFingerprint(group, ownProfile(testCtx(db, actor)))
          : "";
      return site.ask(`/${lang}/profile/${group}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams([["base", base ?? now], ...fields]).toString(),
      });
    },
    show: (path: string) => site.ask(path),
  };
}

type Fields = [[string, string], ...[string, string][]];
const firmFields: Fields = [
  ["group", "firm"],
  ["division", "24"],
  ["employees", "86"],
  ["revenueWan", "2,400.50"],
];

describe("saving a part of the profile", () => {
  it("keeps that part, leaves the others alone, and writes the trail", async () => {
    const db = await townDatabase();
    const actor = await townsperson(db, "msme@fairway.example");
    const before = ownProfile(testCtx(db, actor));
    const { post } = await profileSite(db, actor);
    const answer = await post(firmFields);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(/\/en\/profile\/firm\?saved=firm$/);
    const after = ownProfile(testCtx(db, actor));
    expect(after).toMatchObject({
      revenueWan: 2400.5,
      assetsWan: null,
      division: "24",
      industry: "industry",
    });
    expect(after.products).toEqual(before.products);
    expect(after.certificates).toEqual(before.certificates);
    const trail = db.select().from(auditEntries).all().at(-1);
    expect(trail).toMatchObject({
      action: "profile.save",
      recordId: actor.organisation!.id,
      detail: { group: "firm" },
    });
  });

  it("takes lists, drops empty rows, and counts a saved empty list as none", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { post } = await profileSite(db, actor);
    expect(
      (
        await post([
          ["group", "certificates"],
          ["certificates[0].code", ""],
        ])
      ).status,
    ).toBe(302);
    expect(ownProfile(testCtx(db, actor))).toMatchObject({
      certificates: [],
      statedGroups: ["certificates"],
    });
    await post([
      ["group", "products"],
      ["products[0].hs", ""],
      ["products[1].hs", "9503.00"],
      ["products[1].nameZh", "积木"],
      ["products[2].nameZh", ""],
    ]);
    expect(ownProfile(testCtx(db, actor)).products).toEqual([{ hs: "950300", nameZh: "积木", nameEn: "" }]);
  });

  it("takes several markets or one, and only markets that exist", async () => {
    const db = testDatabase();
    insertMarket(db, "DE");
    insertMarket(db, "JP");
    insertMarket(db, "EU", { kind: "block" });
    const { actor } = await makeFirm(db);
    const { post } = await profileSite(db, actor);
    await post([
      ["group", "markets"],
      ["targets", "DE"],
      ["targets", "JP"],
      ["targets", "EU"],
      ["targets", "QQ"],
    ]);
    expect(ownProfile(testCtx(db, actor)).targets).toEqual(["DE", "JP"]);
    await post([
      ["group", "markets"],
      ["targets", "JP"],
    ]);
    expect(ownProfile(testCtx(db, actor)).targets).toEqual(["JP"]);
    await post([["group", "markets"]]);
    expect(ownProfile(testCtx(db, actor)).targets).toEqual([]);
  });
});

describe("a form that is refused", () => {
  it.each([
    [
      "an HS code in a chapter that does not exist",
      [
        ["products[0].hs", "7712"],
        ["products[0].nameZh", "甲"],
      ],
      "7712",
      "no such HS chapter",
    ],
    [
      "an HS code of three digits",
      [
        ["products[0].hs", "950"],
        ["products[0].nameZh", "甲"],
      ],
      "950",
      "2, 4 or 6 digits",
    ],
    ["a product without a name", [["products[0].hs", "9503"]], "9503", "name the product"],
  ] as [string, [string, string][], string, string][])(
    "keeps %s and says so at its field",
    async (_case, fields, typed, said) => {
      const db = testDatabase();
      const { actor } = await makeFirm(db);
      const { post } = await profileSite(db, actor);
      const answer = await post([["group", "products"], ...fields]);
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(page).toContain(`value="${typed}"`);
      expect(page).toContain(said);
      expect(page).toMatch(/aria-invalid="true"/);
      expect(ownProfile(testCtx(db, actor)).products).toEqual([]);
    },
  );

  it("keeps what was typed when rows are missing in between", async () => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { post } = await profileSite(db, actor);
    const answer = await post([
      ["group", "products"],
      ["products[0].hs", "950"],
      ["products[4].nameZh", "积木"],
    ]);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('value="950"');
    expect(page).toContain('value="积木"');
  });

  it("names the field in Chinese and changes nothing", async () => {
    const db = await townDatabase();
    const actor = await townsperson(db, "msme@fairway.example");
    const { post } = await profileSite(db, actor);
    const answer = await post(
      [
        ["group", "firm"],
        ["division", "24"],
        ["employees", "八十六"],
      ],
      "zh",
    );
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("请填写整数。");
    expect(page).toContain('value="八十六"');
    expect(ownProfile(testCtx(db, actor)).employees).toBe(86);
  });

  it.each(["employees", "revenueWan"])(
    "says of a figure beyond all bounds that it is too large: %s",
    async (name) => {
      const db = await townDatabase();
      const { post } = await profileSite(db, await townsperson(db, "msme@fairway.example"));
      const answer = await post(
        [
          ["group", "firm"],
          [name, "99999999999999999"],
        ],
        "zh",
      );
      expect(await answer.text()).toContain("数值过大，请核对单位。");
    },
  );

  it.each([
    [
      "a date that is none",
      [
        ["group", "certificates"],
        ["certificates[0].code", "CE"],
        ["certificates[0].expiresOn", "2027-02-30"],
      ],
    ],
    [
      "one certificate twice",
      [
        ["group", "certificates"],
        ["certificates[0].code", "ISO 9001"],
        ["certificates[1].code", "iso9001:2015"],
      ],
    ],
    [
      "a first export in the future",
      [
        ["group", "export"],
        ["hasExported", "yes"],
        ["exportingSince", "2027"],
      ],
    ],
    ["an export history without an answer", [["group", "export"]]],
    [
      "a need that is none of ours",
      [
        ["group", "needs"],
        ["needs", "gold"],
      ],
    ],
    [
      "a division that does not exist",
      [
        ["group", "firm"],
        ["division", "<script>"],
      ],
    ],
    [
      "a negative figure",
      [
        ["group", "firm"],
        ["employees", "-1"],
      ],
    ],
    [
      "an endless figure",
      [
        ["group", "firm"],
        ["revenueWan", "9".repeat(400)],
      ],
    ],
  ] as [string, Fields][])("%s is a 400, never a fault", async (_case, fields) => {
    const db = testDatabase();
    const { actor } = await makeFirm(db);
    const { post } = await profileSite(db, actor);
    expect((await post(fields)).status).toBe(400);
    expect(db.select().from(exporterProfiles).all()).toEqual([]);
  });
});

describe("another firm's profile", () => {
  it("cannot be reached by any field of the form: what is saved is always one's own", async () => {
    const db = await townDatabase();
    const victim = (await townsperson(db, "msme@fairway.example")).organisation!.id;
    const actor = await townsperson(db, "newcomer@fairway.example");
    const { post, get } = await profileSite(db, actor);
    const before = db
      .select()
      .from(exporterProfiles)
      .where(eq(exporterProfiles.organisationId, victim))
      .get();
    const certificates = () =>
      db.select().from(profileCertificates).where(eq(profileCertificates.organisationId, victim)).all();
    const held = certificates();
    const tampering: [string, string][] = [
      "organisationId",
      "organisation",
      "id",
      "firm",
      "organisation.id",
    ].map((name) => [name, victim]);
    expect((await post([...firmFields, ...tampering])).status).toBe(302);
    expect((await post([["group", "certificates"], ...tampering])).status).toBe(302);
    expect(
      db.select().from(exporterProfiles).where(eq(exporterProfiles.organisationId, victim)).get(),
    ).toEqual(before);
    expect(certificates()).toEqual(held);
    const page = await (await get()).text();
    expect(page).not.toContain("青禾");
    expect(ownProfile(testCtx(db, actor)).organisation.id).toBe(actor.organisation!.id);
  });

  it("is refused to people of other kinds of organisation", async () => {
    const db = await townDatabase();
    for (const email of ["mnc@fairway.example", "partner@fairway.example", "vetter@fairway.example"]) {
      const { get, post } = await profileSite(db, await townsperson(db, email));
      expect((await get()).status).toBe(403);
      expect((await post(firmFields)).status).toBe(403);
      const ctx = testCtx(db, await townsperson(db, email));
      const write = () => saveProfileGroup(ctx, { group: "needs", value: { needs: [] } });
      expect(write).toThrow(new DomainError("right.missing"));
    }
  });
});

describe("standing and what is missing", () => {
  it("calls photos optional, so that a whole profile has nothing left to do", async () => {
    const db = await townDatabase();
    const { get } = await profileSite(db, await townsperson(db, "msme@fairway.example"));
    const page = await (await get()).text();
    expect(page).toContain("100%");
    expect(page).toContain("optional</span>");
    expect(page).not.toContain("to do</span>");
  });

  it("follows from the vetting cases and the day", async () => {
    const db = testDatabase();
    const { id, actor } = await makeFirm(db);
    const standing = (now = testNow) => ownProfile(testCtx(db, actor, now)).standing.status;
    expect(standing()).toBe("unvetted");
    insertVetting(db, id, { state: "in_review", decidedAt: null, expiresAt: null, scores: null });
    expect(standing()).toBe("underReview");
    insertVetting(db, id);
    expect(standing()).toBe("vetted");
    expect(standing(daysFromNow(199))).toBe("vetted");
    expect(standing(daysFromNow(201))).toBe("underReview");
    insertVetting(db, id, { state: "suspended", decidedAt: daysFromNow(-1) });
    expect(standing()).toBe("suspended");
  });

  it("counts an endorsement only while it runs", async () => {
    const db = testDatabase();
    const { id, actor } = await makeFirm(db);
    const mnc = makeOrganisation(db, { kind: "mnc" });
    insertEndorsement(db, mnc, id, { validUntil: daysFromNow(10) });
    insertEndorsement(db, makeOrganisation(db, { kind: "mnc" }), id, { state: "revoked" });
    expect(ownProfile(testCtx(db, actor)).endorsements.map((one) => one.by)).toEqual([mnc]);
    expect(ownProfile(testCtx(db, actor, daysFromNow(11))).endorsements).toEqual([]);
  });

  it("names the newcomer's gaps in order, the vetting last, and nothing for a vetted firm", async () => {
    const db = await townDatabase();
    const newcomer = ownProfile(testCtx(db, await townsperson(db, "newcomer@fairway.example")));
    const { missing, done } = completeness(newcomer, shippedStandard);
    expect(done).toEqual(expect.arrayContaining(["products", "industry", "targets"]));
    expect(missing[0]).toEqual({ item: "figures", field: "revenueWan" });
    const steps = stepsToVetted({ ...newcomer, province: "GD" }, shippedStandard);
    expect(steps.find((step) => !step.done)).toMatchObject({ step: "firm", field: "revenueWan" });
    expect(steps.at(-1)).toMatchObject({ step: "vetting", done: false });
    const toys = ownProfile(testCtx(db, await townsperson(db, "msme@fairway.example")));
    expect(stepsToVetted({ ...toys, province: "ZJ" }, shippedStandard)).toEqual([]);
    expect(completeness(toys, shippedStandard)).toMatchObject({ percent: 100, missing: [] });
  });
});
