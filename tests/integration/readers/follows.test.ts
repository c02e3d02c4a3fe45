import { describe, expect, test } from "vitest";
import { followsBehind, stopFollows } from "#app/modules/follows/stop-letter.server.ts";
import { unsubscribe } from "#app/modules/saved-searches/unsubscribe.server.ts";
import { setFollow } from "#app/modules/follows/follow.server.ts";
import { followState, listFollows } from "#app/modules/follows/queries.server.ts";
import { tellOfFact } from "#app/modules/follows/tell-followers.server.ts";
import { drainOutbox } from "#app/platform/mail.server.ts";
import type { Database } from "#db/client.server.ts";
import { facts } from "#db/schema/markets.ts";
import { follows } from "#db/schema/readers.ts";
import { notifications } from "#db/schema/notifications.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { publish } from "#tests/factories/guides.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { letters } from "#tests/fakes/mailbox.ts";

async function town() {
  const db = testDatabase();
  insertMarket(db, "DE", { nameEn: "Germany", nameZh: "德国" });
  insertMarket(db, "FR");
  publish(testCtx(db));
  const reader = async (lang: "en" | "zh") => signedIn(db, await makeUser(db, { lang }));
  return { db, reader };
}
const bell = (db: Database) => db.select().from(notifications).all();
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

describe("following", () => {
  test("is kept once, shown, and ended; a visitor has no state", async () => {
    const { db, reader } = await town();
    const ctx = as(db, await reader("en"));
    const follow = { market: "DE", topic: "standards", intent: "follow" } as const;
    setFollow(ctx, follow);
    setFollow(ctx, follow);
    expect(listFollows(ctx)).toMatchObject([{ market: "DE", topic: "standards", lastChange: null }]);
    expect(followState(ctx, "DE", "standards")).toEqual({ market: false, section: true });
    expect(followState(testCtx(db), "DE", "standards")).toBeNull();
    setFollow(ctx, { market: "DE", topic: "standards", intent: "unfollow" });
    expect(listFollows(ctx)).toEqual([]);
  });
});

describe("a new revision", () => {
  test("is told once to followers of the section or market, in words; not to those of others", async () => {
    const { db, reader } = await town();
    const [both, market, other] = [await reader("en"), await reader("en"), await reader("en")];
    setFollow(as(db, both), { market: "DE", topic: "standards", intent: "follow" });
    setFollow(as(db, both), { market: "DE", topic: "", intent: "follow" });
    setFollow(as(db, market), { market: "DE", topic: "", intent: "follow" });
    setFollow(as(db, other), { market: "DE", topic: "logistics", intent: "follow" });
    setFollow(as(db, other), { market: "FR", topic: "", intent: "follow" });
    publish(testCtx(db), { body: "Intro.\n\n## Tests\n\nTest twice.\n\n## Labels\n\nIn German." });
    expect(
      bell(db)
        .map(({ userId }) => userId)
        .sort(),
    ).toEqual([both.userId, market.userId].sort());
    expect(bell(db)[0]!.params).toEqual({
      placeEn: "Germany · Standards, testing and labelling",
      placeZh: "德国 · 标准、检测与标签",
      changeEn: "Changed under “Tests”; new: “Labels”; removed: “Marks”.",
      changeZh: "“Tests”有修改；新增“Labels”；删去“Marks”。",
    });
    publish(testCtx(db), { body: "Intro.\n\n## Tests\n\nTest twice.\n\n## Labels\n\nIn German." });
    expect(bell(db)).toHaveLength(2);
  });

  test("tells each reader of the side they read, and of the other one where theirs does not exist", async () => {
    const { db, reader } = await town();
    const [en, zh] = [await reader("en"), await reader("zh")];
    for (const one of [en, zh]) setFollow(as(db, one), { market: "DE", topic: "", intent: "follow" });
    publish(testCtx(db), { body: "English only so far." });
    expect(bell(db)).toHaveLength(2);
    db.delete(notifications).run();
    publish(testCtx(db), { lang: "zh", title: "标准", body: "中文。" });
    publish(testCtx(db), { body: "English moves on." });
    expect(bell(db).map(({ userId }) => userId)).toEqual([zh.userId, en.userId]);
  });

  test("sends one letter the next morning in Beijing, however many changes there were", async () => {
    const { db, reader } = await town();
    const someone = await reader("en");
    setFollow(as(db, someone), { market: "DE", topic: "", intent: "follow" });
    publish(testCtx(db), { body: "One." });
    publish(testCtx(db, undefined, later(1)), { topic: "logistics", body: "Two." });
    expect(letters(db)).toHaveLength(1);
    expect(letters(db)[0]).toMatchObject({
      to: someone.email,
      subject: "2 changes in the guides you follow",
      nextAttemptAt: new Date("2026-11-23T00:00:00Z"),
    });
    expect(letters(db)[0]!.text).toContain("/en/guides/DE/logistics");
    const token = /digest\/([\w-]+)/.exec(letters(db)[0]!.text)![1]!;
    const sent: unknown[] = [];
    const send = async (letter: unknown) => sent.push(letter);
    const log = { warn: () => undefined };
    expect(await drainOutbox(db, later(2), send, log)).toBe(0);
    expect(await drainOutbox(db, later(24), send, log)).toBe(1);
    publish(testCtx(db, undefined, later(25)), { body: "Three." });
    expect(letters(db).map(({ subject }) => subject)).toEqual([
      "2 changes in the guides you follow",
      "One change in the guides you follow",
    ]);
    // The letter's last line ends it for its reader alone, signed in or not.
    const other = await reader("zh");
    setFollow(as(db, other), { market: "DE", topic: "", intent: "follow" });
    expect(followsBehind(db, token)).toBe(1);
    expect(stopFollows(testCtx(db), `${token.slice(0, -2)}AA`)).toBe(false);
    expect(unsubscribe(testCtx(db), token)).toBe(false);
    expect(stopFollows(testCtx(db), token)).toBe(true);
    expect([followsBehind(db, token), db.select().from(follows).all().length]).toEqual([0, 1]);
  });
});

test("a corrected fact is told with its figures, a block's to the followers of its members", async () => {
  const { db, reader } = await town();
  insertMarket(db, "EU", { kind: "block" });
  insertMarket(db, "AT", { inherits: "EU", nameEn: "Austria" });
  insertFact(db, "EU", "vat", { kind: "vat", topic: "tariffs-taxes", labelEn: "VAT", value: 19, unit: "%" });
  const someone = await reader("en");
  setFollow(as(db, someone), { market: "AT", topic: "tariffs-taxes", intent: "follow" });
  const fact = db.select().from(facts).get()!;
  db.transaction((tx) => tellOfFact(tx, testCtx(db), fact, { value: 20, unit: "%" }));
  expect(bell(db)).toMatchObject([
    {
      userId: someone.userId,
      path: "/guides/AT/tariffs-taxes#fact-vat",
      params: { changeEn: "“VAT” 19% → 20%.", changeZh: "“规定”19% → 20%。" },
    },
  ]);
});
