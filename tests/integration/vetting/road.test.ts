import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import "#tests/factories/uploads.ts";
import type { Database } from "#db/client.server.ts";
import { exporterProfiles } from "#db/schema/msmes.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import { vettingCases, vettingMessages } from "#db/schema/vetting.ts";
import { standingOf } from "#app/modules/msmes/standing.ts";
import { addEvidence } from "#app/modules/vetting/add-evidence.server.ts";
import { answerMore } from "#app/modules/vetting/answer-more.server.ts";
import { appealCase } from "#app/modules/vetting/appeal-case.server.ts";
import { askMore } from "#app/modules/vetting/ask-more.server.ts";
import { caseFile } from "#app/modules/vetting/case-file.server.ts";
import { ageOf } from "#app/modules/vetting/clock.ts";
import { giveReview } from "#app/modules/vetting/give-review.server.ts";
import { keepStanding } from "#app/modules/vetting/keep-standing.server.ts";
import { ownVetting } from "#app/modules/vetting/own-vetting.server.ts";
import { removeEvidence } from "#app/modules/vetting/remove-evidence.server.ts";
import { resumeCase } from "#app/modules/vetting/resume-case.server.ts";
import { submitCase, withdrawCase } from "#app/modules/vetting/submit-case.server.ts";
import {
  confirmSuspension,
  proposeSuspension,
  withdrawSuspension,
} from "#app/modules/vetting/suspend-standing.server.ts";
import { standings } from "#app/modules/vetting/standings.server.ts";
import type { Person } from "#app/platform/context.ts";
import { policies, RateLimited } from "#app/platform/rate-limits.server.ts";
import { daysFromNow, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { file, pdf } from "#tests/factories/uploads.ts";
import { caseOf, handIn, makeAdmin, makeApplicant, makeVetter, review } from "#tests/factories/vetting.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

let db: Database;
let one: Person;
let two: Person;
beforeEach(async () => {
  db = testDatabase();
  one = await makeVetter(db);
  two = await makeVetter(db);
});

const licence = { kind: "businessLicence", note: "" } as const;
const casesOf = (id: string) =>
  db.select().from(vettingCases).where(eq(vettingCases.organisationId, id)).all();
const decided = (caseId: string, points: number, now = testNow) => {
  giveReview(as(db, one, { now }), caseId, review([points, points, points, points]));
  return giveReview(as(db, two, { now }), caseId, review([points, points, points, points]));
};
const keysOf = (userId: string) =>
  db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .all()
    .map(({ key }) => key);

describe("applying", () => {
  test("needs the profile's core and the licence, and says what is missing first", async () => {
    const firm = await makeFirm(db);
    const ctx = as(db, firm.actor);
    expect(
      ownVetting(ctx)
        .missing.filter(({ needed }) => needed)
        .map(({ step }) => step),
    ).toEqual(["notNamed", "products", "firm", "businessLicence"]);
    expect(() => submitCase(ctx)).toThrow("vetting.missing");
    expect(caseOf(db, firm.id)).toBeUndefined();

    const ready = await makeApplicant(db);
    const its = as(db, ready.actor);
    await addEvidence(its, { ...licence, kind: "other", files: [file("a.pdf", pdf())] });
    expect(() => submitCase(its)).toThrow("vetting.missing");
    await addEvidence(its, { ...licence, files: [file("b.pdf", pdf())] });
    submitCase(its);
    expect(caseOf(db, ready.id)).toMatchObject({ state: "submitted", waitingSince: testNow, usedMs: 0 });
    expect(() => submitCase(its)).toThrow("vetting.moved");
    expect(keysOf(one.userId)).toEqual(["vetting.toReview"]);
  });

  test("keeps the profile as it was: what is changed later is shown beside it", async () => {
    const firm = await handIn(db);
    db.update(exporterProfiles)
      .set({ employees: 999 })
      .where(eq(exporterProfiles.organisationId, firm.id))
      .run();
    const seen = caseFile(as(db, one), firm.caseId)!;
    expect(seen.snapshot!.employees).toEqual(["40"]);
    expect([seen.changed, seen.current.employees]).toEqual([["employees"], ["999"]]);
  });

  test("can be taken back until somebody looks at it, and handed in again", async () => {
    const firm = await handIn(db);
    withdrawCase(firm.ctx);
    expect(caseOf(db, firm.id)).toMatchObject({ state: "draft", submittedAt: null, snapshot: null });
    expect(caseFile(as(db, one), firm.caseId)).toBeNull();
    submitCase(firm.ctx);
    giveReview(as(db, one), firm.caseId, review([4, 4, 4, 4]));
    expect(() => withdrawCase(firm.ctx)).toThrow("vetting.moved");
  });

  test("handed in and taken back over and over does not fill everybody's bell", async () => {
    const firm = await handIn(db);
    for (let times = 1; times < policies.application.account.tries; times += 1) {
      withdrawCase(firm.ctx);
      submitCase(firm.ctx);
    }
    withdrawCase(firm.ctx);
    expect(() => submitCase(firm.ctx)).toThrow(RateLimited);
    expect(caseOf(db, firm.id).state).toBe("draft");
    expect(keysOf(one.userId)).toHaveLength(policies.application.account.tries);
    submitCase(as(db, firm.actor, { now: daysFromNow(1) }));
  });

  test("evidence is added and removed in the draft only", async () => {
    const firm = await handIn(db);
    const [licenceRow] = ownVetting(firm.ctx).evidence;
    await expect(addEvidence(firm.ctx, { ...licence, files: [file("c.pdf", pdf())] })).rejects.toThrow(
      "vetting.moved",
    );
    expect(() => removeEvidence(firm.ctx, licenceRow!.id)).toThrow("vetting.moved");
    withdrawCase(firm.ctx);
    const stranger = await makeApplicant(db);
    await addEvidence(as(db, stranger.actor), { ...licence, files: [file("c.pdf", pdf())] });
    expect(() => removeEvidence(as(db, stranger.actor), licenceRow!.id)).toThrow("vetting.gone");
    removeEvidence(firm.ctx, licenceRow!.id);
    expect(ownVetting(firm.ctx).evidence).toEqual([]);
  });

  test("has one case under way, whatever two tabs do", async () => {
    const firm = await makeApplicant(db);
    const ctx = as(db, firm.actor);
    await Promise.all([1, 2, 3].map(() => addEvidence(ctx, { ...licence, files: [file("a.pdf", pdf())] })));
    expect(casesOf(firm.id)).toHaveLength(1);
    const draft = { organisationId: firm.id, state: "draft" as const, createdAt: testNow };
    expect(() => db.insert(vettingCases).values(draft).run()).toThrow(/UNIQUE/);
  });
});

describe("asking for more", () => {
  const ask = {
    template: "scope" as const,
    textEn: "Which line?",
    textZh: "对应哪一项？",
    answerBy: "2026-11-29",
  };

  test("the clock stands until the answer; the firm reads the question in its language", async () => {
    const firm = await handIn(db);
    const day2 = new Date("2026-11-24T04:00:00Z");
    askMore(as(db, one, { now: day2 }), firm.caseId, ask);
    // Sunday noon to Tuesday noon in Beijing: Monday and half of Tuesday.
    expect(caseOf(db, firm.id)).toMatchObject({
      state: "more_info",
      usedMs: 1.5 * 86_400_000,
      waitingSince: null,
    });
    const later = new Date("2026-12-20T04:00:00Z");
    expect(ageOf(caseOf(db, firm.id), later).leftDays).toBe(3.5);
    expect(keysOf(firm.actor.userId)).toContain("vetting.moreInfo");

    await addEvidence(as(db, firm.actor, { now: later }), {
      kind: "other",
      note: "",
      files: [file("x.pdf", pdf())],
    });
    answerMore(as(db, firm.actor, { now: later }), "Line 3 of the licence, see the file.");
    expect(caseOf(db, firm.id)).toMatchObject({ state: "in_review", waitingSince: later });
    expect(
      db
        .select()
        .from(vettingMessages)
        .all()
        .map(({ fromStaff }) => fromStaff),
    ).toEqual([true, false]);
    expect(() => answerMore(firm.ctx, "Once more.")).toThrow("vetting.moved");
  });

  test("while the firm has the word nobody reviews; without an answer it goes on after the day only", async () => {
    const firm = await handIn(db);
    askMore(as(db, one), firm.caseId, ask);
    expect(() => decided(firm.caseId, 4)).toThrow("vetting.moved");
    expect(() => resumeCase(as(db, one, { now: new Date("2026-11-29T15:59:00Z") }), firm.caseId)).toThrow(
      "vetting.notYet",
    );
    resumeCase(as(db, one, { now: new Date("2026-11-29T16:00:00Z") }), firm.caseId);
    expect(decided(firm.caseId, 4, new Date("2026-11-30T01:00:00Z"))).toBe("approved");
  });

  test("needs words and a day that leaves time", async () => {
    const firm = await handIn(db);
    const ctx = as(db, one);
    expect(() => askMore(ctx, firm.caseId, { ...ask, textEn: "", textZh: "" })).toThrow("vetting.askText");
    for (const answerBy of ["2026-11-23", "2027-06-01"]) {
      expect(() => askMore(ctx, firm.caseId, { ...ask, answerBy })).toThrow("vetting.answerBy");
    }
  });
});

describe("a refusal", () => {
  test("is final after 30 days or the appeal; then the firm applies anew", async () => {
    const firm = await handIn(db);
    decided(firm.caseId, 1);
    expect(ownVetting(firm.ctx)).toMatchObject({ opening: "mayApply", collecting: false });
    const late = as(db, firm.actor, { now: daysFromNow(31) });
    expect(() => appealCase(late, "We think otherwise, please look again.")).toThrow("vetting.noAppeal");
    expect(ownVetting(late)).toMatchObject({ collecting: true });
    await addEvidence(late, { ...licence, files: [file("a.pdf", pdf())] });
    submitCase(late);
    expect(casesOf(firm.id).map(({ state }) => state)).toEqual(["rejected", "submitted"]);
  });

  test("takes new evidence for its appeal, with a clock of its own", async () => {
    const firm = await handIn(db);
    decided(firm.caseId, 1);
    const later = as(db, firm.actor, { now: daysFromNow(10) });
    await addEvidence(later, { ...licence, files: [file("new.pdf", pdf())] });
    appealCase(later, "The new licence was not looked at.");
    expect(caseOf(db, firm.id)).toMatchObject({
      state: "appealed",
      usedMs: 0,
      waitingSince: daysFromNow(10),
    });
    expect(casesOf(firm.id)).toHaveLength(1);
    expect(ownVetting(later).one).toMatchObject({ scores: null });
    const news = keysOf(one.userId);
    expect(news.filter((key) => key === "vetting.toReview")).toHaveLength(1);
  });
});

describe("an approval", () => {
  const reminded = (userId: string) => keysOf(userId).filter((key) => key === "vetting.remind").length;

  test("reminds at 60, 30 and 7 days, once each, however often one looks", async () => {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id, { expiresAt: daysFromNow(100) });
    const seen = Array.from({ length: 100 }, (_, day) => {
      keepStanding(db, daysFromNow(day));
      keepStanding(db, daysFromNow(day));
      return reminded(firm.actor.userId);
    });
    const days = seen.flatMap((count, day) => (count > (seen[day - 1] ?? 0) ? [100 - day] : []));
    expect(days).toEqual([60, 30, 7]);
    const letters = db.select().from(mailOutbox).where(eq(mailOutbox.template, "vettingStep")).all();
    expect(letters).toHaveLength(3);
  });

  test("after a pause only the most pressing reminder goes", async () => {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id, { expiresAt: daysFromNow(5) });
    expect(keepStanding(db, testNow)).toEqual({ reminded: 1, lapsed: 0 });
    expect(keepStanding(db, testNow)).toEqual({ reminded: 0, lapsed: 0 });
  });

  test("lapses on its day, once, and standing and state agree", async () => {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id, { expiresAt: daysFromNow(1) });
    const after = daysFromNow(1);
    expect(standingOf(casesOf(firm.id), after).status).toBe("lapsed");
    expect(keepStanding(db, after)).toMatchObject({ lapsed: 1 });
    expect(keepStanding(db, after)).toMatchObject({ lapsed: 0 });
    expect(casesOf(firm.id)[0]!.state).toBe("expired");
    expect(standingOf(casesOf(firm.id), after).status).toBe("lapsed");
    expect(keysOf(firm.actor.userId).filter((key) => key === "vetting.lapsed")).toHaveLength(1);
  });

  test("renewed early keeps its standing meanwhile, is not pressed, and the old one ends unheard", async () => {
    const firm = await makeApplicant(db);
    insertVetting(db, firm.id, { expiresAt: daysFromNow(80), createdAt: daysFromNow(-200) });
    const ctx = as(db, firm.actor);
    await addEvidence(ctx, { ...licence, files: [file("a.pdf", pdf())] });
    submitCase(ctx);
    expect(standingOf(casesOf(firm.id), testNow)).toMatchObject({ status: "vetted" });
    expect(keepStanding(db, daysFromNow(75))).toMatchObject({ reminded: 0 });
    decided(caseOf(db, firm.id).id, 4, daysFromNow(76));
    expect(standingOf(casesOf(firm.id), daysFromNow(76))).toMatchObject({ status: "vetted", total: 16 });
    expect(keepStanding(db, daysFromNow(90))).toEqual({ reminded: 0, lapsed: 0 });
    expect(standingOf(casesOf(firm.id), daysFromNow(90)).status).toBe("vetted");
  });

  test("cannot be renewed before its last 90 days", async () => {
    const firm = await makeApplicant(db);
    insertVetting(db, firm.id, { expiresAt: daysFromNow(91) });
    const add = (now: Date) =>
      addEvidence(as(db, firm.actor, { now }), { ...licence, files: [file("a.pdf", pdf())] });
    await expect(add(testNow)).rejects.toThrow("vetting.tooEarly");
    await expect(add(daysFromNow(1))).resolves.toBe(1);
  });

  test("a refused renewal leaves the old approval in force", async () => {
    const firm = await makeApplicant(db);
    insertVetting(db, firm.id, { expiresAt: daysFromNow(80), createdAt: daysFromNow(-200) });
    const ctx = as(db, firm.actor);
    await addEvidence(ctx, { ...licence, files: [file("a.pdf", pdf())] });
    submitCase(ctx);
    decided(caseOf(db, firm.id).id, 1);
    expect(standingOf(casesOf(firm.id), testNow).status).toBe("vetted");
  });
});

describe("a suspension", () => {
  const because = { code: "complaint", note: "A buyer reports false marks." } as const;
  async function vetted() {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id);
    return { ...firm, caseId: caseOf(db, firm.id).id };
  }
  const proposalOf = (caseId: string) =>
    standings(as(db, two), "").find(({ id }) => id === caseId)?.proposal?.id ?? "";
  const status = (id: string) => standingOf(casesOf(id), testNow).status;

  test("proposed by a vetter holds once somebody else confirms, not the same person", async () => {
    const firm = await vetted();
    expect(proposeSuspension(as(db, one), { case: firm.caseId, ...because })).toBe("proposed");
    expect(status(firm.id)).toBe("vetted");
    expect(keysOf(firm.actor.userId)).toEqual([]);
    expect(() => proposeSuspension(as(db, two), { case: firm.caseId, ...because })).toThrow(
      "vetting.proposed",
    );
    expect(() => confirmSuspension(as(db, one), proposalOf(firm.caseId))).toThrow("vetting.ownProposal");
    expect(confirmSuspension(as(db, two), proposalOf(firm.caseId))).toBe("suspend");
    expect(status(firm.id)).toBe("suspended");
    expect(keysOf(firm.actor.userId)).toEqual(["vetting.suspended"]);
    expect(ownVetting(as(db, firm.actor)).one).toMatchObject({
      state: "suspended",
      reasonCodes: ["complaint"],
    });
    expect(() => confirmSuspension(as(db, two), "none")).toThrow("vetting.gone");
  });

  test("by an admin holds at once, and is lifted the same ways", async () => {
    const firm = await vetted();
    const admin = await makeAdmin(db);
    expect(proposeSuspension(as(db, admin), { case: firm.caseId, ...because })).toBe("suspend");
    expect(status(firm.id)).toBe("suspended");
    const lift = { case: firm.caseId, code: "clearedUp", note: "The marks were genuine after all." } as const;
    expect(proposeSuspension(as(db, one), lift)).toBe("proposed");
    withdrawSuspension(as(db, two), proposalOf(firm.caseId));
    expect(status(firm.id)).toBe("suspended");
    expect(proposeSuspension(as(db, admin), lift)).toBe("lift");
    expect(status(firm.id)).toBe("vetted");
  });

  test("is for members of the firm to hear of, not to touch", async () => {
    const firm = await vetted();
    expect(() => proposeSuspension(as(db, firm.actor), { case: firm.caseId, ...because })).toThrow(
      "right.missing",
    );
    proposeSuspension(as(db, one), { case: firm.caseId, ...because });
    expect(() => confirmSuspension(as(db, firm.actor), proposalOf(firm.caseId))).toThrow("right.missing");
  });

  test("outlasts the day on which the approval would have ended, and a refused renewal; no new application beside it", async () => {
    const firm = await vetted();
    const admin = await makeAdmin(db);
    proposeSuspension(as(db, admin), { case: firm.caseId, ...because });
    await expect(
      addEvidence(as(db, firm.actor), { ...licence, files: [file("a.pdf", pdf())] }),
    ).rejects.toThrow("vetting.suspended");
    const after = daysFromNow(400);
    keepStanding(db, after);
    expect(standingOf(casesOf(firm.id), after).status).toBe("suspended");
    insertVetting(db, firm.id, { state: "rejected", decidedAt: testNow, expiresAt: null });
    expect(status(firm.id)).toBe("suspended");
  });

  test("of an old case that a newer approval has replaced is refused", async () => {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id, { decidedAt: daysFromNow(-300), expiresAt: daysFromNow(60) });
    const old = caseOf(db, firm.id).id;
    insertVetting(db, firm.id, {
      decidedAt: daysFromNow(-2),
      expiresAt: daysFromNow(363),
      createdAt: daysFromNow(-20),
    });
    expect(() => proposeSuspension(as(db, one), { case: old, ...because })).toThrow("vetting.moved");
    expect(standings(as(db, one), "").map(({ id }) => id)).toEqual([caseOf(db, firm.id).id]);
  });
});
