import { describe, expect, test } from "vitest";
import { listMail, sendAgain } from "#app/modules/notifications/outbox.server.ts";
import { drainOutbox, queueMail, retryAfterMs } from "#app/platform/mail.server.ts";
import { seal } from "#app/platform/seal.server.ts";
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

  test("keeps the text sealed, so that a stolen database tells no link, and admins read it all the same", () => {
    const db = testDatabase();
    queue(db);
    const kept = JSON.stringify(db.$client.prepare("select * from mail_outbox").all());
    expect(kept).not.toContain("secret-token");
    expect(kept).not.toContain("Hello Lin");
    expect(listMail(visitor(db), null, 1).letters[0]?.text).toContain("reset-password/secret-token");
  });

  test("a letter sealed under another secret is not sent, and says why; one from before sealing is", async () => {
    const db = testDatabase();
    queue(db);
    queue(db, "old@firm.cn");
    const set = db.$client.prepare('update mail_outbox set text = ? where "to" = ?');
    set.run(`sealed:${seal("something else than a letter")}`, "lin@firm.cn");
    set.run("Hello from before", "old@firm.cn");
    const sent: string[] = [];
    await drainOutbox(db, testNow, async ({ text }) => sent.push(text), quiet);
    expect(sent).toEqual(["Hello from before"]);
    const [shut] = listMail(visitor(db), "waiting", 1).letters;
    expect(shut).toMatchObject({ text: null, lastError: "sealed under another SESSION_SECRET" });
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
