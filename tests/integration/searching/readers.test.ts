import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { notifications } from "#db/schema/notifications.ts";
import { deskQuestions, savedSearches } from "#db/schema/readers.ts";
import { queryLog } from "#db/schema/search.ts";
import { answerQuestion, listQuestions } from "#app/modules/desk/answer-question.server.ts";
import { askQuestion, myQuestions } from "#app/modules/desk/ask-question.server.ts";
import { sendDigests } from "#app/modules/saved-searches/digest.server.ts";
import { removeSavedSearch } from "#app/modules/saved-searches/save-search.server.ts";
import {
  searchesBehind,
  unsubscribe,
  unsubscribeToken,
} from "#app/modules/saved-searches/unsubscribe.server.ts";
import {
  flushQueries,
  forgetOldQueries,
  noteSearch,
  queryReport,
} from "#app/modules/search/query-log.server.ts";
import type { SearchResult } from "#app/modules/search/queries.server.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { letters } from "#tests/fakes/mailbox.ts";

const monday = new Date("2026-11-23T00:00:00Z");

/** What the index would find: only what the digest looks at. */
const finding =
  (ids: string[], ready = true) =>
  () =>
    Promise.resolve({
      ready,
      total: ids.length,
      hits: ids.map((id) => {
        const [market = "", topic = ""] = id.split("-");
        return { id, market, topic, title: `Title of ${id}`, empty: false };
      }),
    } as unknown as SearchResult);

async function reader(options: Parameters<typeof makeUser>[1] = {}) {
  const db = testDatabase();
  const userId = await makeUser(db, { lang: "zh", email: "lin@firm.example", ...options });
  const save = (seenIds: string[], query = "德国 玩具") =>
    db
      .insert(savedSearches)
      .values({
        userId,
        query,
        lang: "zh",
        filters: { market: [], topic: [] },
        seenIds,
        nextDigestAt: monday,
        createdAt: testNow,
      })
      .returning({ id: savedSearches.id })
      .get().id;
  const mails = () => letters(db);
  return { db, userId, save, mails };
}

describe("the weekly digest", () => {
  it("tells on Monday what is new, in the reader's language, once", async () => {
    const { db, save, mails } = await reader();
    save(["DE-standards-zh"]);
    const find = finding(["DE-standards-zh", "DE-fairs-zh"]);
    expect(await sendDigests(db, new Date(monday.getTime() - 1), find)).toBe(0);
    expect(await sendDigests(db, monday, find)).toBe(1);
    const [letter, ...others] = mails();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ to: "lin@firm.example", lang: "zh", template: "searchDigest" });
    expect(letter!.subject).toContain("1条新内容");
    expect(letter!.text).toContain("Title of DE-fairs-zh");
    expect(letter!.text).not.toContain("Title of DE-standards-zh");
    expect(db.select().from(notifications).all()).toMatchObject([{ key: "savedSearch.news" }]);
    expect(await sendDigests(db, monday, find)).toBe(0);
    const nextWeek = new Date(monday.getTime() + 7 * 86_400_000);
    expect(await sendDigests(db, nextWeek, find)).toBe(0);
    expect(mails()).toHaveLength(1);
  });

  it("sends nothing when nothing is new, when the index is not ready, or to an address nobody proved", async () => {
    const known = await reader();
    known.save(["DE-standards-en"]);
    // The same section in the other language is nothing new.
    expect(await sendDigests(known.db, monday, finding(["DE-standards-zh"]))).toBe(0);
    const early = await reader();
    early.save([]);
    expect(await sendDigests(early.db, monday, finding([], false))).toBe(0);
    expect(early.db.select().from(savedSearches).get()?.nextDigestAt).toEqual(monday);
    const unproven = await reader({ verified: false });
    unproven.save([]);
    expect(await sendDigests(unproven.db, monday, finding(["DE-fairs-zh"]))).toBe(0);
    for (const { mails } of [known, early, unproven]) expect(mails()).toEqual([]);
  });

  it("ends by the letter's own link, signed out; another's or a broken one ends nothing", async () => {
    const { db, userId, save, mails } = await reader();
    save([]);
    save([], "second");
    await sendDigests(db, monday, finding(["DE-fairs-zh"]));
    const token = /digest\/([\w-]+)/.exec(mails()[0]!.text)![1]!;
    expect(searchesBehind(db, token)).toBe(2);
    expect(unsubscribe(testCtx(db), `${token.slice(0, -2)}AA`)).toBe(false);
    expect(unsubscribe(testCtx(db), unsubscribeToken("somebody else"))).toBe(true);
    expect(searchesBehind(db, token)).toBe(2);
    expect(unsubscribe(testCtx(db), token)).toBe(true);
    expect(db.select().from(savedSearches).where(eq(savedSearches.userId, userId)).all()).toEqual([]);
  });

  it("lets nobody remove another's search", async () => {
    const { db, save } = await reader();
    const id = save([]);
    const stranger = await signedIn(db, await makeUser(db));
    expect(removeSavedSearch(as(db, stranger), id)).toBeNull();
    expect(db.select().from(savedSearches).all()).toHaveLength(1);
  });
});

describe("questions to the desk", () => {
  it("reach those who answer, and the answer reaches the reader", async () => {
    const { db, userId, mails } = await reader();
    const editor = await makeUser(db, { secondFactor: true, staff: ["editor"] });
    const vetter = await makeUser(db, { secondFactor: true, staff: ["vetter"] });
    const me = as(db, await signedIn(db, userId));
    const id = askQuestion(me, "zh", { q: "茶", question: "茶叶出口肯尼亚需要哪些证书？" });
    const told = db.select().from(notifications).all();
    expect(told).toMatchObject([{ userId: editor, key: "desk.asked" }]);
    const desk = as(db, await signedIn(db, editor, { secondFactor: true }));
    expect(listQuestions(desk, "open", 1).questions).toMatchObject([{ id, query: "茶" }]);
    const wrong = as(db, await signedIn(db, vetter, { secondFactor: true }));
    const answer = { id, answer: "需要PVoC符合性证书，请看肯尼亚的标准一节。" };
    expect(() => answerQuestion(wrong, answer)).toThrow("right.missing");
    answerQuestion(desk, answer);
    expect(() => answerQuestion(desk, answer)).toThrow("desk.alreadyAnswered");
    expect(mails()).toMatchObject([{ to: "lin@firm.example", lang: "zh", template: "deskAnswer" }]);
    expect(mails()[0]!.text).toContain("PVoC");
    expect(myQuestions(me)).toMatchObject([{ id, state: "answered" }]);
    const stranger = as(db, await signedIn(db, await makeUser(db)));
    expect(myQuestions(stranger)).toEqual([]);
    expect(listQuestions(desk, "open", 1).total).toBe(0);
  });

  it("are limited in number", async () => {
    const { db, userId } = await reader();
    const me = as(db, await signedIn(db, userId));
    const ask = () => askQuestion(me, "en", { q: "", question: "Which papers do I need?" });
    for (let i = 0; i < 10; i++) ask();
    expect(ask).toThrow("rate.tooMany");
    expect(db.select().from(deskQuestions).all()).toHaveLength(10);
  });
});

describe("the query log", () => {
  beforeEach(() => void flushQueries(testDatabase()));

  it("counts by day and language, without persons, and reports what found nothing", () => {
    const db = testDatabase();
    const note = (query: string, hits: number, now = testNow, names: string[] = []) =>
      noteSearch({ query, lang: "en", hits }, now, names);
    note("Moon cheese", 0);
    note("moon  CHEESE", 0);
    note("toys", 12);
    note("lin@firm.example", 0);
    note("Lin Yue toys", 0, testNow, ["Lin Yue"]);
    expect(db.select().from(queryLog).all()).toEqual([]);
    flushQueries(db);
    note("moon cheese", 0, new Date("2026-11-20T04:00:00Z"));
    flushQueries(db);
    expect(db.select().from(queryLog).all()).toHaveLength(3);
    const ctx = testCtx(db);
    const zero = queryReport(ctx, { days: 7, lang: null, zero: true });
    expect(zero).toMatchObject([{ query: "moon cheese", searches: 3, hits: 0, last: "2026-11-22" }]);
    expect(queryReport(ctx, { days: 7, lang: null, zero: false })).toHaveLength(2);
    expect(queryReport(ctx, { days: 7, lang: "zh", zero: false })).toEqual([]);
  });

  it("writes a flood in several goes and loses none of it", () => {
    const db = testDatabase();
    for (let i = 0; i < 250; i++) noteSearch({ query: `lamp ${i}`, lang: "en", hits: 1 }, testNow);
    // The same words by somebody whose name is hidden are a note of their own, and one row.
    noteSearch({ query: "lamp 7", lang: "en", hits: 2 }, testNow, ["Lin Yue"]);
    expect([1, 2, 3, 4].map(() => flushQueries(db, 100))).toEqual([100, 100, 51, 0]);
    expect(db.select().from(queryLog).all()).toHaveLength(250);
    const kept = queryReport(testCtx(db), { days: 7, lang: null, zero: false });
    expect(kept[0]).toMatchObject({ query: "lamp 7", searches: 2, hits: 2 });
  });

  it("no longer reports as lost what is found by now", () => {
    const db = testDatabase();
    noteSearch({ query: "lamps", lang: "en", hits: 0 }, new Date("2026-11-20T04:00:00Z"));
    flushQueries(db);
    noteSearch({ query: "lamps", lang: "en", hits: 4 }, testNow);
    flushQueries(db);
    expect(queryReport(testCtx(db), { days: 30, lang: null, zero: true })).toEqual([]);
  });

  it("forgets after thirteen months", () => {
    const db = testDatabase();
    const row = { lang: "en" as const, searches: 1, hits: 0 };
    db.insert(queryLog)
      .values([
        { ...row, day: "2025-10-21", query: "old" },
        { ...row, day: "2025-10-22", query: "kept" },
      ])
      .run();
    forgetOldQueries(db, testNow);
    expect(db.select().from(queryLog).all()).toMatchObject([{ query: "kept" }]);
  });
});
