import { describe, expect, test } from "vitest";
import { listMail, sendAgain } from "#app/modules/notifications/outbox.server.ts";
import { drainOutbox, queueMail, retryAfterMs } from "#app/platform/mail.server.ts";
import type { Database } from "#db/client.server.ts";
import { letters } from "#tests/fakes/mailbox.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const quiet = { warn: () => undefined };
const params = { name: "Lin", url: "https://fairway.example/en/reset-password/secret-token" };
const queue = (db: Database, to = "lin@firm.cn") =>
  db.transaction((tx) => queueMail(tx, testNow, { to, lang: "en", template: "resetPassword", params }));
const down = () => Promise.reject(new Error("connect ECONNREFUSED"));

describe("the mail outbox", () => {
  test("sends what is due once and wipes the text", async () => {
    const db = testDatabase();
    queue(db);
    const sent: { to: string; text: string }[] = [];
    const send = async (letter: { to: string; text: string }) => sent.push(letter);
    expect(await drainOutbox(db, testNow, send, quiet)).toBe(1);
    expect(await drainOutbox(db, testNow, send, quiet)).toBe(0);
    expect(sent).toMatchObject([{ to: "lin@firm.cn", text: expect.stringContaining("secret-token") }]);
    expect(JSON.stringify(letters(db))).not.toContain("secret-token");
    expect(letters(db)).toMatchObject([{ sentAt: testNow, attempts: 1 }]);
  });

  test("a letter of a change that fails never exists", () => {
    const db = testDatabase();
    const failing = () =>
      db.transaction((tx) => {
        queueMail(tx, testNow, { to: "lin@firm.cn", lang: "en", template: "resetPassword", params });
        throw new Error("no");
      });
    expect(failing).toThrow("no");
    expect(letters(db)).toEqual([]);
  });

  test("tries again after growing pauses, then waits for an admin", async () => {
    const db = testDatabase();
    queue(db);
    let now = testNow;
    for (const pause of retryAfterMs) {
      await drainOutbox(db, now, down, quiet);
      expect(await drainOutbox(db, new Date(now.getTime() + pause - 1), down, quiet)).toBe(0);
      expect(letters(db)[0]).toMatchObject({ nextAttemptAt: new Date(now.getTime() + pause) });
      now = new Date(now.getTime() + pause);
    }
    await drainOutbox(db, now, down, quiet);
    const [failed] = listMail(visitor(db), "failed", 1).letters;
    expect(failed).toMatchObject({ attempts: retryAfterMs.length + 1, lastError: "connect ECONNREFUSED" });

    sendAgain(visitor(db, { now }), failed!.id);
    expect(await drainOutbox(db, now, async () => undefined, quiet)).toBe(1);
    expect(listMail(visitor(db), "sent", 1).total).toBe(1);
  });

  test("one address that fails does not hold up the others", async () => {
    const db = testDatabase();
    queue(db, "bad@firm.cn");
    queue(db, "good@firm.cn");
    const send = ({ to }: { to: string }) => (to.startsWith("bad") ? down() : Promise.resolve());
    expect(await drainOutbox(db, testNow, send, quiet)).toBe(1);
  });
});
