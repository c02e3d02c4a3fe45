import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { disclosureLevels, fieldGroups, type DisclosureLevel } from "#app/modules/msmes/disclosure.ts";
import { putFile } from "#app/modules/uploads/files.server.ts";
import type { Actor } from "#app/platform/context.ts";
import { env } from "#app/platform/env.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { introductions, partnerScopes } from "#db/schema/network.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { seedContent } from "#db/seed/content.ts";
import { testNow } from "#tests/setup/database.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "./accounts.ts";
import { makeCanaryFirm, type CanaryFirm } from "./canaries.ts";
import { insertEndorsement, insertVetting } from "./msmes.ts";

/** Levels that each kind of viewer reads: said a second time on purpose. */
export const reads = {
  all: [...disclosureLevels],
  endorser: ["endorsers", "matched", "network", "public"],
  matched: ["matched", "network", "public"],
  network: ["network", "public"],
  public: ["public"],
} satisfies Record<string, DisclosureLevel[]>;
export type Kind = keyof typeof reads;
export type Somebody = { who: string; actor: Actor; kind: Kind; afterConsent?: Kind; own?: string };

type Firms = Record<DisclosureLevel | "unvetted" | "suspended", CanaryFirm>;

/**
 * A firm at each level of disclosure and somebody of every kind that may look at it, in a database of their own.
 * `ids` are those of all firms, endorsements, vetting cases and introductions here.
 */
export async function makeOnlookers() {
  const firms = {} as Firms;
  const people: Somebody[] = [];
  const folder = mkdtempSync(join(tmpdir(), "fairway-leaks-"));
  const file = join(folder, "test.sqlite");
  copyFileSync(inject("templateDatabase"), file);
  const db = openDatabase(file, { durable: false });
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
  const own = firms.staff;
  people.push({ who: "the firm itself", kind: "public", actor: own.actor, own: own.id });
  const ids = [
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
  const close = () => {
    Object.defineProperty(settings, "DATA_DIR", { value: DATA_DIR, configurable: true });
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const shown = disclosureLevels.map((level) => ({ level, ...firms[level] }));
  return { db, firms, shown, people, ids, close };
}

/** The groups of a firm's profile of which a text holds something. */
export const foundIn = (text: string, firm: Pick<CanaryFirm, "canaries">) =>
  fieldGroups.filter((group) => firm.canaries[group].some((canary) => text.includes(canary)));

/** Whether somebody may read a firm whose groups are all at this level. */
export const mayRead = (
  { kind, own }: { kind: Kind; own?: string | undefined },
  firm: { id: string; level: DisclosureLevel },
) => firm.id === own || (reads[kind] as DisclosureLevel[]).includes(firm.level);
