import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  askEmailChange,
  cancelEmailChange,
  pendingEmailChange,
} from "#app/modules/accounts/change-email.server.ts";
import { confirmEmailChange, emailChangeOf } from "#app/modules/accounts/confirm-email-change.server.ts";
import { requestPasswordReset, resetTokenWorks } from "#app/modules/accounts/reset-password.server.ts";
import { changeEmailSchema } from "#app/modules/accounts/schema.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { policies } from "#app/platform/rate-limits.server.ts";
import { startSession } from "#app/platform/sessions.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import type { Database } from "#db/client.server.ts";
import { actorOfCookie, makeUser, signedIn, testPassword, userRow } from "#tests/factories/accounts.ts";
import { letters, tokenIn } from "#tests/fakes/mailbox.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const later = (ms: number) => new Date(testNow.getTime() + ms);
const hour = 3_600_000;
const wish = { email: "new@firm.cn", currentPassword: testPassword, lang: "zh" as const };

async function lin(db: Database) {
  const id = await makeUser(db, { email: "old@firm.cn" });
  return signedIn(db, id);
}
const letterTo = (db: Database, to: string) => letters(db).findLast((letter) => letter.to === to);
const actions = (db: Database) =>
  db
    .select()
    .from(auditEntries)
    .all()
    .map(({ action }) => action);

describe("asking for another address", () => {
  test("mails the new one a link and tells the old one at once; nothing changes yet", async () => {
    const db = testDatabase();
    const me = await lin(db);
    await askEmailChange(as(db, me), wish);
    expect(letterTo(db, "new@firm.cn")).toMatchObject({ template: "confirmNewEmail", lang: "zh" });
    expect(letterTo(db, "old@firm.cn")).toMatchObject({ template: "emailChangeAsked", lang: "en" });
    expect(letterTo(db, "old@firm.cn")!.text).toContain("new@firm.cn");
    expect(userRow(db, me.userId).email).toBe("old@firm.cn");
    expect(pendingEmailChange(as(db, me))).toMatchObject({ newEmail: "new@firm.cn" });
    expect(actions(db)).toEqual(["email.askChange"]);
  });

  test("needs the password, and another address than the present one", async () => {
    const db = testDatabase();
    const me = await lin(db);
    await expect(askEmailChange(as(db, me), { ...wish, currentPassword: "no" })).rejects.toMatchObject({
      key: "password.wrong",
      field: "currentPassword",
    });
    await expect(askEmailChange(as(db, me), { ...wish, email: "old@firm.cn" })).rejects.toMatchObject({
      key: "email.same",
      field: "email",
    });
    expect(letters(db)).toEqual([]);
  });

  test("keeps only the token's hash", async () => {
    const db = testDatabase();
    await askEmailChange(as(db, await lin(db)), wish);
    const rows = JSON.stringify(db.$client.prepare("select * from email_tokens").all());
    expect(rows).not.toContain(tokenIn(letterTo(db, "new@firm.cn")));
  });

  test("the form's address is normalised as the database keeps it", () => {
    const read = changeEmailSchema.parse({ email: "  NEW@Firm.CN ", currentPassword: "x" });
    expect(read.email).toBe("new@firm.cn");
  });

  test("an address with an account: same answer, same time, same page; its owner gets the letter", async () => {
    const db = testDatabase();
    const me = await lin(db);
    await makeUser(db, { email: "taken@firm.cn", lang: "zh" });
    const timed = async (email: string) => {
      const before = performance.now();
      await askEmailChange(as(db, me), { ...wish, email });
      return performance.now() - before;
    };
    const free = await timed("new@firm.cn");
    const freePage = pendingEmailChange(as(db, me));
    const taken = await timed("taken@firm.cn");
    const takenPage = pendingEmailChange(as(db, me));
    expect(Math.min(free, taken)).toBeGreaterThan(290);
    expect(takenPage).toEqual({ ...freePage, newEmail: "taken@firm.cn" });
    expect(letterTo(db, "taken@firm.cn")).toMatchObject({ template: "emailTaken", lang: "zh" });
    expect(letterTo(db, "taken@firm.cn")!.text).not.toContain("/account/email/");
    expect(letters(db).filter(({ template }) => template === "emailChangeAsked")).toHaveLength(2);
  });

  test("is limited for the person and for the address that gets the letters", async () => {
    const db = testDatabase();
    const me = await lin(db);
    const other = await signedIn(db, await makeUser(db));
    for (let n = 0; n < policies.letterToAddress.account.tries; n += 1) {
      await askEmailChange(as(db, other, { clientKey: `c${n}` }), wish);
    }
    await expect(askEmailChange(as(db, me, { clientKey: "mine" }), wish)).rejects.toThrow("rate.tooMany");
    const ask = (n: number) =>
      askEmailChange(as(db, me, { clientKey: `d${n}` }), { ...wish, email: `a${n}@firm.cn` });
    for (let n = 1; n < policies.emailChange.account.tries; n += 1) await ask(n);
    await expect(ask(99)).rejects.toThrow("rate.tooMany");
  }, 30_000);
});

describe("the link", () => {
  const asked = async (db: Database) => {
    const me = await lin(db);
    await askEmailChange(as(db, me), wish);
    return { me, token: tokenIn(letterTo(db, "new@firm.cn")) };
  };

  test("changes nothing by being opened; confirming swaps the address and ends the other sessions", async () => {
    const db = testDatabase();
    const { me, token } = await asked(db);
    const elsewhere = await startSession(db, {
      userId: me.userId,
      now: testNow,
      userAgent: null,
      secondFactor: false,
    });
    expect(emailChangeOf(as(db, me), token)).toEqual({ state: "mine", newEmail: "new@firm.cn" });
    expect(emailChangeOf(visitor(db), token)).toMatchObject({ state: "signedOut" });
    expect(userRow(db, me.userId).email).toBe("old@firm.cn");

    expect(await confirmEmailChange(as(db, me), token, undefined)).toBe("mine");
    expect(userRow(db, me.userId)).toMatchObject({ email: "new@firm.cn", emailVerifiedAt: testNow });
    expect(await actorOfCookie(db, elsewhere.cookie)).toEqual({ kind: "visitor" });
    expect(db.$client.prepare("select id from sessions").all()).toEqual([{ id: me.sessionId }]);
    expect(letterTo(db, "old@firm.cn")).toMatchObject({ template: "emailChanged" });
    const entry = db.select().from(auditEntries).where(eq(auditEntries.action, "email.change")).get();
    expect(entry).toMatchObject({ actorId: me.userId, recordId: me.userId, detail: { ended: 1 } });
    const enter = (email: string) => signIn(visitor(db), { email, password: testPassword, userAgent: null });
    await expect(enter("old@firm.cn")).rejects.toThrow("signIn.wrong");
    await enter("new@firm.cn");
  });

  test("works once, for 24 hours, and not after being taken back or replaced", async () => {
    const db = testDatabase();
    const { me, token } = await asked(db);
    const at24 = as(db, me, { now: later(24 * hour) });
    expect(emailChangeOf(as(db, me, { now: later(24 * hour - 1000) }), token)).toMatchObject({
      state: "mine",
    });
    expect(emailChangeOf(at24, token)).toEqual({ state: "gone" });
    await expect(confirmEmailChange(at24, token, undefined)).rejects.toThrow("token.gone");
    await askEmailChange(as(db, me), { ...wish, email: "third@firm.cn" });
    await expect(confirmEmailChange(as(db, me), token, undefined)).rejects.toThrow("token.gone");
    const third = tokenIn(letterTo(db, "third@firm.cn"));
    cancelEmailChange(as(db, me));
    expect(pendingEmailChange(as(db, me))).toBeNull();
    await expect(confirmEmailChange(as(db, me), third, undefined)).rejects.toThrow("token.gone");

    await askEmailChange(as(db, me), wish);
    const last = tokenIn(letterTo(db, "new@firm.cn"));
    await confirmEmailChange(as(db, me), last, undefined);
    await expect(confirmEmailChange(as(db, me), last, undefined)).rejects.toThrow("token.gone");
  });

  test("asks whoever is not signed in as that person for the password: the mail may have gone astray", async () => {
    const db = testDatabase();
    const { me, token } = await asked(db);
    const stranger = as(db, await signedIn(db, await makeUser(db)));
    await expect(confirmEmailChange(stranger, token, undefined)).rejects.toMatchObject({ field: "password" });
    await expect(confirmEmailChange(visitor(db), token, "guess")).rejects.toThrow("password.wrong");
    expect(userRow(db, me.userId).email).toBe("old@firm.cn");
    expect(await confirmEmailChange(visitor(db), token, testPassword)).toBe("signedOut");
    expect(db.$client.prepare("select id from sessions where user_id = ?").all(me.userId)).toEqual([]);
  });

  test("does not take an address that somebody opened an account with meanwhile, and is not used up by it", async () => {
    const db = testDatabase();
    const { me, token } = await asked(db);
    await makeUser(db, { email: "new@firm.cn" });
    await expect(confirmEmailChange(as(db, me), token, undefined)).rejects.toThrow("email.taken");
    expect(userRow(db, me.userId).email).toBe("old@firm.cn");
    expect(emailChangeOf(as(db, me), token)).toMatchObject({ state: "mine" });
  });

  test("stops a reset link that was mailed to the old address", async () => {
    const db = testDatabase();
    const { me, token } = await asked(db);
    await requestPasswordReset(visitor(db), "old@firm.cn");
    const reset = tokenIn(letterTo(db, "old@firm.cn"));
    expect(resetTokenWorks(visitor(db), reset)).toBe(true);
    await confirmEmailChange(as(db, me), token, undefined);
    expect(resetTokenWorks(visitor(db), reset)).toBe(false);
  });
});
