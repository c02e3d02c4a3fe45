import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import "#tests/factories/uploads.ts";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { memberships } from "#db/schema/accounts.ts";
import { declaredRelations } from "#db/schema/msmes.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import { vettingReviews, vettingSteps } from "#db/schema/vetting.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { caseFile } from "#app/modules/vetting/case-file.server.ts";
import { giveReview } from "#app/modules/vetting/give-review.server.ts";
import { appealCase } from "#app/modules/vetting/appeal-case.server.ts";
import { vettingQueue, type QueueRow } from "#app/modules/vetting/queue.server.ts";
import { queueFilterOf } from "#app/modules/vetting/queue-filter.ts";
import { saveReviewDraft } from "#app/modules/vetting/save-review-draft.server.ts";
import { reviewDraftSchema, reviewSchema } from "#app/modules/vetting/schema.ts";
import type { Person } from "#app/platform/context.ts";
import { addMember, makeOrganisation } from "#tests/factories/accounts.ts";
import { caseOf, handIn, makeAdmin, makeVetter, review } from "#tests/factories/vetting.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { letters as lettersIn } from "#tests/fakes/mailbox.ts";

let db: Database;
let one: Person;
let two: Person;
let three: Person;
let firm: Awaited<ReturnType<typeof handIn>>;

beforeEach(async () => {
  db = testDatabase();
  one = await makeVetter(db, "First Vetter");
  two = await makeVetter(db, "Second Vetter");
  three = await makeVetter(db, "Third Vetter");
  firm = await handIn(db);
});

const give = (who: Person, input: ReturnType<typeof review>, now = testNow) =>
  giveReview(as(db, who, { now }), firm.caseId, input);
const steps = () =>
  db
    .select()
    .from(vettingSteps)
    .where(eq(vettingSteps.caseId, firm.caseId))
    .all()
    .map(({ toState }) => toState);
const queueOf = (who: Person, query = ""): QueueRow[] =>
  vettingQueue(as(db, who), queueFilterOf(new URLSearchParams(query)));

test("two people decide: the first takes the case up, the second closes it for twelve months", () => {
  expect(give(one, review([4, 4, 3, 3]))).toBe("waiting");
  expect(caseOf(db, firm.id)).toMatchObject({ state: "in_review", scores: null, decidedAt: null });
  expect(give(two, review([4, 3, 3, 4], { note: "Well prepared." }))).toBe("approved");
  expect(caseOf(db, firm.id)).toMatchObject({
    state: "approved",
    scores: { identity: 4, capability: 3.5, compliance: 3, readiness: 3.5 },
    decisionNote: "Well prepared.",
    expiresAt: new Date("2027-11-22T04:00:00Z"),
    waitingSince: null,
  });
  expect(steps()).toEqual(["submitted", "in_review", "approved"]);
  const told = db.select().from(notifications).where(eq(notifications.userId, firm.actor.userId)).all();
  expect(told.map(({ key }) => key)).toEqual(["vetting.submitted", "vetting.approved"]);
  const letters = db.select().from(mailOutbox).where(eq(mailOutbox.template, "vettingStep")).all();
  expect(letters.at(-1)).toMatchObject({ to: firm.actor.email, subject: "Qingdao Kites is vetted" });
});

test("a refusal carries the codes of the points and of both reviewers, once each", () => {
  give(one, review([0, 4, 4, 4], { codes: ["nameMismatch"] }));
  give(two, review([1, 4, 4, 4], { codes: ["nameMismatch", "licenceInvalid"] }));
  expect(caseOf(db, firm.id)).toMatchObject({
    state: "rejected",
    reasonCodes: ["identityZero", "nameMismatch", "licenceInvalid"],
    expiresAt: null,
  });
});

test("a gap of more than two calls a third, and nobody fourth", async () => {
  give(one, review([5, 5, 5, 5]));
  expect(give(two, review([5, 5, 5, 2]))).toBe("waiting");
  expect(queueOf(three)[0]).toMatchObject({ needs: 3, reviews: 2, part: "free" });
  const third = db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, three.userId), eq(notifications.key, "vetting.toReviewThird")));
  expect(third.all()).toHaveLength(1);
  expect(give(three, review([4, 1, 5, 3]))).toBe("approved");
  expect(caseOf(db, firm.id).scores).toEqual({ identity: 5, capability: 5, compliance: 5, readiness: 3 });
  const fourth = await makeVetter(db);
  expect(() => give(fourth, review([5, 5, 5, 5]))).toThrow("vetting.moved");
});

describe("who may not", () => {
  test("the same person twice", () => {
    give(one, review([4, 4, 4, 4]));
    expect(() => give(one, review([4, 4, 4, 4]))).toThrow("vetting.reviewed");
    expect(db.select().from(vettingReviews).all()).toHaveLength(1);
  });

  test("others than vetters", async () => {
    const admin = await makeAdmin(db);
    expect(() => give(admin, review([4, 4, 4, 4]))).toThrow("right.missing");
    expect(() => give(firm.actor, review([4, 4, 4, 4]))).toThrow("right.missing");
  });

  test("a member of the firm, now or earlier", () => {
    db.transaction((tx) =>
      recordAudit(tx, as(db, firm.actor), {
        action: "member.remove",
        record: "organisation",
        recordId: firm.id,
        detail: { member: one.userId },
      }),
    );
    addMember(db, firm.id, two.userId);
    for (const who of [one, two]) {
      expect(() => give(who, review([4, 4, 4, 4]))).toThrow("vetting.tied");
      expect(caseFile(as(db, who), firm.caseId)).toBeNull();
      expect(queueOf(who)[0]).toMatchObject({ part: "tied" });
    }
  });

  test.each(["firm declares", "other declares"])("somebody of a body with a declared tie (%s)", (way) => {
    const other = makeOrganisation(db, { kind: "partner" });
    addMember(db, other, one.userId);
    expect(caseFile(as(db, one), firm.caseId)).not.toBeNull();
    const [organisationId, otherId] = way === "firm declares" ? [firm.id, other] : [other, firm.id];
    const tie = {
      organisationId,
      otherId,
      relation: "sharedDirector" as const,
      declaredById: firm.actor.userId,
      createdAt: testNow,
    };
    db.insert(declaredRelations).values(tie).run();
    expect(() => give(one, review([4, 4, 4, 4]))).toThrow("vetting.tied");
    db.update(declaredRelations).set({ endedAt: testNow }).run();
    expect(give(one, review([4, 4, 4, 4]))).toBe("waiting");
  });

  test("anybody on a draft, on a decided case, or one that is not there", () => {
    give(one, review([4, 4, 4, 4]));
    give(two, review([4, 4, 4, 4]));
    expect(() => give(three, review([4, 4, 4, 4]))).toThrow("vetting.moved");
    expect(() => giveReview(as(db, three), "none", review([4, 4, 4, 4]))).toThrow("vetting.gone");
  });
});

describe("the second does not see the first's", () => {
  const secret = "SECRET-REASON";
  const marked = {
    ...review([5, 1, 5, 1], { note: secret, codes: ["sanctionsConcern"] }),
    identityWhy: secret,
  };

  test("scores, reasons, codes or note, nowhere: not in the file, the queue, the trail, notifications or mail", () => {
    saveReviewDraft(as(db, one), firm.caseId, reviewDraftSchema.parse({ identityWhy: secret }));
    expect(JSON.stringify(caseFile(as(db, two), firm.caseId))).not.toContain(secret);
    give(one, marked);
    const seen = JSON.stringify([
      caseFile(as(db, two), firm.caseId),
      queueOf(two),
      db.select().from(auditEntries).all(),
      db.select().from(notifications).all(),
      lettersIn(db),
      caseOf(db, firm.id),
    ]);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain("sanctionsConcern");
    expect(seen).not.toMatch(/"capability":1/);
    expect(caseFile(as(db, two), firm.caseId)).toMatchObject({ reviews: [], scores: null, reviewsIn: 1 });
    // The first reads their own.
    expect(caseFile(as(db, one), firm.caseId)!.reviews).toHaveLength(1);
  });

  test("and sees it once theirs is given; the third sees neither before", () => {
    give(one, review([5, 5, 5, 5]));
    give(two, review([1, 5, 5, 5]));
    expect(caseFile(as(db, two), firm.caseId)!.reviews).toHaveLength(2);
    expect(caseFile(as(db, three), firm.caseId)!.reviews).toHaveLength(0);
  });

  test("nor do new people see an earlier round before they have judged", async () => {
    give(one, review([0, 4, 4, 4], { note: secret }));
    give(two, review([0, 4, 4, 4], { codes: ["scopeMismatch"] }));
    const appealed = as(db, firm.actor, { now: testNow });
    appealCase(appealed, "The licence was renewed, the register shows it now.");
    const file = caseFile(as(db, three), firm.caseId)!;
    expect(file).toMatchObject({ round: 1, reviews: [], scores: null, decisionNote: "", mayReview: true });
    // What was held against the firm is what it appeals against; a code that says a 0 would say a score.
    expect(file.reasonCodes).toEqual(["scopeMismatch"]);
    expect(JSON.stringify(file)).not.toContain("identityZero");
    for (const who of [one, two]) {
      expect(() => give(who, review([5, 5, 5, 5]))).toThrow("vetting.judgedBefore");
      expect(caseFile(as(db, who), firm.caseId)).toMatchObject({ mayReview: false, mayAsk: false });
    }
    const four = await makeVetter(db);
    give(three, review([4, 4, 4, 4]));
    expect(caseFile(as(db, three), firm.caseId)!.reasonCodes).toContain("identityZero");
    expect(give(four, review([4, 4, 4, 4]))).toBe("approved");
    expect(caseOf(db, firm.id)).toMatchObject({ state: "approved", reasonCodes: [] });
    expect(() => appealCase(appealed, "Once more, please look at it again.")).toThrow("vetting.noAppeal");
  });
});

test("a draft is the reviewer's own and goes with the review", () => {
  const body = reviewDraftSchema.parse({ identity: "4", identityWhy: "so far" });
  saveReviewDraft(as(db, one), firm.caseId, body);
  saveReviewDraft(as(db, one), firm.caseId, { ...body, identity: "3" });
  expect(caseFile(as(db, one), firm.caseId)!.draft!.body).toMatchObject({
    identity: "3",
    identityWhy: "so far",
  });
  expect(caseFile(as(db, two), firm.caseId)!.draft).toBeNull();
  give(one, review([4, 4, 4, 4]));
  expect(caseFile(as(db, one), firm.caseId)!.draft).toBeNull();
});

test.each([{ identity: "" }, { identity: "6" }, { identity: "2.5" }, { capabilityWhy: "short" }])(
  "a review without a whole score from 0 to 5 or without its reason is refused: %j",
  (wrong) => {
    const whole = Object.fromEntries(
      Object.entries(review([4, 4, 4, 4])).map(([k, v]) => [k, Array.isArray(v) ? v : String(v)]),
    );
    expect(reviewSchema.safeParse(whole).success).toBe(true);
    expect(reviewSchema.safeParse({ ...whole, ...wrong }).success).toBe(false);
  },
);

test("the database takes no second review for a place or a person", () => {
  give(one, review([4, 4, 4, 4]));
  const row = db.select().from(vettingReviews).get()!;
  const again = { ...row, id: "x" };
  expect(() =>
    db
      .insert(vettingReviews)
      .values({ ...again, reviewerId: two.userId })
      .run(),
  ).toThrow(/UNIQUE/);
  expect(() =>
    db
      .insert(vettingReviews)
      .values({ ...again, place: 2 })
      .run(),
  ).toThrow(/UNIQUE/);
});

test("a member who joined meanwhile is noticed inside the transaction", () => {
  give(one, review([4, 4, 4, 4]));
  addMember(db, firm.id, two.userId);
  expect(() => give(two, review([4, 4, 4, 4]))).toThrow("vetting.tied");
  db.delete(memberships).where(eq(memberships.userId, two.userId)).run();
  expect(give(two, review([4, 4, 4, 4]))).toBe("approved");
});
