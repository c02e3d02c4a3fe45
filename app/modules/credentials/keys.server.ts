import { createPublicKey } from "node:crypto";
import { asc, eq, isNull } from "drizzle-orm";
import { calculateJwkThumbprint, CompactSign } from "jose";
import type { Database, Transaction } from "#db/client.server.ts";
import { signingKeys } from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { env, signingKey } from "#app/platform/env.server.ts";
import { didDocument, didOf, methodId, type PublicJwk } from "./did.ts";

/** Our own did:web identifier. */
export const ownDid = () => didOf(env().APP_ORIGIN);

/** The public half of the key in use, with its id: the RFC 7638 thumbprint. */
export async function ownPublicKey(): Promise<{ id: string; publicJwk: PublicJwk }> {
  const { x } = createPublicKey(signingKey()).export({ format: "jwk" });
  const publicJwk: PublicJwk = { kty: "OKP", crv: "Ed25519", x: x! };
  return { id: await calculateJwkThumbprint(publicJwk), publicJwk };
}

/** The key in use has been given away; nothing is signed with it. Remedy: `npm run keys:rotate`. */
export class KeyCompromised extends Error {}

/**
 * Makes the key in use known: registers its public half and retires the one before. What that one signed stays
 * valid. Does nothing when everything stands so already. Gives the key's id.
 *
 * @throws KeyCompromised when the key in use was marked so.
 */
export async function registerKey(ctx: Ctx): Promise<string> {
  const own = await ownPublicKey();
  const current = (db: Database | Transaction) => {
    const row = db.select().from(signingKeys).where(eq(signingKeys.id, own.id)).get();
    if (row?.compromisedAt) throw new KeyCompromised(`the signing key ${own.id} is marked as compromised`);
    return row?.retiredAt === null;
  };
  if (current(ctx.db)) return own.id;
  ctx.db.transaction((tx) => {
    if (current(tx)) return;
    const before = tx.update(signingKeys).set({ retiredAt: ctx.now }).where(isNull(signingKeys.retiredAt));
    const retired = before.returning({ id: signingKeys.id }).all();
    tx.insert(signingKeys)
      .values({ ...own, createdAt: ctx.now })
      .onConflictDoUpdate({ target: signingKeys.id, set: { retiredAt: null } })
      .run();
    recordAudit(tx, ctx, {
      action: "signingKey.register",
      record: "signingKey",
      recordId: own.id,
      detail: { retired: retired.map(({ id }) => id).join(" ") },
    });
  });
  return own.id;
}

/** Our DID document as it stands now. */
export function ownDidDocument(db: Database) {
  const keys = db
    .select()
    .from(signingKeys)
    .where(isNull(signingKeys.compromisedAt))
    .orderBy(asc(signingKeys.createdAt))
    .all();
  return didDocument(ownDid(), keys);
}

/**
 * Signs a credential as it is: compact JWS whose payload is the credential itself, media type application/vc+jwt.
 * Registers the key first where that has not been done.
 *
 * Source: W3C Securing Verifiable Credentials using JOSE and COSE, section 3.1.1 (typ vc+jwt, cty vc).
 *
 * @throws KeyCompromised
 */
export async function signCredential(ctx: Ctx, credential: object): Promise<{ jwt: string; keyId: string }> {
  const keyId = await registerKey(ctx);
  const jwt = await new CompactSign(new TextEncoder().encode(JSON.stringify(credential)))
    .setProtectedHeader({ alg: "EdDSA", typ: "vc+jwt", cty: "vc", kid: methodId(ownDid(), keyId) })
    .sign(signingKey());
  return { jwt, keyId };
}
