import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. About 25 ms. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** argon2id of a password, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password fits the stored hash. Without a hash (nobody has that address, or the account is closed for
 * good) it verifies against a dummy of the same cost and says no: the answer takes as long as for a wrong password.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const phc = stored || (await (dummy ??= hashPassword("nobody has this password")));
  const fits = await verify(phc, password.normalize("NFKC"));
  return phc === stored && fits;
}

/**
 * Runs `work` and lets at least `ms` pass before its outcome is known: whoever measures the answer learns nothing
 * of what was done.
 */
export async function atLeast<Result>(ms: number, work: () => Result | Promise<Result>): Promise<Result> {
  const pause = new Promise((resolve) => setTimeout(resolve, ms));
  const [outcome] = await Promise.allSettled([Promise.resolve().then(work), pause]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
