import { eq } from "drizzle-orm";
import { UNSAFE_withComponentProps as withProps } from "react-router";
import { describe, expect, it } from "vitest";
import { exporterProfiles, sizeStandards } from "#db/schema/msmes.ts";
import type { Database } from "#db/client.server.ts";
import { ownMatches } from "#app/modules/matching/queries.server.ts";
import { shippedStandard, sizeClass } from "#app/modules/msmes/size-class.ts";
import { listStandards, standardInForce } from "#app/modules/msmes/standards.server.ts";
import { withdrawStandard } from "#app/modules/msmes/withdraw-standard.server.ts";
import type { Person } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import * as draftPage from "#app/routes/staff/size-standard-new.tsx";
import * as listPage from "#app/routes/staff/size-standards.tsx";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { testCtx } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

async function staffSite(db: Database, actor: Person) {
  const page = (module: object) => ({
    ...module,
    default: withProps((module as { default: Parameters<typeof withProps>[0] }).default),
  });
  const site = await testSite(
    db,
    {
      ":lang/staff/size-standards": page(listPage),
      ":lang/staff/size-standards/new": page(draftPage),
    } as unknown as Parameters<typeof testSite>[1],
    { resolveActor: async () => actor },
  );
  return (fields: Record<string, string>, path = "/zh/staff/size-standards/new") =>
    site.ask(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
}

/** The form as the page draws it, from the standard in force. */
function drawn(change: Record<string, string> = {}): Record<string, string> {
  const fields: Record<string, string> = {
    reference: "修订版〔2027〕1号",
    effectiveOn: "2027-03-01",
    note: "",
  };
  for (const industry of shippedStandard.industries) {
    for (const [indicator, bounds] of Object.entries(industry.lowerBounds)) {
      for (const [size, bound] of Object.entries(bounds)) {
        fields[`bounds.${industry.id}.${indicator}.${size}`] = String(bound);
      }
    }
  }
  return { ...fields, ...change };
}
const stricter = { "bounds.industry.employees.small": "60", "bounds.industry.employees.medium": "80" };
const seenIn = (page: string) => /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? "";

describe("versions of the size standard", () => {
  it("are seen before they are saved, apply from their day on, and reach every reader", async () => {
    const db = await townDatabase();
    const admin = await townsperson(db, "admin@fairway.example");
    const post = await staffSite(db, admin);
    const preview = await post({ ...drawn(stricter), intent: "preview" });
    expect(preview.status).toBe(200);
    const page = await preview.text();
    expect(page).toMatch(/家有档案的企业中，[1-9]\d*家将改变规模。/);
    expect(page).toContain("青禾木制玩具");
    expect(db.select().from(sizeStandards).all()).toEqual([]);

    const seen = seenIn(page);
    const other = await post({
      ...drawn({ ...stricter, "bounds.industry.employees.small": "61" }),
      intent: "save",
      seen,
    });
    expect(await other.text()).toContain("数据与刚才查看的不同");
    expect(db.select().from(sizeStandards).all()).toEqual([]);
    expect((await post({ ...drawn(stricter), intent: "save", seen })).status).toBe(302);

    const toys = await townsperson(db, "msme@fairway.example");
    const profile = db
      .select()
      .from(exporterProfiles)
      .where(eq(exporterProfiles.organisationId, toys.organisation!.id))
      .get()!;
    const on = (day: string) => standardInForce({ db, now: new Date(day) });
    // The chamber's midnight is 16:00 UTC.
    expect(on("2027-02-28T15:59:59Z")).toBe(shippedStandard);
    expect(on("2027-02-28T16:00:00Z")).toMatchObject({ number: 2, effectiveOn: "2027-03-01" });
    expect(sizeClass(profile, on("2027-02-01T00:00:00Z"))).toMatchObject({ class: "small" });
    expect(sizeClass(profile, on("2027-03-02T00:00:00Z"))).toMatchObject({ class: "medium" });
    const sizeRule = (now: Date) =>
      ownMatches(testCtx(db, toys, now))
        .matches.flatMap(({ match }) => match.rules)
        .find(({ rule }) => rule === "size")?.reason.params.possible;
    db.update(sizeStandards).set({ effectiveOn: "2026-11-20" }).run();
    expect(sizeRule(new Date("2026-11-19T00:00:00Z"))).toEqual(["small"]);
    expect(sizeRule(new Date("2026-11-22T00:00:00Z"))).toEqual(["medium"]);
  });

  it.each([
    ["a day that is not to come", { effectiveOn: "2026-11-22" }, "已适用的标准不再改动"],
    ["bounds that fall", { "bounds.industry.employees.medium": "10" }, "每一档的下限须高于前一档"],
    ["one bound of three", { "bounds.agriculture.revenueWan.large": "" }, "三档下限须全部填写"],
    [
      "an industry without an indicator",
      {
        "bounds.agriculture.revenueWan.small": "",
        "bounds.agriculture.revenueWan.medium": "",
        "bounds.agriculture.revenueWan.large": "",
      },
      "每个行业至少需要一项指标",
    ],
    ["a bound of nothing", { "bounds.industry.employees.small": "0" }, "请填写大于零的整数"],
    ["no reference", { reference: "" }, "请填写此项"],
  ] as [string, Record<string, string>, string][])(
    "refuse %s at its field, and keep what was typed",
    async (_what, change, said) => {
      const db = await townDatabase();
      const post = await staffSite(db, await townsperson(db, "admin@fairway.example"));
      const first = await (await post({ ...drawn(change), intent: "preview" })).text();
      const answer = await post({ ...drawn(change), intent: "save", seen: seenIn(first) });
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(page).toContain(said);
      expect(page).toContain('value="40000"');
      expect(db.select().from(sizeStandards).all()).toEqual([]);
    },
  );

  it("can be withdrawn until their day, by admins alone", async () => {
    const db = await townDatabase();
    const admin = await townsperson(db, "admin@fairway.example");
    const post = await staffSite(db, admin);
    const seen = seenIn(await (await post({ ...drawn(stricter), intent: "preview" })).text());
    await post({ ...drawn(stricter), intent: "save", seen });
    expect((await post({ ...drawn(stricter), intent: "save", seen })).status).toBe(400);
    const { id } = db.select().from(sizeStandards).get()!;
    const vetter = await townsperson(db, "vetter@fairway.example");
    const as = (actor: Person, now?: Date) => () =>
      withdrawStandard({ ...testCtx(db, actor, now), actor }, id);
    expect(as(vetter)).toThrow(new DomainError("right.missing"));
    expect(as(admin, new Date("2027-03-01T00:00:00Z"))).toThrow(new DomainError("standard.inForce"));
    expect((await post({ id }, "/zh/staff/size-standards")).status).toBe(400);
    expect((await post({ id, confirm: "yes" }, "/zh/staff/size-standards")).status).toBe(302);
    expect(as(admin)).toThrow(new DomainError("standard.gone"));
    expect(listStandards(testCtx(db, admin)).map(({ number, state }) => [number, state])).toEqual([
      [2, "withdrawn"],
      [1, "inForce"],
    ]);
    expect(standardInForce({ db, now: new Date("2027-04-01T00:00:00Z") })).toBe(shippedStandard);
    // Its day is free again.
    expect((await post({ ...drawn(stricter), intent: "save", seen })).status).toBe(302);
  });
});
