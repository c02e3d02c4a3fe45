import { and, eq, lt } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { rateLimits } from "#db/schema/accounts.ts";
import { DomainError } from "./domain-error.ts";
import { keyedHash } from "./seal.server.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Limit = { tries: number; windowMs: number };

/** The one policy table: how often, for one account and from one address, within which window. */
export const policies = {
  signIn: { account: { tries: 10, windowMs: 15 * minute }, address: { tries: 60, windowMs: 15 * minute } },
  signUp: { account: { tries: 5, windowMs: hour }, address: { tries: 20, windowMs: hour } },
  passwordReset: { account: { tries: 3, windowMs: hour }, address: { tries: 15, windowMs: hour } },
  verification: { account: { tries: 3, windowMs: hour }, address: { tries: 15, windowMs: hour } },
  mailedToken: { account: { tries: 20, windowMs: hour }, address: { tries: 30, windowMs: hour } },
  emailChange: { account: { tries: 5, windowMs: hour }, address: { tries: 15, windowMs: hour } },
  letterToAddress: { account: { tries: 3, windowMs: hour }, address: { tries: 15, windowMs: hour } },
  ownData: { account: { tries: 20, windowMs: hour }, address: { tries: 60, windowMs: hour } },
  secondFactor: {
    account: { tries: 5, windowMs: 15 * minute },
    address: { tries: 60, windowMs: 15 * minute },
  },
  passwordAgain: {
    account: { tries: 10, windowMs: 15 * minute },
    address: { tries: 60, windowMs: 15 * minute },
  },
  feedback: { account: { tries: 20, windowMs: hour }, address: { tries: 40, windowMs: hour } },
  deskQuestion: { account: { tries: 10, windowMs: day }, address: { tries: 30, windowMs: day } },
  relation: { account: { tries: 40, windowMs: day }, address: { tries: 80, windowMs: day } },
  supplierLetters: { account: { tries: 10, windowMs: day }, address: { tries: 20, windowMs: day } },
  upload: { account: { tries: 60, windowMs: hour }, address: { tries: 120, windowMs: hour } },
  introduction: { account: { tries: 10, windowMs: day }, address: { tries: 30, windowMs: day } },
  passport: { account: { tries: 60, windowMs: hour }, address: { tries: 60, windowMs: hour } },
  application: { account: { tries: 10, windowMs: day }, address: { tries: 100, windowMs: day } },
  endorsementLetter: { account: { tries: 5, windowMs: day }, address: { tries: 200, windowMs: day } },
  credentialCheck: { account: { tries: 60, windowMs: hour }, address: { tries: 120, windowMs: hour } },
  invitation: { account: { tries: 30, windowMs: day }, address: { tries: 60, windowMs: day } },
} satisfies Record<string, { account: Limit; address: Limit }>;
export type Policy = keyof typeof policies;

const longestMs = Math.max(
  ...Object.values(policies).flatMap((p) => [p.account.windowMs, p.address.windowMs]),
);

/** A rate limit said no. The answer is 429 with Retry-After. */
export class RateLimited extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterMs: number) {
    super("rate.tooMany", { params: { minutes: Math.max(1, Math.ceil(retryAfterMs / minute)) } });
    this.name = "RateLimited";
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  }
}

type Caller = { db: Database; now: Date; clientKey: string };

const keyOf = (scope: "account" | "address", whom: string) =>
  `${scope}:${keyedHash(`rate ${scope} ${whom}`)}`;

/**
 * Counts one attempt, by account (an e-mail or a user id) and by the client's address. It commits on its own, so
 * that an attempt counts even when what follows fails. Rows whose window is long over are removed in passing.
 *
 * @throws RateLimited when either counter is used up; that attempt is not counted.
 */
export function countAttempt(caller: Caller, policy: Policy, account: string): void {
  const { now } = caller;
  const scopes = [
    { limit: policies[policy].account, key: keyOf("account", account) },
    { limit: policies[policy].address, key: keyOf("address", caller.clientKey) },
  ];
  caller.db.transaction((tx) => {
    const counters = scopes.map(({ limit, key }) => {
      const row = tx
        .select()
        .from(rateLimits)
        .where(and(eq(rateLimits.policy, policy), eq(rateLimits.key, key)))
        .get();
      const running = row && now.getTime() - row.windowStart.getTime() < limit.windowMs;
      return { limit, key, windowStart: running ? row.windowStart : now, count: running ? row.count : 0 };
    });
    for (const { limit, count, windowStart } of counters) {
      if (count >= limit.tries) {
        throw new RateLimited(windowStart.getTime() + limit.windowMs - now.getTime());
      }
    }
    for (const { key, count, windowStart } of counters) {
      tx.insert(rateLimits)
        .values({ policy, key, windowStart, count: count + 1 })
        .onConflictDoUpdate({
          target: [rateLimits.policy, rateLimits.key],
          set: { windowStart, count: count + 1 },
        })
        .run();
    }
    tx.delete(rateLimits)
      .where(lt(rateLimits.windowStart, new Date(now.getTime() - longestMs)))
      .run();
  });
}

/** Forgets an account's failed attempts once it has proved itself; the address keeps its count. */
export function forgetAttempts(caller: Caller, policy: Policy, account: string): void {
  caller.db
    .delete(rateLimits)
    .where(and(eq(rateLimits.policy, policy), eq(rateLimits.key, keyOf("account", account))))
    .run();
}
