import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import type { ErrorKey } from "#app/i18n/en/errors.ts";
import { DomainError } from "#app/platform/domain-error.ts";

/** Below this many decimal digits of guesses (zxcvbn's estimate) a password is refused. */
const enoughGuessesLog10 = 9;

const reasons: Partial<Record<string, ErrorKey>> = {
  straightRow: "password.keyboard",
  keyPattern: "password.keyboard",
  simpleRepeat: "password.repeat",
  extendedRepeat: "password.repeat",
  sequences: "password.sequence",
  recentYears: "password.date",
  dates: "password.date",
  topTen: "password.common",
  topHundred: "password.common",
  common: "password.common",
  similarToCommon: "password.common",
  userInputs: "password.personal",
};

let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password is too weak, or null. `about` is what an attacker knows of the person: their words count as
 * guessed first.
 */
export function weakness(password: string, about: { name: string; email: string }): ErrorKey | null {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = [about.name, about.email, ...`${about.name} ${about.email}`.split(/[^\p{L}\p{N}]+/u)];
  const known = words.map((word) => word.toLowerCase()).filter((word) => word.length > 1);
  const { guessesLog10, feedback } = estimator.check(password, [...known, "fairway", "航道"]);
  if (guessesLog10 >= enoughGuessesLog10) return null;
  return reasons[feedback.warning ?? ""] ?? "password.weak";
}

/** @throws DomainError at `field` when the password is too weak. */
export function refuseWeakPassword(
  password: string,
  about: { name: string; email: string },
  field = "password",
): void {
  const key = weakness(password, about);
  if (key) throw new DomainError(key, { field });
}
