import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { consents } from "#db/schema/msmes.ts";
import { introductions } from "#db/schema/network.ts";
import { notifications } from "#db/schema/notifications.ts";
import { answerIntroduction } from "#app/modules/network/answer-introduction.server.ts";
import { askIntroduction } from "#app/modules/network/ask-introduction.server.ts";
import { forwardIntroduction } from "#app/modules/network/forward-introduction.server.ts";
import {
  askedIntroductions,
  deskIntroductions,
  receivedIntroductions,
} from "#app/modules/network/introductions.server.ts";
import { keepIntroductions } from "#app/modules/network/keep-introductions.server.ts";
import { withdrawIntroduction } from "#app/modules/network/withdraw-introduction.server.ts";
import { viewerOf } from "#app/modules/msmes/viewer.server.ts";
import type { Person } from "#app/platform/context.ts";
import { policies, RateLimited } from "#app/platform/rate-limits.server.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { daysFromNow, insertEndorsement, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { letters as lettersIn } from "#tests/fakes/mailbox.ts";

const message = "We look for a maker of wooden puzzles, 8,000 pieces.";
let db: Database;
let firm: { id: string; actor: Person };
let mnc: { id: string; actor: Person };
let desk: Person;

async function body(kind: "mnc" | "partner", country: string) {
  const id = makeOrganisation(db, { kind, country });
  const userId = await makeUser(db, { name: "Miriam Vogt", email: `m${id.slice(0, 8)}@body.example` });
  addMember(db, id, userId, { role: "owner" });
  return { id, actor: await signedIn(db, userId) };
}

beforeEach(async () => {
  db = testDatabase();
  firm = await makeFirm(db, "Quince Works");
  insertVetting(db, firm.id);
  mnc = await body("mnc", "CN");
  insertEndorsement(db, makeOrganisation(db, { kind: "mnc" }), firm.id);
  desk = await signedIn(db, await makeUser(db, { secondFactor: true, staff: ["organiser"] }), {
    secondFactor: true,
  });
});

const ask = (who = mnc, now = testNow) =>
  askIntroduction(as(db, who.actor, { now }), { firm: firm.id, message });
const pass = (id: string, now = testNow) =>
  forwardIntroduction(as(db, desk, { now }), { id, intent: "forward", note: "" });
const asked = (who = mnc, now = testNow) => askedIntroductions(as(db, who.actor, { now }));
const received = (now = testNow) => receivedIntroductions(as(db, firm.actor, { now }));
const consent = () =>
  db
    .insert(consents)
    .values({
      organisationId: firm.id,
      purpose: "abroad",
      wording: "abroad-1",
      givenById: firm.actor.userId,
      givenAt: testNow,
    })
    .run();
const keysOf = (userId: string) =>
  db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .all()
    .map(({ key }) => key);
const letters = () => lettersIn(db);

describe("an introduction", () => {
  it("goes by the desk to the firm, and accepted it opens contact and level until the firm ends it", () => {
    const id = ask()!;
    expect(keysOf(desk.userId)).toEqual(["introduction.asked"]);
    expect(received()).toEqual([]);
    expect(pass(id)).toBe(true);
    expect(keysOf(firm.actor.userId)).toEqual(["introduction.forwarded"]);
    expect(received()).toMatchObject([{ id, message, state: "forwarded", answerBy: daysFromNow(14) }]);
    expect(asked()).toMatchObject([{ state: "forwarded", contacts: null }]);
    expect(viewerOf(as(db, mnc.actor), firm.id).kind).toBe("network");

    expect(answerIntroduction(as(db, firm.actor), id, "accept")).toBe(true);
    expect(viewerOf(as(db, mnc.actor), firm.id).kind).toBe("matched");
    expect(asked()).toMatchObject([{ state: "accepted", contacts: [{ email: firm.actor.email }] }]);
    expect(received()).toMatchObject([{ contacts: [{ name: "Miriam Vogt" }] }]);
    expect(keysOf(mnc.actor.userId)).toEqual(["introduction.accepted"]);

    answerIntroduction(as(db, firm.actor), id, "end");
    expect(viewerOf(as(db, mnc.actor), firm.id).kind).toBe("network");
    expect(asked()).toMatchObject([{ state: "ended", contacts: null }]);
    const trail = db
      .select({ action: auditEntries.action, to: auditEntries.toState })
      .from(auditEntries)
      .where(eq(auditEntries.recordId, id))
      .all();
    expect(trail.map(({ to }) => to)).toEqual(["requested", "forwarded", "accepted", "ended"]);
  });

  it("is declined quietly: a no, no answer in time, and nothing else look the same to the asker", async () => {
    const declined = ask()!;
    pass(declined);
    answerIntroduction(as(db, firm.actor), declined, "decline");
    const other = await body("mnc", "CN");
    pass(ask(other)!);
    const later = daysFromNow(15);
    const seen = (who: typeof mnc) => asked(who, later).map(({ id: _id, ...row }) => row);
    expect(seen(mnc)).toEqual(seen(other));
    expect(seen(mnc)).toMatchObject([{ state: "declined", deskNote: "", answerBy: null, contacts: null }]);
    expect(JSON.stringify(letters().filter(({ to }) => to === mnc.actor.email))).not.toMatch(/declin/i);
  });

  it("cannot be answered after its date, and makes way for a new one then", () => {
    const id = ask()!;
    pass(id);
    const late = daysFromNow(14);
    const answer = () => answerIntroduction(as(db, firm.actor, { now: late }), id, "accept");
    expect(answer).toThrow("introduction.moved");
    expect(() => ask(mnc, daysFromNow(13))).toThrow("introduction.open");
    expect(ask(mnc, late)).not.toBe(id);
  });

  it("is nobody else's: foreign ids are as if they did not exist", async () => {
    const id = ask()!;
    const before = as(db, firm.actor);
    // Not passed on yet: it does not exist for the firm either.
    expect(answerIntroduction(before, id, "accept")).toBe(false);
    pass(id);
    const other = await makeFirm(db);
    expect(answerIntroduction(as(db, other.actor), id, "accept")).toBe(false);
    expect(withdrawIntroduction(as(db, (await body("mnc", "CN")).actor), id)).toBe(false);
    expect(() => answerIntroduction(as(db, mnc.actor), id, "accept")).toThrow("right.missing");
    expect(() => forwardIntroduction(as(db, mnc.actor), { id, intent: "forward", note: "" })).toThrow(
      "right.missing",
    );
    expect(withdrawIntroduction(as(db, mnc.actor), id)).toBe(true);
    expect(received()).toEqual([]);
    expect(() => answerIntroduction(as(db, firm.actor), id, "accept")).toThrow("introduction.moved");
  });

  it("is refused by the desk with a word that the asker reads, and two of the desk cannot both decide", () => {
    const id = ask()!;
    forwardIntroduction(as(db, desk), { id, intent: "refuse", note: "Please say which goods." });
    expect(asked()).toMatchObject([{ state: "refused", deskNote: "Please say which goods." }]);
    expect(() => pass(id)).toThrow("introduction.moved");
    expect(received()).toEqual([]);
    expect(deskIntroductions(as(db, desk), "requested", 1).total).toBe(0);
  });

  it("takes letters in each reader's language, at proven addresses, without the contact in them", async () => {
    const chinese = await makeUser(db, { lang: "zh", email: "chen@firm.example" });
    const unproved = await makeUser(db, { verified: false, email: "new@firm.example" });
    addMember(db, firm.id, chinese);
    addMember(db, firm.id, unproved);
    const id = ask()!;
    pass(id);
    expect(
      letters()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(["chen@firm.example", firm.actor.email].sort());
    expect(letters().find(({ to }) => to === "chen@firm.example")).toMatchObject({ lang: "zh" });
    answerIntroduction(as(db, firm.actor), id, "accept");
    expect(letters().find(({ to }) => to === mnc.actor.email)?.text).not.toContain("@");
  });
});

describe("the clock", () => {
  const none = { reminded: 0, lapsed: 0 };

  it("reminds the firm once, three days before its time to answer ends", async () => {
    const chinese = await makeUser(db, { lang: "zh", email: "chen@firm.example" });
    addMember(db, firm.id, chinese);
    pass(ask()!);
    const before = letters().length;
    expect(keepIntroductions(db, daysFromNow(10.9))).toEqual(none);
    expect(keepIntroductions(db, daysFromNow(11))).toEqual({ reminded: 1, lapsed: 0 });
    expect(keepIntroductions(db, daysFromNow(11))).toEqual(none);
    expect(keepIntroductions(db, daysFromNow(13.9))).toEqual(none);
    expect(keysOf(firm.actor.userId)).toEqual(["introduction.forwarded", "introduction.remind"]);
    const sent = letters().slice(before);
    expect(sent.map(({ to }) => to).sort()).toEqual(["chen@firm.example", firm.actor.email].sort());
    expect(sent.find(({ lang }) => lang === "zh")?.subject).toContain("2026年12月6日");
    expect(sent.find(({ lang }) => lang === "en")?.text).toContain("6 Dec 2026");
    expect(keysOf(mnc.actor.userId)).toEqual([]);
  });

  it("presses nobody who has answered or cannot accept as things stand", async () => {
    const answered = ask()!;
    pass(answered);
    answerIntroduction(as(db, firm.actor), answered, "decline");
    const abroad = await body("mnc", "SE");
    consent();
    pass(ask(abroad)!);
    db.update(consents).set({ revokedAt: testNow }).run();
    expect(keepIntroductions(db, daysFromNow(12))).toEqual(none);
    consent();
    expect(keepIntroductions(db, daysFromNow(12))).toEqual({ reminded: 1, lapsed: 0 });
  });

  it("lets it lapse once: the asker reads what a no would have said, the desk reads which it was", async () => {
    const declined = ask()!;
    pass(declined);
    answerIntroduction(as(db, firm.actor), declined, "decline");
    const other = await body("mnc", "CN");
    const open = ask(other)!;
    pass(open);
    expect(keepIntroductions(db, daysFromNow(14))).toEqual({ reminded: 0, lapsed: 1 });
    expect(keepIntroductions(db, daysFromNow(15))).toEqual(none);
    expect(keysOf(other.actor.userId)).toEqual(keysOf(mnc.actor.userId));
    const wordsTo = ({ actor }: typeof mnc) =>
      letters()
        .filter(({ to }) => to === actor.email)
        .map(({ subject, text, template }) => ({ subject, text, template }));
    expect(wordsTo(other)).toEqual(wordsTo(mnc));
    expect(wordsTo(other)).toHaveLength(1);
    expect(keysOf(desk.userId)).toEqual(["introduction.asked", "introduction.asked", "introduction.lapsed"]);
    expect(deskIntroductions(as(db, desk), "forwarded", 1).total).toBe(0);
    const last = db.select().from(auditEntries).where(eq(auditEntries.recordId, open)).all().at(-1);
    expect(last).toMatchObject({ action: "introduction.lapse", actorId: null, toState: "declined" });
    expect(() => answerIntroduction(as(db, firm.actor), open, "accept")).toThrow("introduction.moved");
  });
});

describe("a body abroad", () => {
  it("can neither ask nor be passed on without the firm's consent, and loses the contact with it", async () => {
    const abroad = await body("mnc", "SE");
    expect(() => ask(abroad)).toThrow("introduction.notOpen");
    consent();
    const id = ask(abroad)!;
    db.update(consents).set({ revokedAt: testNow }).run();
    expect(() => pass(id)).toThrow("introduction.firmClosed");
    expect(db.select().from(introductions).get()!.state).toBe("requested");
    expect(received()).toEqual([]);
    consent();
    pass(id);
    db.update(consents).set({ revokedAt: testNow }).run();
    expect(() => answerIntroduction(as(db, firm.actor), id, "accept")).toThrow("introduction.consentNeeded");
    consent();
    answerIntroduction(as(db, firm.actor), id, "accept");
    expect(asked(abroad)[0]!.contacts).toHaveLength(1);
    db.update(consents).set({ revokedAt: testNow }).run();
    expect(asked(abroad)).toMatchObject([{ state: "accepted", contacts: null }]);
  });
});

describe("asking", () => {
  it("is for firms that one sees as the network; of others nothing is told", async () => {
    const hidden = await makeFirm(db);
    const partner = await body("partner", "CN");
    const input = { firm: hidden.id, message };
    expect(askIntroduction(as(db, mnc.actor), input)).toBeNull();
    expect(askIntroduction(as(db, mnc.actor), { ...input, firm: crypto.randomUUID() })).toBeNull();
    expect(() => ask(partner)).toThrow("introduction.notOpen");
    expect(() => askIntroduction(as(db, firm.actor), input)).toThrow("right.missing");
  });

  it("has a limit, and one request for one firm at a time", () => {
    ask();
    expect(() => ask()).toThrow("introduction.open");
    for (let tries = 2; tries < policies.introduction.account.tries; tries += 1)
      expect(() => ask()).toThrow();
    expect(() => ask()).toThrow(RateLimited);
  });
});
