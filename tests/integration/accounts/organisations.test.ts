import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { acceptInvitation } from "#app/modules/accounts/accept-invitation.server.ts";
import { changeMember, leaveOrganisation, removeMember } from "#app/modules/accounts/change-member.server.ts";
import {
  confirmOrganisation,
  refuseOrganisation,
} from "#app/modules/accounts/confirm-organisation.server.ts";
import { createOrganisation } from "#app/modules/accounts/create-organisation.server.ts";
import { invitationOf, inviteMember, revokeInvitation } from "#app/modules/accounts/invite-member.server.ts";
import { ownOrganisation, pendingOrganisations } from "#app/modules/accounts/queries.server.ts";
import { rolesOf } from "#app/modules/accounts/rights.ts";
import { organisationSchema, type OrganisationInput } from "#app/modules/accounts/schema.ts";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { addMember, makeOrganisation, makeUser, signedIn, userRow } from "#tests/factories/accounts.ts";
import { letters, tokenIn } from "#tests/fakes/mailbox.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const toys: OrganisationInput = {
  kind: "msme",
  nameEn: "Lantern Toys",
  nameZh: "灯笼玩具",
  country: "CN",
  creditCode: "91350100M000100Y43",
  province: "Fujian",
  city: "Fuzhou",
};
const invitee = { email: "mei@firm.cn", role: "member" as const, approver: false, lang: "zh" as const };
const admin = async (db: Database) =>
  signedIn(db, await makeUser(db, { secondFactor: true, staff: ["admin"] }), { secondFactor: true });

async function owned(db: Database, kind: "msme" | "mnc" = "msme") {
  const organisation = makeOrganisation(db, { kind });
  const ownerId = await makeUser(db, { email: "owner@firm.cn" });
  addMember(db, organisation, ownerId, { role: "owner" });
  return { organisation, ownerId, owner: await signedIn(db, ownerId) };
}

describe("registering", () => {
  test("makes the actor owner of an msme at once", async () => {
    const db = testDatabase();
    const id = await makeUser(db);
    createOrganisation(as(db, await signedIn(db, id)), toys);
    const owner = await signedIn(db, id);
    expect(owner.organisation).toMatchObject({ kind: "msme", role: "owner", pending: false });
    expect(rolesOf(owner)).toContain("msme");
  });

  test("takes names as one line: a line break cannot add words of one's own to a mail", () => {
    const parsed = organisationSchema.parse({ ...toys, nameEn: "Lantern\r\nToys\u202e\u0000 Ltd" });
    expect(parsed.nameEn).toBe("Lantern Toys Ltd");
  });

  test("is not for staff: nobody decides about their own firm", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    expect(() => createOrganisation(as(db, boss), toys)).toThrow("person.otherOrganisation");
    expect((await signedIn(db, boss.userId)).organisation).toBeNull();
  });

  test("a multinational has no rights until an admin confirms it", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    const id = await makeUser(db);
    const mnc = createOrganisation(as(db, await signedIn(db, id)), { ...toys, kind: "mnc" });
    expect(rolesOf(await signedIn(db, id))).toEqual(["user"]);
    expect(pendingOrganisations(as(db, boss))).toMatchObject([{ id: mnc }]);
    const stranger = await signedIn(db, id);
    expect(() => confirmOrganisation(as(db, stranger), mnc)).toThrow("right.missing");

    confirmOrganisation(as(db, boss), mnc);
    expect(rolesOf(await signedIn(db, id))).toEqual(["user", "mnc"]);
    expect(letters(db)).toMatchObject([{ template: "organisationConfirmed" }]);
    expect(() => refuseOrganisation(as(db, boss), mnc)).toThrow("organisation.notPending");
  });

  test("refusing removes the record and leaves the person free to try again", async () => {
    const db = testDatabase();
    const id = await makeUser(db);
    const mnc = createOrganisation(as(db, await signedIn(db, id)), { ...toys, kind: "partner" });
    refuseOrganisation(as(db, await admin(db)), mnc);
    const free = await signedIn(db, id);
    expect(free.organisation).toBeNull();
    createOrganisation(as(db, free), toys);
  });

  test("a code registers once, and a person acts for one organisation", async () => {
    const db = testDatabase();
    const first = await makeUser(db);
    createOrganisation(as(db, await signedIn(db, first)), toys);
    const second = await signedIn(db, await makeUser(db));
    expect(() => createOrganisation(as(db, second), toys)).toThrow("organisation.codeTaken");
    const again = await signedIn(db, first);
    expect(() => createOrganisation(as(db, again), { ...toys, creditCode: undefined })).toThrow(
      "organisation.alreadyMember",
    );
  });

  test("the form asks a Chinese body for a right code, and nobody else for any", () => {
    const codeMessage = (input: object) =>
      organisationSchema
        .safeParse({ ...toys, ...input })
        .error?.issues.find((issue) => issue.path[0] === "creditCode")?.message;
    expect(codeMessage({})).toBeUndefined();
    expect(codeMessage({ creditCode: undefined })).toBe("organisation.codeNeeded");
    expect(codeMessage({ creditCode: "91350100M000100Y44" })).toBe("organisation.codeWrong");
    expect(codeMessage({ creditCode: " 91350100m000100y43 " })).toBeUndefined();
    expect(organisationSchema.parse({ ...toys, country: "DE", creditCode: "x" }).creditCode).toBeUndefined();
    expect(organisationSchema.safeParse({ ...toys, nameEn: "", nameZh: " " }).success).toBe(false);
  });
});

describe("invitations", () => {
  test("bring in the person with that address, once, by the token in the mail", async () => {
    const db = testDatabase();
    const { owner, organisation } = await owned(db);
    inviteMember(as(db, owner), invitee);
    const token = tokenIn(letters(db)[0]);
    expect(JSON.stringify(db.$client.prepare("select * from invitations").all())).not.toContain(token);
    const other = await signedIn(db, await makeUser(db, { email: "other@firm.cn" }));
    expect(() => acceptInvitation(as(db, other), token)).toThrow("invitation.otherAddress");

    const meiId = await makeUser(db, { email: "mei@firm.cn", verified: false });
    acceptInvitation(as(db, await signedIn(db, meiId)), token);
    const mei = await signedIn(db, meiId);
    expect(mei.organisation).toMatchObject({ id: organisation, role: "member" });
    expect(userRow(db, meiId).emailVerifiedAt).toEqual(testNow);
    expect(() => acceptInvitation(as(db, mei), token)).toThrow("invitation.gone");
  });

  test("end when withdrawn, and after seven days", async () => {
    const db = testDatabase();
    const { owner } = await owned(db);
    const mei = await signedIn(db, await makeUser(db, { email: "mei@firm.cn" }));
    inviteMember(as(db, owner), invitee);
    expect(() => inviteMember(as(db, owner), invitee)).toThrow("invitation.open");
    const first = tokenIn(letters(db)[0]);
    revokeInvitation(as(db, owner), ownOrganisation(as(db, owner))!.invitations[0]!.id);
    expect(() => acceptInvitation(as(db, mei), first)).toThrow("invitation.gone");

    inviteMember(as(db, owner), invitee);
    const second = tokenIn(letters(db).find((letter) => tokenIn(letter) !== first));
    const now = new Date(testNow.getTime() + 7 * 86_400_000);
    expect(invitationOf(as(db, mei, { now: new Date(now.getTime() - 1000) }), second)).not.toBeNull();
    expect(() => acceptInvitation(as(db, mei, { now }), second)).toThrow("invitation.gone");
    inviteMember(as(db, owner, { now }), invitee);
  });

  test("are for owners to send, for others' organisations nobody's to withdraw", async () => {
    const db = testDatabase();
    const { owner, organisation } = await owned(db);
    inviteMember(as(db, owner), invitee);
    const { id } = ownOrganisation(as(db, owner))!.invitations[0]!;
    const memberId = await makeUser(db);
    addMember(db, organisation, memberId);
    const member = await signedIn(db, memberId);
    expect(() => inviteMember(as(db, member), { ...invitee, email: "x@firm.cn" })).toThrow("right.missing");
    const elsewhere = await makeUser(db);
    addMember(db, makeOrganisation(db), elsewhere, { role: "owner" });
    revokeInvitation(as(db, await signedIn(db, elsewhere)), id);
    expect(ownOrganisation(as(db, owner))!.invitations).toHaveLength(1);
  });

  test("cannot make staff act for a firm, nor an approver outside a multinational", async () => {
    const db = testDatabase();
    const { owner } = await owned(db);
    inviteMember(as(db, owner), invitee);
    const vetter = await makeUser(db, { email: "mei@firm.cn", secondFactor: true, staff: ["vetter"] });
    const token = tokenIn(letters(db)[0]);
    const passed = await signedIn(db, vetter, { secondFactor: true });
    expect(() => acceptInvitation(as(db, passed), token)).toThrow("person.otherOrganisation");
    expect(() => inviteMember(as(db, owner), { ...invitee, approver: true })).toThrow("member.notApprover");
  });
});

describe("members", () => {
  test("takes the open invitations of whoever leaves along", async () => {
    const db = testDatabase();
    const { organisation, owner } = await owned(db);
    const secondId = await makeUser(db, { email: "second@firm.cn" });
    addMember(db, organisation, secondId, { role: "owner" });
    inviteMember(as(db, await signedIn(db, secondId)), invitee);
    removeMember(as(db, owner), secondId);
    expect(ownOrganisation(as(db, owner))?.invitations).toEqual([]);
  });

  test("the last owner can neither leave, be removed nor step down", async () => {
    const db = testDatabase();
    const { owner, ownerId, organisation } = await owned(db);
    expect(() => leaveOrganisation(as(db, owner))).toThrow("organisation.lastOwner");
    expect(() => removeMember(as(db, owner), ownerId)).toThrow("organisation.lastOwner");
    expect(() => changeMember(as(db, owner), ownerId, { role: "member", approver: false })).toThrow(
      "organisation.lastOwner",
    );
    const second = await makeUser(db);
    addMember(db, organisation, second, { role: "owner" });
    leaveOrganisation(as(db, owner));
    expect((await signedIn(db, ownerId)).organisation).toBeNull();
  });

  test("an approver owes the second factor before the right counts", async () => {
    const db = testDatabase();
    const { owner, organisation } = await owned(db, "mnc");
    const id = await makeUser(db);
    addMember(db, organisation, id);
    changeMember(as(db, owner), id, { role: "member", approver: true });
    expect(rolesOf(await signedIn(db, id))).not.toContain("mncApprover");
    const entry = db.select().from(auditEntries).where(eq(auditEntries.action, "member.change")).get();
    expect(entry).toMatchObject({ fromState: "member", toState: "member+approver" });
  });

  test("an owner reaches no further than the own organisation", async () => {
    const db = testDatabase();
    const { owner } = await owned(db);
    const stranger = await makeUser(db);
    addMember(db, makeOrganisation(db), stranger);
    expect(() => removeMember(as(db, owner), stranger)).toThrow("member.gone");
    expect(() => changeMember(as(db, owner), stranger, { role: "owner", approver: false })).toThrow(
      "member.gone",
    );
  });
});
