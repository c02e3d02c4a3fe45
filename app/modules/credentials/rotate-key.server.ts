import { and, eq, isNull } from "drizzle-orm";
import { signingKeys } from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { env, signingKeyFile } from "#app/platform/env.server.ts";
import { replaceKey } from "#app/platform/signing-key.server.ts";
import { issueCredentials, otherIssuer } from "./issue-credentials.server.ts";
import { ownDid, ownPublicKey, registerKey } from "./keys.server.ts";

export type Rotation = {
  /** The key that signs now; null when it has to be put into SIGNING_KEY first. */
  current: string | null;
  retired: string | null;
  compromised: string | null;
  /** Credentials issued anew in place of those of a compromised key. */
  reissued: number;
};

/** What was asked cannot be done; the message says why and what can. */
export class RotationRefused extends Error {}

/**
 * Takes another key into use. The public half of the old one stays in the DID document, so everything it signed
 * stays valid.
 *
 * With `compromised` (a key's id, or "current") somebody else may hold that key's private half: nothing it signed is
 * vouched for from now on, its places in the status lists are revoked, and what is still in force is issued anew.
 *
 * Each step can be cut off and the command run again: marking comes first, so the key is never trusted longer.
 *
 * @throws RotationRefused
 */
export async function rotateKey(ctx: Ctx, options: { compromised?: string } = {}): Promise<Rotation> {
  const other = otherIssuer(ctx.db);
  if (other) {
    throw new RotationRefused(
      `the credentials name ${other}, these settings make ${ownDid()}: run it with the APP_ORIGIN (or PORT) of the server`,
    );
  }
  const fromOutside = Boolean(process.env.SIGNING_KEY);
  const before = await ownPublicKey();
  const compromised = options.compromised === "current" ? before.id : (options.compromised ?? null);
  if (compromised) markCompromised(ctx, compromised);
  const replaces = compromised === null || compromised === before.id;
  if (fromOutside && replaces) {
    if (!compromised) {
      throw new RotationRefused(
        "SIGNING_KEY is set: put a new key there (openssl genpkey -algorithm ed25519 -outform DER | base64 -w 0) and start again",
      );
    }
    return { current: null, retired: null, compromised, reissued: 0 };
  }
  if (replaces) replaceKey(signingKeyFile(env().DATA_DIR));
  const current = await registerKey(ctx);
  const reissued = await issueCredentials(ctx);
  return { current, retired: replaces ? before.id : null, compromised, reissued };
}

function markCompromised(ctx: Ctx, keyId: string): void {
  ctx.db.transaction((tx) => {
    const key = tx.select().from(signingKeys).where(eq(signingKeys.id, keyId)).get();
    if (!key) throw new RotationRefused(`there is no signing key ${keyId}`);
    const { changes } = tx
      .update(signingKeys)
      .set({ compromisedAt: ctx.now, retiredAt: key.retiredAt ?? ctx.now })
      .where(and(eq(signingKeys.id, keyId), isNull(signingKeys.compromisedAt)))
      .run();
    if (changes === 0) return;
    recordAudit(tx, ctx, { action: "signingKey.compromise", record: "signingKey", recordId: keyId });
  });
}
