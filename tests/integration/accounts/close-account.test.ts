import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation } from "#app/modules/accounts/accept-invitation.server.ts";
import { askEmailChange } from "#app/modules/accounts/change-email.server.ts";
import { closeAccount, closingOf } from "#app/modules/accounts/close-account.server.ts";
import { createOrganisation } from "#app/modules/accounts/create-organisation.server.ts";
import { inviteMember } from "#app/modules/accounts/invite-member.server.ts";
import { inviteOwner } from "#app/modules/accounts/invite-owner.server.ts";
import { setDisabled } from "#app/modules/accounts/manage-person.server.ts";
import { listPeople, personById, vacantOrganisations } from "#app/modules/accounts/queries.server.ts";
import { requestPasswordReset } from "#app/modules/accounts/reset-password.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { signUp } from "#app/modules/accounts/sign-up.server.ts";
import { listAudit } from "#app/modules/audit/queries.server.ts";
import { passportBehind } from "#app/modules/passports/open-passport.server.ts";
import { passports } from "#db/schema/passports.ts";
import { tokenHash } from "#app/platform/seal.server.ts";
import { drainOutbox } from "#app/platform/mail.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import {
  invitations,
  memberships,
  organisations,
  recoveryCodes,
  sessions,
  users,
} from "#db/schema/accounts.ts";
import { supplierInvitations } from "#db/schema/endorsements.ts";
import { townId } from "#db/seed/town-ids.ts";
import { sectionFeedback, sectionRevisions, sections } from "#db/schema/guides.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import { checklists, checklistItems, deskQuestions, follows, savedSearches } from "#db/schema/readers.ts";
import type { Database } from "#db/client.server.ts";
import {
  addMember,
  actorOfCookie,
  makeOrganisation,
  makeUser,
  signedIn,
  testPassword,
  userRow,
} from "#tests/factories/accounts.ts";
import { townDatabase } from "#tests/factories/town.ts";
import { letters, tokenIn } from "#tests/fakes/mailbox.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const enter = (db: Database, email: string) =>
  signIn(visitor(db), { email, password: testPassword, userAgent: null });
const close = async (db: Database, userId: string, secondFactor = false) =>
  closeAccount(as(db, await signedIn(db, userId, { secondFactor })), testPassword);

const townUser = (db: Database) =>
  db.select().from(users).where(eq(users.email, "mnc@fairway.example")).get()!.id;

/** A line of hers in every table that can hold one. */
async function everywhere(db: Database, me: Awaited<ReturnType<typeof signedIn>>) {
  const { userId } = me;
  const now = testNow;
  const mine = { userId, createdAt: now };
  db.insert(recoveryCodes)
    .values({ ...mine, codeHash: "h" })
    .run();
  db.insert(notifications)
    .values({ ...mine, key: "password.changed", params: {}, path: "/" })
    .run();
  db.insert(follows)
    .values({ ...mine, marketCode: "DE" })
    .run();
  const { id: checklistId } = db
    .insert(checklists)
    .values({ ...mine, marketCode: "DE", title: "mine", updatedAt: now })
    .returning()
    .get();
  db.insert(checklistItems).values({ checklistId, position: 1 }).run();
  db.insert(savedSearches)
    .values({
      ...mine,
      query: "toys",
      lang: "en",
      filters: { market: [], topic: [] },
      seenIds: [],
      nextDigestAt: now,
    })
    .run();
  db.insert(deskQuestions)
    .values({ ...mine, query: "q", question: "why", lang: "en", state: "open" })
    .run();
  const section = db.select().from(sections).get()!;
  db.insert(sectionFeedback)
    .values({ ...mine, sectionId: section.id, revisionId: "r", kind: "error", reasons: [], state: "open" })
    .run();
  db.update(sections).set({ ownerId: userId }).where(eq(sections.id, section.id)).run();
  db.insert(sectionRevisions)
    .values({ ...db.select().from(sectionRevisions).get()!, id: "hers", number: 99, authorId: userId })
    .run();
  const asked = {
    email: me.email,
    mncId: townId("organisation:lindenhof"),
    invitedById: townUser(db),
    createdAt: now,
  };
  db.insert(supplierInvitations)
    .values([
      { ...asked, tokenHash: "open", expiresAt: now },
      { ...asked, tokenHash: "joined", expiresAt: now, acceptedAt: now },
    ])
    .run();
  await requestPasswordReset(visitor(db), me.email);
  await askEmailChange(as(db, me), { email: "next@home.cn", currentPassword: testPassword, lang: "en" });
  return section.id;
}

describe("closing one's account", () => {
  let db: Database;
  let userId: string;
  beforeEach(async () => {
    db = await townDatabase();
    userId = await makeUser(db, { email: "lin@home.cn", name: "林清月", secondFactor: true });
  });

  test("leaves nothing that says who it was, in any table, and keeps what may not change", async () => {
    const me = await signedIn(db, userId, { secondFactor: true });
    const sectionId = await everywhere(db, me);
    await closeAccount(as(db, me), testPassword);

    expect(userRow(db, userId)).toMatchObject({
      email: `closed:${userId}`,
      name: "",
      passwordHash: "",
      emailVerifiedAt: null,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      disabledAt: testNow,
      closedAt: testNow,
    });
    const tables = db.$client
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all()
      .map(({ name }) => name);
    const stays = new Set(["users", "audit_entries", "section_revisions"]);
    for (const table of tables) {
      const rows = JSON.stringify(db.$client.prepare(`select * from "${table}"`).all());
      // The farewell is the one letter that still has to find her.
      if (table !== "mail_outbox") expect(rows, table).not.toMatch(/lin@home|林清月|next@home/);
      if (!stays.has(table)) expect(rows, table).not.toContain(userId);
    }
    expect(letters(db).filter(({ to }) => /home\.cn/.test(to))).toMatchObject([
      { to: "lin@home.cn", template: "accountClosed" },
    ]);
    expect(db.select().from(sectionRevisions).where(eq(sectionRevisions.id, "hers")).get()).toMatchObject({
      authorId: userId,
    });
    expect(db.select().from(sections).where(eq(sections.id, sectionId)).get()).toMatchObject({
      ownerId: null,
    });
    expect(
      db.select().from(auditEntries).where(eq(auditEntries.action, "account.close")).get(),
    ).toMatchObject({
      actorId: userId,
      recordId: userId,
      toState: "closed",
    });
  });

  test("a table that names a person is decided about: say here what closing does to it", () => {
    const named = db.$client
      .prepare<[], { name: string }>(
        "select m.name || '.' || f.\"from\" as name from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table' and f.\"table\" = 'users' order by 1",
      )
      .all()
      .map(({ name }) => name);
    const goes = [
      "checklists.user_id",
      "desk_questions.user_id",
      "email_tokens.user_id",
      "follows.user_id",
      "memberships.user_id",
      "notifications.user_id",
      "recovery_codes.user_id",
      "saved_searches.user_id",
      "sessions.user_id",
      "staff_roles.user_id",
    ];
    const unlinked = ["section_feedback.user_id", "sections.owner_id"];
    // What somebody did for the chamber or the firm: the number that is left leads nowhere.
    const stays = [
      "consents.given_by_id",
      "consents.revoked_by_id",
      "declared_relations.declared_by_id",
      "desk_questions.answered_by_id",
      "endorsement_flags.decided_by_id",
      "endorsements.accepted_by_id",
      "endorsements.approved_by_id",
      "endorsements.drafted_by_id",
      "endorsements.edited_by_id",
      "endorsements.revoked_by_id",
      "introductions.answered_by_id",
      "introductions.asked_by_id",
      "introductions.desk_by_id",
      "invitations.invited_by_id",
      "partner_scopes.set_by_id",
      "passports.created_by_id",
      "saved_suppliers.saved_by_id",
      "section_draft_versions.author_id",
      "section_drafts.author_id",
      "section_feedback.closed_by_id",
      "section_revisions.author_id",
      "size_standards.created_by_id",
      "supplier_invitations.invited_by_id",
      "trade_confirmations.confirmed_by_id",
      "uploads.uploaded_by_id",
      "vetting_cases.submitted_by_id",
      "vetting_messages.author_id",
      "vetting_review_drafts.reviewer_id",
      "vetting_reviews.reviewer_id",
      "vetting_suspensions.confirmed_by_id",
      "vetting_suspensions.proposed_by_id",
    ];
    expect(named).toEqual([...goes, ...unlinked, ...stays].sort());
  });

  test("needs the password", async () => {
    const me = await signedIn(db, userId, { secondFactor: true });
    await expect(closeAccount(as(db, me), "no")).rejects.toMatchObject({ field: "currentPassword" });
    expect(userRow(db, userId).closedAt).toBeNull();
  });

  test("signs her out everywhere; signing in says what it says of an unknown address", async () => {
    const { cookie } = await enter(db, "lin@home.cn");
    await close(db, userId, true);
    expect(await actorOfCookie(db, cookie)).toEqual({ kind: "visitor" });
    expect(db.select().from(sessions).where(eq(sessions.userId, userId)).all()).toEqual([]);
    const refusal = (email: string) => enter(db, email).catch((error: unknown) => error);
    expect(await refusal("lin@home.cn")).toEqual(await refusal("nobody@home.cn"));
    expect(await refusal(`closed:${userId}`)).toEqual(await refusal("nobody@home.cn"));
  });

  test("the address is free for a new account, and no admin sees or reopens the old one", async () => {
    await close(db, userId, true);
    await signUp(visitor(db), {
      name: "Lin",
      email: "lin@home.cn",
      password: "another quiet 91 lagoon",
      lang: "en",
      to: null,
    });
    const again = db.select().from(users).where(eq(users.email, "lin@home.cn")).get()!;
    expect(again.id).not.toBe(userId);
    const boss = await signedIn(db, await makeUser(db, { secondFactor: true, staff: ["admin"] }), {
      secondFactor: true,
    });
    expect(personById(as(db, boss), userId)).toBeNull();
    const { people } = listPeople(as(db, boss), { q: "", role: "", state: "disabled", page: 1 }, 500);
    expect(people.map(({ id }) => id)).not.toContain(userId);
    expect(() => setDisabled(as(db, boss), userId, false)).toThrow("member.gone");
    const trail = { record: "", actor: userId, action: "account.close", from: "", to: "" };
    expect(listAudit(as(db, boss), trail, 10, 0).entries).toMatchObject([
      { actorId: userId, actorEmail: null, actorName: null },
    ]);
  });

  test("the farewell leaves, and the outbox forgets whom it went to", async () => {
    await close(db, userId, true);
    const sent: string[] = [];
    await drainOutbox(db, testNow, async ({ to }) => sent.push(to), { warn: () => undefined });
    expect(sent).toContain("lin@home.cn");
    expect(JSON.stringify(db.select().from(mailOutbox).all())).not.toContain("lin@home.cn");
  });
});

describe("who cannot go yet", () => {
  test("the only owner of a firm with other members, until somebody else is owner", async () => {
    const db = testDatabase();
    const firm = makeOrganisation(db);
    const owner = await makeUser(db);
    const member = await makeUser(db);
    addMember(db, firm, owner, { role: "owner" });
    addMember(db, firm, member);
    expect(closingOf(as(db, await signedIn(db, owner)))).toEqual({
      obstacle: "close.lastOwner",
      leavesVacant: false,
    });
    await expect(close(db, owner)).rejects.toThrow("close.lastOwner");
    expect(userRow(db, owner).closedAt).toBeNull();
    await close(db, member);
    const lines = db.select().from(notifications).where(eq(notifications.userId, owner)).all();
    expect(lines).toMatchObject([{ key: "member.left" }]);

    const second = await makeUser(db);
    addMember(db, firm, second, { role: "owner" });
    await close(db, owner);
    expect(db.select().from(memberships).all()).toMatchObject([{ userId: second }]);
    expect(db.select().from(organisations).get()!.vacantSince).toBeNull();
  });

  test("the chamber's only admin who can act", async () => {
    const db = testDatabase();
    const staff = { secondFactor: true, staff: ["admin" as const] };
    const boss = await makeUser(db, staff);
    await makeUser(db, { ...staff, disabled: true });
    await expect(close(db, boss, true)).rejects.toThrow("close.lastAdmin");
    await makeUser(db, staff);
    await close(db, boss, true);
    expect(userRow(db, boss).closedAt).toEqual(testNow);
  });
});

describe("a firm that is left alone", () => {
  const alone = async (db: Database, options: { pending?: boolean } = {}) => {
    const firm = makeOrganisation(db, { kind: options.pending ? "mnc" : "msme", ...options });
    const owner = await makeUser(db, { email: "owner@firm.cn" });
    addMember(db, firm, owner, { role: "owner" });
    return { firm, owner };
  };

  test("stays with the chamber, which hands it to a new owner", async () => {
    const db = testDatabase();
    const { firm, owner } = await alone(db);
    const me = await signedIn(db, owner);
    expect(closingOf(as(db, me))).toEqual({ obstacle: null, leavesVacant: true });
    inviteMember(as(db, me), { email: "friend@firm.cn", role: "member", approver: false, lang: "en" });
    await close(db, owner);
    expect(db.select().from(organisations).get()).toMatchObject({ id: firm, vacantSince: testNow });
    expect(db.select().from(invitations).get()).toMatchObject({ revokedAt: testNow });

    const boss = await signedIn(db, await makeUser(db, { secondFactor: true, staff: ["admin"] }), {
      secondFactor: true,
    });
    expect(vacantOrganisations(as(db, boss))).toMatchObject([{ id: firm, invited: false }]);
    const heir = await signedIn(db, await makeUser(db, { email: "heir@firm.cn" }));
    const handOver = { organisation: firm, email: "heir@firm.cn", lang: "en" as const };
    expect(() => inviteOwner(as(db, heir), handOver)).toThrow("right.missing");
    inviteOwner(as(db, boss), handOver);
    expect(vacantOrganisations(as(db, boss))).toMatchObject([{ id: firm, invited: true }]);
    acceptInvitation(as(db, heir), tokenIn(letters(db).findLast(({ to }) => to === "heir@firm.cn")));
    expect(db.select().from(memberships).all()).toMatchObject([{ userId: heir.userId, role: "owner" }]);
    expect(vacantOrganisations(as(db, boss))).toEqual([]);
    expect(() => inviteOwner(as(db, boss), { ...handOver, email: "x@firm.cn" })).toThrow(
      "organisation.notVacant",
    );
  });

  test("leaves no passport behind that opens: nobody could cut it off", async () => {
    const db = testDatabase();
    const { owner, firm } = await alone(db);
    const row = { organisationId: firm, label: "A bank", createdById: owner, createdAt: testNow };
    const contents = { standing: true, groups: [], endorsements: [], certificates: [], trade: [] };
    const until = new Date(testNow.getTime() + 86_400_000);
    db.insert(passports)
      .values({ ...row, contents, tokenHash: tokenHash("link"), asksWho: false, expiresAt: until })
      .run();
    expect(passportBehind(visitor(db), "link", null)).not.toBeNull();
    await close(db, owner);
    expect(passportBehind(visitor(db), "link", null)).toBeNull();
  });

  test("that the chamber never confirmed goes with the account", async () => {
    const db = testDatabase();
    const { owner } = await alone(db, { pending: true });
    await close(db, owner);
    expect(db.select().from(organisations).all()).toEqual([]);
  });

  test("cannot be registered a second time behind the chamber's back", async () => {
    const db = testDatabase();
    const { owner } = await alone(db);
    const creditCode = "91330782MA2EXAMPL1";
    db.update(organisations).set({ creditCode }).run();
    await close(db, owner);
    const other = await signedIn(db, await makeUser(db));
    const input = { kind: "msme" as const, nameEn: "Again", nameZh: "", country: "CN", creditCode };
    expect(() =>
      createOrganisation(as(db, other), { ...input, province: undefined, city: undefined }),
    ).toThrow("organisation.vacant");
  });
});
