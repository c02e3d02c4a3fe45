import { expect, test } from "vitest";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { countAttempt, policies, RateLimited } from "#app/platform/rate-limits.server.ts";
import { rateLimits } from "#db/schema/accounts.ts";
import { makeUser, testPassword } from "#tests/factories/accounts.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const { account, address } = policies.signIn;
const later = (ms: number) => new Date(testNow.getTime() + ms);

function refusal(run: () => void): RateLimited | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof RateLimited) return error;
    throw error;
  }
}

test("one account is closed after its tries, from any address, until the window is over", () => {
  const db = testDatabase();
  for (let n = 0; n < account.tries; n += 1) {
    countAttempt(visitor(db, { clientKey: `client-${n}` }), "signIn", "lin@firm.cn");
  }
  const now = later(60_000);
  const refused = refusal(() =>
    countAttempt(visitor(db, { now, clientKey: "new" }), "signIn", "lin@firm.cn"),
  );
  expect(refused).toMatchObject({ key: "rate.tooMany", retryAfterSeconds: account.windowMs / 1000 - 60 });
  countAttempt(visitor(db), "signIn", "other@firm.cn");
  countAttempt(visitor(db, { now: later(account.windowMs) }), "signIn", "lin@firm.cn");
});

test("one address is closed after its tries, whatever accounts it asks for", () => {
  const db = testDatabase();
  for (let n = 0; n < address.tries; n += 1) countAttempt(visitor(db), "signIn", `a${n}@firm.cn`);
  expect(refusal(() => countAttempt(visitor(db), "signIn", "next@firm.cn"))).not.toBeNull();
  countAttempt(visitor(db, { clientKey: "client-2" }), "signIn", "next@firm.cn");
});

test("being right clears the account's count; policies count apart", async () => {
  const db = testDatabase();
  await makeUser(db, { email: "lin@firm.cn" });
  for (let n = 0; n < account.tries - 1; n += 1) countAttempt(visitor(db), "signIn", "lin@firm.cn");
  await signIn(visitor(db), { email: "lin@firm.cn", password: testPassword, userAgent: null });
  for (let n = 0; n < account.tries; n += 1) countAttempt(visitor(db), "signIn", "lin@firm.cn");
  expect(refusal(() => countAttempt(visitor(db), "signIn", "lin@firm.cn"))).not.toBeNull();
  countAttempt(visitor(db), "passwordReset", "lin@firm.cn");
});

test("keys are hashed, and rows go when every window is over", () => {
  const db = testDatabase();
  countAttempt(visitor(db, { clientKey: "203.0.113.9" }), "signIn", "lin@firm.cn");
  const stored = JSON.stringify(db.select().from(rateLimits).all());
  expect(stored).not.toMatch(/lin@firm|203\.0\.113/);
  countAttempt(visitor(db, { now: later(25 * 3_600_000) }), "signUp", "mei@firm.cn");
  expect(
    db
      .select()
      .from(rateLimits)
      .all()
      .map(({ policy }) => policy),
  ).toEqual(["signUp", "signUp"]);
});
