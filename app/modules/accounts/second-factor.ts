import { Secret, TOTP } from "otpauth";

const periodMs = 30_000;

const totpOf = (secret: string, label: string) =>
  new TOTP({
    issuer: "Fairway",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  });

/** A new secret of 160 random bits, in base32 (RFC 4226 asks for 128 at least). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The otpauth:// address that an authenticator app reads from the QR code. */
export function otpauthUrl(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The running number of the 30-second step at an instant (RFC 6238). */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / periodMs);
}

/** The code of a step. */
export function codeOfStep(secret: string, step: number): string {
  return totpOf(secret, "").generate({ timestamp: step * periodMs });
}

/**
 * The step whose code this is, one step before or after now allowed for clocks that are off; null when it is none,
 * or not newer than `lastStep`: a code works once.
 */
export function acceptedStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = stepAt(now) + delta;
  return lastStep === null || step > lastStep ? step : null;
}
