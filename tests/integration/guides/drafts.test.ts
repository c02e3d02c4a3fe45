import { and, count, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { sectionDrafts, sectionFeedback, sectionRevisions, type DraftWords } from "#db/schema/guides.ts";
import { notifications } from "#db/schema/notifications.ts";
import { searchOutbox } from "#db/schema/search.ts";
import { answerFeedback } from "#app/modules/guides/answer-feedback.server.ts";
import { discardDraft, publishDraft, sendBackDraft } from "#app/modules/guides/decide-draft.server.ts";
import { editedPlace, evidenceOf, revisionsOf } from "#app/modules/guides/editor-queries.server.ts";
import { importSections } from "#app/modules/guides/import-sections.server.ts";
import { archiveSection, assignOwner, restoreRevision } from "#app/modules/guides/keep-section.server.ts";
import { sectionPair } from "#app/modules/guides/queries.server.ts";
import { rebaseDraft, saveDrafts } from "#app/modules/guides/save-drafts.server.ts";
import { parseJsonRecord } from "#db/seed/guide-record.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";

const place = { market: "DE", topic: "standards" as const };
const body = "Test first. Then register.\n\nKeep the file.";

let db: Database;
let ada: PersonCtx;
let ben: PersonCtx;

async function editor(name: string): Promise<PersonCtx> {
  const id = await makeUser(db, { name, secondFactor: true, staff: ["editor"] });
  return as(db, await signedIn(db, id, { secondFactor: true }));
}

beforeEach(async () => {
  db = testDatabase();
  insertMarket(db, "DE", { nameEn: "Germany", nameZh: "德国" });
  insertFact(db, "DE", "vat", { value: 19, unit: "%" });
  ada = await editor("Ada");
  ben = await editor("Ben");
});

function bring(fields: object) {
  const record = JSON.stringify({ ...place, lang: "en", title: "Standards", body, ...fields });
  return importSections(testCtx(db), [{ file: "in.jsonl", parsed: parseJsonRecord(record, 1) }], {
    skipBad: false,
  });
}

/** One side as its form would send it back after some typing. */
function opened(ctx: PersonCtx, lang: "en" | "zh" = "en") {
  const side = editedPlace(ctx, place)[lang];
  return (typed: Partial<DraftWords>) => ({
    [lang]: { version: side.version, base: side.base, words: { ...side.words, ...typed } },
  });
}
const said = { changeEn: "Reworded.", changeZh: "改写。" };
const versionOf = (lang: "en" | "zh" = "en") => editedPlace(ada, place)[lang].draft!.version;
const seen = (lang: "en" | "zh" = "en") => ({ place, lang, version: versionOf(lang) });
const keysFor = (ctx: PersonCtx) =>
  db
    .select({ key: notifications.key })
    .from(notifications)
    .where(eq(notifications.userId, ctx.actor.userId))
    .all()
    .map(({ key }) => key);

describe("from draft to published", () => {
  it("takes two people, keeps the words for followers, and tells the author", () => {
    bring({ reviewDueAt: "2027-01-15" });
    saveDrafts(ada, place, opened(ada)({ body: `${body} Duty {{vat}}.`, ...said }), ["en"]);
    expect(keysFor(ben)).toEqual(["guide.submitted"]);
    expect(() => publishDraft(ada, seen())).toThrow("guide.ownWords");
    const before = db.select({ rows: count() }).from(searchOutbox).get()!.rows;
    publishDraft(ben, seen());
    const { en } = sectionPair(ada, "DE", "standards");
    expect(en).toMatchObject({ number: 2, owner: "Ada", body: `${body} Duty {{vat}}.` });
    expect(revisionsOf(ada, place, "en")[0]).toMatchObject({
      author: "Ada",
      publishedBy: "Ben",
      changeEn: "Reworded.",
      changeZh: "改写。",
    });
    expect(keysFor(ada)).toEqual(["guide.published"]);
    expect(db.select({ rows: count() }).from(searchOutbox).get()!.rows).toBe(before + 1);
    expect(editedPlace(ada, place).en.draft).toBeNull();
  });

  it("does not make somebody the author by handing in what another wrote", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }));
    saveDrafts(ben, place, opened(ben)({}), ["en"]);
    expect(() => publishDraft(ada, seen())).toThrow("guide.ownWords");
    publishDraft(ben, seen());
    expect(sectionPair(ada, "DE", "standards").en).toMatchObject({ number: 1, title: "Standards" });
  });

  it("lets nobody hand in and publish words of their own, however many saved after them", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }));
    saveDrafts(ben, place, opened(ben)({ summary: "A comma." }));
    saveDrafts(ada, place, opened(ada)({}), ["en"]);
    expect(() => publishDraft(ada, seen())).toThrow("guide.ownHand");
    sendBackDraft(ben, seen(), "I hand it in myself.");
    saveDrafts(ben, place, opened(ben)({}), ["en"]);
    expect(() => publishDraft(ben, seen())).toThrow("guide.ownWords");
    publishDraft(ada, seen());
    // The next draft starts with clean hands.
    saveDrafts(ben, place, opened(ben)({ title: "Norms", ...said }), ["en"]);
    expect(editedPlace(ada, place).en.draft?.hands).toEqual({
      writers: [ben.actor.userId],
      handedInBy: ben.actor.userId,
    });
    publishDraft(ada, seen());
  });

  it("takes a text out of review when it is changed there, and refuses the page that showed the older one", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }), ["en"]);
    const old = seen();
    saveDrafts(ada, place, opened(ada)({ title: "Standards and tests" }));
    expect(() => publishDraft(ben, old)).toThrow("guide.draftMoved");
    expect(() => publishDraft(ben, seen())).toThrow("guide.notInReview");
  });

  it("refuses to move a date without evidence, at its field, already when it is saved", () => {
    bring({ verifiedAt: "2026-06-01", sources: ["EUR-Lex"], reviewDueAt: "2027-01-15" });
    const moved = { verifiedAt: "2026-11-22", reviewDueAt: "2027-06-01" };
    expect(() => saveDrafts(ada, place, opened(ada)(moved))).toThrow(
      expect.objectContaining({ key: "guide.dateWithoutEvidence", field: "en.verifiedAt" }),
    );
    const evidence = "Read the text in force on 22 November.";
    saveDrafts(ada, place, opened(ada)({ ...moved, evidence }), ["en"]);
    publishDraft(ben, seen());
    expect(sectionPair(ada, "DE", "standards").en).toMatchObject({ number: 1, ...moved });
    expect(evidenceOf(ada, place, "en")[0]).toMatchObject({ name: "Ben", evidence });
  });

  it("asks for what is missing only when a text is handed in, and names the box", () => {
    bring({ reviewDueAt: "2027-01-15" });
    const submit = (typed: Partial<DraftWords>) => saveDrafts(ada, place, opened(ada)(typed), ["en"]);
    const problem = (key: string, field: string) => expect.objectContaining({ key, field });
    expect(() => submit({ body: "x {{nothing}}", ...said })).toThrow(problem("guide.unknownFact", "en.body"));
    expect(() => submit({ body: "[x](guide:DE/nothing)", ...said })).toThrow(
      problem("guide.deadLink", "en.body"),
    );
    expect(() => submit({ body: "Other." })).toThrow(problem("guide.changeNeeded", "en.changeEn"));
    expect(() => submit({ body: "", ...said })).toThrow(problem("form.required", "en.body"));
    expect(saveDrafts(ada, place, opened(ada)({ body: "" }))).toEqual({ saved: true, changed: ["en"] });
  });

  it("sends back with words, and discards with the section where nothing else is left of it", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }), ["en"]);
    sendBackDraft(ben, seen(), "Name the register.");
    expect(editedPlace(ada, place).en.draft).toMatchObject({
      state: "draft",
      reviewNote: "Name the register.",
    });
    discardDraft(ben, seen());
    expect(editedPlace(ada, place).en).toMatchObject({ sectionId: null, draft: null });
    expect(keysFor(ada)).toEqual(["guide.sentBack", "guide.discarded"]);
  });

  it("starts a first translation level, and leaves a side behind unless its editor says otherwise", () => {
    bring({ reviewDueAt: "2027-01-15" });
    const write = (lang: "en" | "zh", typed: Partial<DraftWords>) => {
      saveDrafts(ada, place, opened(ada, lang)({ ...said, ...typed }), [lang]);
      publishDraft(ben, seen(lang));
    };
    const pair = () => editedPlace(ada, place);
    write("zh", { title: "标准", body: "先检测。" });
    expect(pair().zh.pair).toBe("level");
    write("en", { body: "Test twice." });
    expect(pair().zh.pair).toBe("otherNewer");
    write("zh", { summary: "改一个字。" });
    expect(pair().zh.pair).toBe("otherNewer");
    write("zh", { body: "先检测两次。", levelsPair: true });
    expect([pair().en.pair, pair().zh.pair]).toEqual(["level", "level"]);
  });
});

describe("two editors at once", () => {
  it("merges what does not touch and shows what does, losing nothing", () => {
    bring({ reviewDueAt: "2027-01-15" });
    const [a, b] = [opened(ada), opened(ben)];
    expect(saveDrafts(ada, place, a({ body: body.replace("Test first.", "Test early.") }))).toMatchObject({
      saved: true,
    });
    const second = saveDrafts(
      ben,
      place,
      b({ body: body.replace("Keep the file.", "Keep the file ten years.") }),
    );
    if (second.saved) throw new Error("saved over another's words");
    const merge = second.merges.en!;
    expect(merge.conflicts).toEqual([]);
    expect(merge.theirs.name).toBe("Ada");
    expect(merge.words.body).toBe("Test early. Then register.\n\nKeep the file ten years.");
    const { version, base, words } = merge;
    expect(saveDrafts(ben, place, { en: { version, base, words } })).toMatchObject({ saved: true });
    expect(editedPlace(ada, place).en.words.body).toBe(merge.words.body);
  });

  it("refuses to save a clash that nobody has decided", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }));
    const [a, b] = [opened(ada), opened(ben)];
    saveDrafts(ada, place, a({ title: "Standards and tests" }));
    const second = saveDrafts(ben, place, b({ title: "Norms" }));
    if (second.saved) throw new Error("saved over another's words");
    const { version, base, words } = second.merges.en!;
    expect(words.title).toContain("Standards and tests");
    expect(words.title).toContain("Norms");
    expect(() => saveDrafts(ben, place, { en: { version, base, words } })).toThrow(
      expect.objectContaining({ key: "guide.undecided", field: "en.title" }),
    );
  });

  it("saves neither language when one of them has to be merged", () => {
    saveDrafts(ada, place, { ...opened(ada)({ title: "Standards", body }) });
    const old = opened(ben);
    saveDrafts(ada, place, opened(ada)({ title: "Standards and tests" }));
    const zh = opened(ben, "zh")({ title: "标准", body: "先检测。" });
    expect(saveDrafts(ben, place, { ...old({ body: "Other." }), ...zh }).saved).toBe(false);
    expect(editedPlace(ada, place).zh.draft).toBeNull();
  });

  it("leaves alone what the second editor did not touch", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }));
    const old = opened(ben);
    saveDrafts(ada, place, opened(ada)({ title: "Standards and tests" }));
    expect(saveDrafts(ben, place, old({}))).toEqual({ saved: true, changed: [] });
    expect(editedPlace(ada, place).en.words.title).toBe("Standards and tests");
    expect(editedPlace(ada, place).en.draft?.author).toBe("Ada");
  });

  it("never hands in a text that its editor has not seen", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }));
    const old = opened(ben);
    saveDrafts(ada, place, opened(ada)({ body: `${body} More.` }));
    expect(saveDrafts(ben, place, old({}), ["en"]).saved).toBe(false);
  });

  it("finds the text a form began from, also after its draft was published", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body }), ["en"]);
    const late = opened(ben);
    publishDraft(ben, seen());
    const result = saveDrafts(ben, place, late({ body: `${body}\n\nLate words.` }));
    if (result.saved) throw new Error("no merge");
    expect(result.merges.en).toMatchObject({ version: 0, conflicts: [] });
    expect(result.merges.en!.words.body).toContain("Late words.");
  });

  it("merges a draft with what an import published past it, before it can follow", () => {
    bring({ reviewDueAt: "2027-01-15" });
    saveDrafts(ada, place, opened(ada)({ body: body.replace("Test first.", "Test early."), ...said }), [
      "en",
    ]);
    bring({ reviewDueAt: "2027-01-15", body: body.replace("Keep the file.", "Keep all files.") });
    expect(() => publishDraft(ben, seen())).toThrow("guide.baseMoved");
    const { version, base, words, conflicts } = rebaseDraft(ben, place, "en")!;
    expect(conflicts).toEqual([]);
    expect(words.body).toBe("Test early. Then register.\n\nKeep all files.");
    saveDrafts(ben, place, { en: { version, base, words } }, ["en"]);
    publishDraft(ada, seen());
    expect(sectionPair(ada, "DE", "standards").en).toMatchObject({ number: 3, body: words.body });
  });

  it("loses no sentence in any order of saves and merges", () => {
    saveDrafts(ada, place, opened(ada)({ title: "Standards", body: "Start." }));
    const forms = [opened(ada), opened(ben), opened(ada), opened(ben)];
    for (const [index, form] of forms.entries()) {
      const who = index % 2 ? ben : ada;
      let result = saveDrafts(who, place, form({ body: `Start.\n\nWords ${index}.` }));
      for (let round = 0; !result.saved && round < 3; round += 1) {
        const { version, base, words } = result.merges.en!;
        // The editor keeps both sides of a clash.
        const decided = words.body
          .split("\n")
          .filter((line) => !/^(<{7}|={7}|>{7})$/.test(line))
          .join("\n");
        result = saveDrafts(who, place, { en: { version, base, words: { ...words, body: decided } } });
      }
      expect(result.saved).toBe(true);
    }
    const { words } = editedPlace(ada, place).en;
    for (const index of forms.keys()) expect(words.body).toContain(`Words ${index}.`);
  });
});

describe("keeping sections", () => {
  it("takes a section off the site and puts it back", () => {
    bring({});
    archiveSection(ada, place, "en", true);
    expect(sectionPair(ada, "DE", "standards").en).toBeNull();
    archiveSection(ada, place, "en", false);
    expect(sectionPair(ada, "DE", "standards").en?.number).toBe(1);
  });

  it("restores an old revision as a draft with today's dates untouched, and never over somebody's draft", () => {
    bring({ reviewDueAt: "2027-01-15" });
    bring({ reviewDueAt: "2027-01-15", body: "New." });
    restoreRevision(ada, place, "en", 1);
    expect(editedPlace(ada, place).en).toMatchObject({
      draft: { state: "draft" },
      words: { body, reviewDueAt: "2027-01-15", changeEn: "Revision 1 restored." },
    });
    expect(() => restoreRevision(ben, place, "en", 1)).toThrow("guide.draftInTheWay");
  });

  it("gives sections to editors only, and tells them once", async () => {
    bring({});
    bring({ topic: "fairs" });
    const stranger = await makeUser(db);
    const places = [place, { market: "DE", topic: "fairs" as const }];
    expect(() => assignOwner(ada, places, stranger)).toThrow("guide.notAnEditor");
    expect(assignOwner(ada, places, ben.actor.userId)).toBe(2);
    expect(keysFor(ben)).toEqual(["guide.assigned"]);
  });

  it("keeps everybody else out", async () => {
    const reader = as(db, await signedIn(db, await makeUser(db)));
    expect(() => saveDrafts(reader, place, opened(ada)({ title: "x" }))).toThrow("right.missing");
    expect(() => assignOwner(reader, [place], null)).toThrow("right.missing");
  });
});

describe("reader feedback", () => {
  it("is closed once with an answer, and its reporter is told", async () => {
    bring({});
    const reader = await makeUser(db);
    const { id } = db
      .insert(sectionFeedback)
      .values({
        sectionId: editedPlace(ada, place).en.sectionId!,
        revisionId: db.select().from(sectionRevisions).get()!.id,
        kind: "error",
        reasons: [],
        quote: "Keep the file.",
        message: "For ten years.",
        userId: reader,
        state: "open",
        createdAt: ada.now,
      })
      .returning({ id: sectionFeedback.id })
      .get();
    answerFeedback(ada, id, { state: "fixed", answer: "Now it says ten years." });
    expect(() => answerFeedback(ben, id, { state: "declined", answer: "No." })).toThrow(
      "guide.feedbackClosed",
    );
    const line = db.select().from(notifications).where(eq(notifications.userId, reader)).get();
    expect(line).toMatchObject({
      key: "guide.feedbackFixed",
      params: expect.objectContaining({ answer: "Now it says ten years." }),
    });
    const closed = and(eq(auditEntries.action, "feedback.close"), eq(auditEntries.toState, "fixed"));
    expect(db.select({ rows: count() }).from(auditEntries).where(closed).get()!.rows).toBe(1);
    expect(db.select({ rows: count() }).from(sectionDrafts).get()!.rows).toBe(0);
  });
});
