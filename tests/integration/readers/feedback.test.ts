import { describe, expect, test } from "vitest";
import { reportableLines } from "#app/modules/feedback/lines.ts";
import { reportError } from "#app/modules/feedback/report-error.server.ts";
import { reportSchema } from "#app/modules/feedback/schema.ts";
import { sendFeedback } from "#app/modules/feedback/send-feedback.server.ts";
import { discardDraft } from "#app/modules/guides/decide-draft.server.ts";
import { editedPlace, feedbackOf, queueSides } from "#app/modules/guides/editor-queries.server.ts";
import { queueOf } from "#app/modules/guides/queue.ts";
import { saveDrafts } from "#app/modules/guides/save-drafts.server.ts";
import { sectionPair } from "#app/modules/guides/queries.server.ts";
import { policies } from "#app/platform/rate-limits.server.ts";
import type { Database } from "#db/client.server.ts";
import { sections, sectionFeedback } from "#db/schema/guides.ts";
import { notifications } from "#db/schema/notifications.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { publish } from "#tests/factories/guides.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";

function guide() {
  const db = testDatabase();
  insertMarket(db, "DE", { nameEn: "Germany", nameZh: "德国" });
  publish(testCtx(db));
  return { db, section: sectionPair(testCtx(db), "DE", "standards").en! };
}
const rows = (db: Database) => db.select().from(sectionFeedback).all();
const bell = (db: Database) => db.select().from(notifications).all();
const report = { line: "Test first.", quote: "", message: "Wrong order.", revision: "" };

describe("was this useful", () => {
  test("a visitor's no is kept open with its reasons and the revision that was read, and nothing of the visitor", () => {
    const { db, section } = guide();
    const revision = section.publishedRevisionId!;
    publish(testCtx(db), { body: "New text." });
    sendFeedback(visitor(db), section.id, {
      useful: "no",
      reasons: ["outdated"],
      message: "Old rule",
      revision,
    });
    expect(rows(db)).toMatchObject([
      { kind: "not_useful", reasons: ["outdated"], revisionId: revision, userId: null, state: "open" },
    ]);
  });

  test("a yes asks for nothing; a revision of another section is not believed", () => {
    const { db, section } = guide();
    sendFeedback(visitor(db), section.id, { useful: "yes", reasons: [], message: "", revision: "x" });
    expect(rows(db)).toMatchObject([
      { kind: "useful", revisionId: section.publishedRevisionId, state: "fixed" },
    ]);
  });

  test("one address is stopped by the policy, and a section that is not published takes nothing", () => {
    const { db, section } = guide();
    const send = () =>
      sendFeedback(visitor(db), section.id, { useful: "no", reasons: [], message: "", revision: "" });
    for (let count = 0; count < policies.feedback.account.tries; count += 1) send();
    expect(send).toThrow("rate.tooMany");
    db.update(sections).set({ status: "archived" }).run();
    const other = visitor(db, { clientKey: "client-2" });
    expect(() =>
      sendFeedback(other, section.id, { useful: "yes", reasons: [], message: "", revision: "" }),
    ).toThrow("feedback.noSection");
  });
});

describe("an error in a fact of a topic that nobody has written yet", () => {
  test("reaches the editors, stays with the section, and needs a fact to be about", async () => {
    const { db } = guide();
    const editor = await makeUser(db, { staff: ["editor"], secondFactor: true });
    const place = { market: "DE", topic: "barriers" as const, lang: "zh" as const };
    expect(() => reportError(visitor(db), place, report)).toThrow("feedback.noSection");
    insertFact(db, "DE", "dual-use", { topic: "barriers" });
    reportError(visitor(db), place, report);
    reportError(visitor(db), place, report);
    expect(bell(db).map(({ userId }) => userId)).toEqual([editor, editor]);
    const ctx = as(db, await signedIn(db, editor, { secondFactor: true }));
    expect(feedbackOf(ctx, place).reports).toMatchObject([{ lang: "zh" }, { revision: null }]);
    const filter = {
      market: "",
      topic: "",
      lang: "",
      owner: "",
      state: "feedback",
      order: "feedback",
    } as const;
    expect(queueOf(queueSides(ctx), filter, editor, ctx.now)).toMatchObject([{ topic: "barriers", open: 2 }]);
    // A first text that is thrown away takes no report with it.
    const { zh } = editedPlace(ctx, place);
    saveDrafts(ctx, place, { zh: { version: 0, base: "", words: { ...zh.words, title: "壁垒" } } });
    discardDraft(ctx, { place, lang: "zh", version: 1 });
    expect(rows(db)).toHaveLength(2);
  });
});

describe("an error on a line", () => {
  test("goes to the section's owner alone", async () => {
    const { db, section } = guide();
    const owner = await makeUser(db);
    await makeUser(db, { staff: ["editor"], secondFactor: true });
    db.update(sections).set({ ownerId: owner }).run();
    reportError(visitor(db), section.id, report);
    expect(rows(db)).toMatchObject([{ kind: "error", quote: "Test first.", message: "Wrong order." }]);
    expect(bell(db)).toMatchObject([
      {
        userId: owner,
        key: "feedback.error",
        params: { placeZh: "德国 · 标准、检测与标签", quote: "Test first." },
      },
    ]);
  });

  test("without an owner, or when the owner's account is closed, to every open editor", async () => {
    const { db, section } = guide();
    const gone = await makeUser(db, { disabled: true });
    const editor = await makeUser(db, { staff: ["editor"], secondFactor: true });
    await makeUser(db, { staff: ["vetter"], secondFactor: true });
    reportError(visitor(db), section.id, report);
    db.update(sections).set({ ownerId: gone }).run();
    reportError(visitor(db), section.id, report);
    expect(bell(db).map(({ userId }) => userId)).toEqual([editor, editor]);
  });

  test("asks for a line, chosen or pasted; offers each paragraph and item but no heading", () => {
    expect(reportSchema.safeParse({ message: "wrong" }).error?.issues[0]?.message).toBe(
      "feedback.lineNeeded",
    );
    const { section } = guide();
    expect(reportableLines("en", section.body, [])).toEqual([
      "Intro.",
      "Test first.",
      "Put CE on it.",
      "Sign.",
    ]);
  });
});
