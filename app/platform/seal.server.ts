import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server.ts";

const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync("sha256", env().SESSION_SECRET, "fairway", purpose, 32));

/**
 * Encrypts a short secret for the database or a form, with AES-256-GCM under a key derived from SESSION_SECRET.
 * Returns base64url of nonce (12 bytes), tag (16 bytes) and text; two seals of one text differ.
 */
export function seal(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Opens what `seal` made; null when it was altered, or sealed under another SESSION_SECRET. */
export function unseal(sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** HMAC-SHA-256 in hex under a key derived from SESSION_SECRET: recognises a value without keeping it. */
export function keyedHash(text: string): string {
  return createHmac("sha256", keyFor("hash")).update(text).digest("hex");
}

/** SHA-256 in hex, for random tokens: the database keeps this, the mail or cookie holds the token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A token of 256 random bits for a link in a mail. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}
