import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What a key must be, as the words after "must be". */
export const keyExpected =
  "an Ed25519 private key in PKCS#8, as PEM or as base64 of its DER (openssl genpkey -algorithm ed25519 -outform DER | base64 -w 0)";

/** The key that a text holds; null when it is none that we sign with. */
export function readKey(text: string): KeyObject | null {
  try {
    const pem = text.includes("-----BEGIN") ? text.replaceAll("\\n", "\n").trim() : null;
    const key = pem
      ? createPrivateKey(pem)
      : createPrivateKey({ key: Buffer.from(text.trim(), "base64"), format: "der", type: "pkcs8" });
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

/**
 * The key kept in a file, made on first use for its owner alone (600).
 *
 * @throws Error when the file holds something else; a key is never made over it.
 */
export function keptKey(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const made = writeNewKey(file);
    try {
      // Not a rename: whoever came first keeps the name.
      linkSync(made, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(made, { force: true });
    }
  }
  const key = readKey(readFileSync(file, "utf8"));
  if (!key) throw new Error(`${file} must hold ${keyExpected}`);
  return key;
}

/** Puts a new key into the file's place, whole or not at all. The old private key is gone with this. */
export function replaceKey(file: string): KeyObject {
  renameSync(writeNewKey(file), file);
  return keptKey(file);
}

function writeNewKey(file: string): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  const beside = `${file}.${randomBytes(6).toString("hex")}`;
  const der = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  writeFileSync(beside, `${der}\n`, { mode: 0o600, flag: "wx", flush: true });
  return beside;
}
