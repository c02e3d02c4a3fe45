import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { memberships } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { endorsementCredentials, endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { sectors } from "#db/schema/markets.ts";
import { declaredRelations } from "#db/schema/msmes.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import {
  acceptEndorsement,
  declineEndorsement,
} from "#app/modules/endorsements/accept-endorsement.server.ts";
import {
  approveEndorsement,
  returnEndorsement,
} from "#app/modules/endorsements/approve-endorsement.server.ts";
import { decideFlag } from "#app/modules/endorsements/decide-flag.server.ts";
import { declareRelation } from "#app/modules/endorsements/declare-relation.server.ts";
import { renewEndorsement, revokeEndorsement } from "#app/modules/endorsements/end-endorsement.server.ts";
import { endAndRemind } from "#app/modules/endorsements/expire-endorsements.server.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { endorsementOfFirm, ownEndorsement } from "#app/modules/endorsements/queries.server.ts";
import { discardDraft, saveDraft, startDraft } from "#app/modules/endorsements/save-draft.server.ts";
import type { DraftInput } from "#app/modules/endorsements/schema.ts";
import { submitEndorsement } from "#app/modules/endorsements/submit-endorsement.server.ts";
import type { Person } from "#app/platform/context.ts";
import { policies, RateLimited } from "#app/platform/rate-limits.server.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { daysFromNow, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";

const draft: DraftInput = {
  supplierSince: 2021,
  relationship: "directSupplier",
  spendBand: "to500k",
  goodsEn: "Wooden toys",
  goodsZh: "木制玩具",
  recordEn: "On time in 98 of 100 orders.",
  recordZh: "百单中九十八单准时。",
  scopeSectors: ["95"],
  scopeMarkets: [],
  audience: "public",
  conflictStatement: "We hold no share of this firm, and no director is shared.",
  firstDay: "2026-11-22",
  lastDay: "2027-11-21",
};

let db: Database;
let firm: { id: string; actor: Person };
let mncId: string;
let drafter: Person;
let approver: Person;
let staff: Person;

async function member(id: string, approver: boolean): Promise<Person> {
  const userId = await makeUser(db, { secondFactor: approver });
  addMember(db, id, userId, { approver });
  return signedIn(db, userId, { secondFactor: approver });
}

beforeEach(async () => {
  db = testDatabase();
  db.insert(sectors)
    .values({ code: "95", parentCode: null, kind: "chapter", nameEn: "Toys", nameZh: "玩具", position: 1 })
    .run();
  firm = await makeFirm(db, "Qinghe Toys");
  insertVetting(db, firm.id);
  mncId = makeOrganisation(db, { kind: "mnc", nameEn: "Lindenhof" });
  drafter = await member(mncId, false);
  approver = await member(mncId, true);
  const vetter = await makeUser(db, { secondFactor: true, staff: ["vetter"] });
  staff = await signedIn(db, vetter, { secondFactor: true });
});

const row = (id: string) => db.select().from(endorsements).where(eq(endorsements.id, id)).get()!;
const seenBy = (person: Person, id: string, now?: Date) =>
  (person === firm.actor
    ? endorsementOfFirm(as(db, person, now ? { now } : {}), id)
    : ownEndorsement(as(db, person, now ? { now } : {}), id))!.seen;
const inForceNow = (now?: Date) => endorsementsInForce(testCtx(db, undefined, now)).map((one) => one.id);
const refused = (key: string) => expect.objectContaining({ key });

function submitted(input: DraftInput = draft, by: Person = drafter): string {
  const id = startDraft(as(db, by), firm.id, input);
  submitEndorsement(as(db, by), id);
  return id;
}
function approved(): string {
  const id = submitted();
  approveEndorsement(as(db, approver), id, seenBy(approver, id));
  return id;
}
async function active(): Promise<string> {
  const id = approved();
  await acceptEndorsement(as(db, firm.actor), id, seenBy(firm.actor, id), ["goods"]);
  return id;
}

describe("the whole road", () => {
  test("draft, second person, firm, active: with a credential, a trail and word to everybody", async () => {
    const id = await active();
    expect(row(id)).toMatchObject({ state: "active", shownFields: ["goods"], approvedById: approver.userId });
    expect(inForceNow()).toEqual([id]);
    expect(db.select().from(endorsementCredentials).all()).toMatchObject([{ endorsementId: id }]);
    const trail = db.select().from(auditEntries).where(eq(auditEntries.recordId, id)).all();
    expect(trail.map((one) => one.action)).toEqual([
      "endorsement.draft",
      "endorsement.submit",
      "endorsement.approve",
      "endorsement.accept",
    ]);
    const told = db.select().from(notifications).all();
    const keysOf = (person: Person) =>
      told.filter((one) => one.userId === person.userId).map((one) => one.key);
    expect(keysOf(approver)).toEqual(["endorsement.toApprove", "endorsement.accepted"]);
    expect(keysOf(drafter)).toEqual(["endorsement.approved", "endorsement.accepted"]);
    expect(keysOf(firm.actor)).toEqual(["endorsement.toAccept"]);
    expect(db.select().from(mailOutbox).all()).toMatchObject([{ template: "endorsementToAccept" }]);
  });

  test("the firm knows of nothing before the second person has agreed, and of no other firm's", async () => {
    const id = submitted();
    expect(endorsementOfFirm(as(db, firm.actor), id)).toBeNull();
    const other = await makeFirm(db);
    approveEndorsement(as(db, approver), id, seenBy(approver, id));
    expect(endorsementOfFirm(as(db, other.actor), id)).toBeNull();
    await expect(acceptEndorsement(as(db, other.actor), id, "x", [])).rejects.toThrow(
      refused("endorsement.gone"),
    );
    const otherMnc = makeOrganisation(db, { kind: "mnc" });
    const stranger = await member(otherMnc, true);
    expect(ownEndorsement(as(db, stranger), id)).toBeNull();
    expect(() => revokeEndorsement(as(db, stranger), id, "other")).toThrow(refused("endorsement.gone"));
  });

  test("declining needs no reason and leaves a draft that can be handed in again", () => {
    const id = approved();
    declineEndorsement(as(db, firm.actor), id);
    expect(row(id)).toMatchObject({
      state: "draft",
      returnedBy: "firm",
      returnedNote: "",
      approvedById: null,
    });
    expect(endorsementOfFirm(as(db, firm.actor), id)).toBeNull();
    submitEndorsement(as(db, drafter), id);
    expect(row(id)).toMatchObject({ state: "pending_approval", returnedBy: null });
  });
});

describe("two people", () => {
  test("nobody approves what they drafted or edited last, also not by sending it back", async () => {
    const own = submitted(draft, approver);
    expect(() => approveEndorsement(as(db, approver), own, seenBy(approver, own))).toThrow(
      refused("endorsement.ownWords"),
    );
    expect(() => returnEndorsement(as(db, approver), own, "Too short")).toThrow(
      refused("endorsement.ownWords"),
    );
    saveDraft(as(db, drafter), own, draft);
    submitEndorsement(as(db, drafter), own);
    expect(() => approveEndorsement(as(db, approver), own, seenBy(approver, own))).toThrow(
      refused("endorsement.ownWords"),
    );
    const second = await member(mncId, true);
    approveEndorsement(as(db, second), own, seenBy(second, own));
    expect(row(own).approvedById).toBe(second.userId);
  });

  test("the database says no as well", () => {
    const id = approved();
    const change = (set: Partial<typeof endorsements.$inferInsert>) => () =>
      db.update(endorsements).set(set).where(eq(endorsements.id, id)).run();
    expect(change({ editedById: approver.userId })).toThrow();
    expect(change({ draftedById: approver.userId })).toThrow();
    expect(change({ validUntil: daysFromNow(400) })).toThrow();
  });

  test("a member who is no approver cannot approve", () => {
    const id = submitted();
    expect(() => approveEndorsement(as(db, drafter), id, seenBy(drafter, id))).toThrow(
      refused("right.missing"),
    );
  });

  test("edited and approved over and over does not fill the firm's mailboxes", () => {
    const id = submitted();
    const again = () => approveEndorsement(as(db, approver), id, seenBy(approver, id));
    const most = policies.endorsementLetter.account.tries;
    for (let times = 0; times < most; times += 1) {
      again();
      saveDraft(as(db, drafter), id, draft);
      submitEndorsement(as(db, drafter), id);
    }
    expect(again).toThrow(RateLimited);
    expect(row(id).approvedAt).toBeNull();
    const letters = db.select().from(mailOutbox).all();
    expect(letters.filter(({ template }) => template === "endorsementToAccept")).toHaveLength(most);
  });

  test("an edit behind the approver's or the firm's back is not agreed to", async () => {
    const id = submitted();
    const seen = seenBy(approver, id);
    saveDraft(as(db, drafter), id, { ...draft, goodsEn: "All toys" });
    expect(row(id).state).toBe("draft");
    submitEndorsement(as(db, drafter), id);
    expect(() => approveEndorsement(as(db, approver), id, seen)).toThrow(refused("endorsement.moved"));
    approveEndorsement(as(db, approver), id, seenBy(approver, id));
    const shown = seenBy(firm.actor, id);
    saveDraft(as(db, drafter), id, { ...draft, goodsEn: "Toys and games" });
    await expect(acceptEndorsement(as(db, firm.actor), id, shown, [])).rejects.toThrow(
      refused("endorsement.gone"),
    );
    expect(row(id)).toMatchObject({ state: "draft", approvedById: null, approvedAt: null });
    submitEndorsement(as(db, drafter), id);
    approveEndorsement(as(db, approver), id, seenBy(approver, id));
    await expect(acceptEndorsement(as(db, firm.actor), id, shown, [])).rejects.toThrow(
      refused("endorsement.moved"),
    );
  });
});

describe("who and when", () => {
  test("only a firm whose vetting is valid, at every step", async () => {
    const unvetted = await makeFirm(db);
    expect(() => startDraft(as(db, drafter), unvetted.id, draft)).toThrow(refused("endorsement.notVetted"));
    expect(() => startDraft(as(db, drafter), mncId, draft)).toThrow(refused("endorsement.notVetted"));
    const id = approved();
    insertVetting(db, firm.id, { state: "suspended", decidedAt: daysFromNow(-1) });
    await expect(acceptEndorsement(as(db, firm.actor), id, seenBy(firm.actor, id), [])).rejects.toThrow(
      refused("endorsement.notVetted"),
    );
    expect(row(id).state).toBe("pending_approval");
  });

  test("a suspension takes an active one out of force at once", async () => {
    await active();
    insertVetting(db, firm.id, { state: "suspended", decidedAt: daysFromNow(-1) });
    expect(inForceNow()).toEqual([]);
  });

  test("a thin draft is kept, and says what it lacks when it is handed in", () => {
    const id = startDraft(as(db, drafter), firm.id, { ...draft, conflictStatement: "" });
    expect(() => submitEndorsement(as(db, drafter), id)).toThrow(
      refused("endorsement.missing.conflictStatement"),
    );
    expect(() => startDraft(as(db, drafter), firm.id, draft)).toThrow(refused("endorsement.already"));
    discardDraft(as(db, drafter), id);
    expect(startDraft(as(db, drafter), firm.id, draft)).not.toBe(id);
  });

  test("a renewal follows on, says anew what conflicts there are, and cannot overlap", async () => {
    const id = await active();
    const next = renewEndorsement(as(db, drafter), id);
    expect(row(next)).toMatchObject({ renewsId: id, state: "draft", conflictStatement: "" });
    expect(row(next).validFrom.getTime() - row(id).validUntil.getTime()).toBe(1000);
    saveDraft(as(db, drafter), next, { ...draft, firstDay: "2027-01-01", lastDay: "2027-12-31" });
    expect(() => submitEndorsement(as(db, drafter), next)).toThrow(refused("endorsement.overlaps"));
  });

  test("revoking is at once, for good, and told to the two sides alone", async () => {
    const id = await active();
    revokeEndorsement(as(db, drafter), id, "quality");
    expect(inForceNow()).toEqual([]);
    expect(row(id)).toMatchObject({ state: "revoked", revokedReason: "quality" });
    const told = db.select().from(notifications).where(eq(notifications.key, "endorsement.revoked")).all();
    expect(told.map((one) => one.userId).sort()).toEqual([approver.userId, firm.actor.userId].sort());
    expect(JSON.stringify(told)).not.toContain("quality");
    expect(() => revokeEndorsement(as(db, drafter), id, "quality")).toThrow(refused("endorsement.moved"));
  });

  test("reminders at 60, 30 and 7 days, each once, then it ends", async () => {
    const id = await active();
    const until = row(id).validUntil.getTime();
    const daysBefore = (days: number) => endAndRemind(db, new Date(until - days * 86_400_000));
    expect(daysBefore(61)).toEqual({ ended: 0, reminded: 0 });
    expect(daysBefore(59).reminded).toBe(1);
    expect(daysBefore(59).reminded).toBe(0);
    expect(daysBefore(29).reminded).toBe(1);
    expect(daysBefore(7).reminded).toBe(1);
    expect(daysBefore(1).reminded).toBe(0);
    const letters = db.select().from(mailOutbox).where(eq(mailOutbox.template, "endorsementExpiring")).all();
    expect(letters).toHaveLength(6);
    expect(daysBefore(0)).toEqual({ ended: 1, reminded: 0 });
    expect(row(id).state).toBe("expired");
    expect(daysBefore(-1)).toEqual({ ended: 0, reminded: 0 });
  });

  test("after a pause of the server one reminder makes up for all that were missed", async () => {
    const id = await active();
    const late = new Date(row(id).validUntil.getTime() - 3 * 86_400_000);
    expect(endAndRemind(db, late).reminded).toBe(1);
    expect(row(id).remindedDays).toBe(7);
  });
});

describe("flags", () => {
  const tieTo = (other: string) =>
    db
      .insert(declaredRelations)
      .values({
        organisationId: mncId,
        otherId: other,
        relation: "subsidiary",
        declaredById: drafter.userId,
        createdAt: daysFromNow(0),
      })
      .run();
  const flags = () => db.select().from(endorsementFlags).all();
  const decide = (outcome: "cleared" | "upheld") =>
    decideFlag(as(db, staff), { flag: flags()[0]!.id, outcome, reason: "Looked at the register." });

  test("its own subsidiary: the firm is neither asked nor can it accept until staff have cleared it", async () => {
    tieTo(firm.id);
    const id = approved();
    expect(flags()).toMatchObject([{ kind: "ownSubsidiary", outcome: null }]);
    expect(db.select().from(mailOutbox).all()).toEqual([]);
    const accept = () => acceptEndorsement(as(db, firm.actor), id, seenBy(firm.actor, id), []);
    await expect(accept()).rejects.toThrow(refused("endorsement.waits"));
    expect(db.select().from(endorsementCredentials).all()).toEqual([]);
    decide("cleared");
    expect(db.select().from(mailOutbox).all()).toHaveLength(1);
    await accept();
    expect(inForceNow()).toEqual([id]);
    expect(flags()).toMatchObject([{ outcome: "cleared" }]);
  });

  test("upheld, it goes back and can never be handed in or thrown away", () => {
    tieTo(firm.id);
    const id = submitted();
    decide("upheld");
    expect(row(id).state).toBe("draft");
    expect(() => submitEndorsement(as(db, drafter), id)).toThrow(refused("endorsement.upheld"));
    expect(() => discardDraft(as(db, drafter), id)).toThrow(refused("endorsement.stays"));
  });

  test("a tie declared later takes an active one out of force at once, until it is cleared", async () => {
    const id = await active();
    const name = "Lindenhof";
    declareRelation(as(db, firm.actor), {
      relation: "parent",
      otherName: name,
      otherCreditCode: "",
      note: "",
    });
    expect(inForceNow()).toEqual([]);
    expect(row(id).state).toBe("active");
    decide("cleared");
    expect(inForceNow()).toEqual([id]);
  });

  test("upheld on an active one, it is revoked", async () => {
    const id = await active();
    tieTo(firm.id);
    declareRelation(as(db, firm.actor), {
      relation: "family",
      otherName: "Somebody",
      otherCreditCode: "",
      note: "",
    });
    decide("upheld");
    expect(row(id)).toMatchObject({ state: "revoked", revokedReason: "flagUpheld" });
  });

  test("what was cleared is not raised again by the same evidence, but by new evidence it is", async () => {
    tieTo(firm.id);
    const id = approved();
    decide("cleared");
    await acceptEndorsement(as(db, firm.actor), id, seenBy(firm.actor, id), []);
    expect(flags()).toHaveLength(1);
    db.delete(declaredRelations).run();
    declareRelation(as(db, firm.actor), {
      relation: "parent",
      otherName: "Lindenhof",
      otherCreditCode: "",
      note: "",
    });
    expect(flags()).toMatchObject([{ outcome: null }]);
    expect(inForceNow()).toEqual([]);
  });

  test("one person on both ends, by a membership that has ended", () => {
    db.insert(auditEntries)
      .values({
        at: daysFromNow(-90),
        actorId: firm.actor.userId,
        action: "invitation.accept",
        record: "organisation",
        recordId: mncId,
        requestId: "r",
      })
      .run();
    submitted();
    expect(flags()).toMatchObject([{ kind: "samePerson" }]);
  });

  test("nobody decides who is or was on either side", () => {
    tieTo(firm.id);
    submitted();
    db.insert(memberships)
      .values({
        userId: staff.userId,
        organisationId: mncId,
        role: "member",
        approver: false,
        createdAt: daysFromNow(-9),
      })
      .run();
    expect(() => decide("cleared")).toThrow(refused("flag.tied"));
  });

  test("the ninth endorsement within a day", async () => {
    for (let count = 0; count < 9; count++) {
      const { id } = await makeFirm(db);
      insertVetting(db, id);
      submitEndorsement(as(db, drafter), startDraft(as(db, drafter), id, draft));
      expect(flags()).toHaveLength(count < 8 ? 0 : 9);
    }
    expect(flags()[0]).toMatchObject({ kind: "massEndorsement", detail: { window: "day", count: "9" } });
  });

  test("a ring over another multinational and a declared tie", async () => {
    const other = makeOrganisation(db, { kind: "mnc", nameEn: "Norrsken" });
    const theirs = await makeFirm(db, "Second works");
    db.insert(endorsements)
      .values({
        mncId: other,
        msmeId: theirs.id,
        state: "active",
        supplierSince: 2020,
        scopeSectors: [],
        scopeMarkets: [],
        validFrom: daysFromNow(-10),
        validUntil: daysFromNow(100),
        createdAt: daysFromNow(-11),
      })
      .run();
    const declare = (organisationId: string, otherId: string) =>
      db
        .insert(declaredRelations)
        .values({
          organisationId,
          otherId,
          relation: "sharedShareholder",
          declaredById: drafter.userId,
          createdAt: daysFromNow(-1),
        })
        .run();
    declare(firm.id, other);
    declare(theirs.id, mncId);
    submitted();
    expect(flags()).toMatchObject([
      { kind: "ring", detail: { path: [mncId, firm.id, other, theirs.id, mncId].join(" > ") } },
    ]);
  });
});
