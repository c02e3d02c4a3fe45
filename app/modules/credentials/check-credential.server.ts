import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { eq } from "drizzle-orm";
import { endorsementCredentials, signingKeys } from "#db/schema/endorsements.ts";
import type { Caller } from "#app/modules/accounts/caller.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { methodId } from "./did.ts";
import { ownDid } from "./keys.server.ts";
import { verificationOf, type Verification } from "./queries.server.ts";
import type { CredentialStatus } from "./status.ts";

/** Why a text is no credential of ours that still counts. */
export type Refusal =
  "malformed" | "header" | "foreign" | "unknownKey" | "tampered" | "compromised" | "replaced";

export type Checked =
  | { verdict: Refusal; verification: null }
  | { verdict: CredentialStatus; verification: Verification; keyRetired: boolean };

/**
 * Checks a credential that somebody pasted, the way any verifier would, and then says how it stands now. The
 * signature is judged before anything that the text claims is believed.
 *
 * @throws RateLimited
 */
export async function checkCredential(ctx: Caller, text: string): Promise<Checked> {
  countAttempt(ctx, "credentialCheck", ctx.actor.kind === "user" ? ctx.actor.userId : ctx.clientKey);
  const no = (verdict: Refusal): Checked => ({ verdict, verification: null });
  const jwt = text.replace(/\s+/g, "");
  const parts = jwt.split(".");
  if (parts.length !== 3 || !parts.slice(0, 2).every(isCanonical)) return no("malformed");
  let claims: { issuer?: unknown; id?: unknown };
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jwt);
    claims = JSON.parse(Buffer.from(parts[1]!, "base64url").toString("utf8")) as typeof claims;
    if (typeof claims !== "object" || claims === null) return no("malformed");
  } catch {
    return no("malformed");
  }
  if (header.alg !== "EdDSA" || header.typ !== "vc+jwt") return no("header");
  const did = ownDid();
  if (claims.issuer !== did) return no("foreign");
  const keys = ctx.db.select().from(signingKeys).all();
  const key = keys.find(({ id }) => methodId(did, id) === header.kid);
  if (!key) return no("unknownKey");
  try {
    await compactVerify(jwt, await importJWK(key.publicJwk, "EdDSA"), { algorithms: ["EdDSA"] });
  } catch {
    return no("tampered");
  }
  if (key.compromisedAt) return no("compromised");
  // Ours and unaltered; what it is about stands in its id.
  const base = env().APP_ORIGIN + at("en").verify("");
  if (typeof claims.id !== "string" || !claims.id.startsWith(base)) return no("malformed");
  const id = claims.id.slice(base.length);
  const kept = ctx.db
    .select({ jwt: endorsementCredentials.jwt })
    .from(endorsementCredentials)
    .where(eq(endorsementCredentials.endorsementId, id))
    .get();
  const verification = verificationOf(ctx, id);
  if (!verification || kept?.jwt !== jwt) return no("replaced");
  return { verdict: verification.status, verification, keyRetired: key.retiredAt !== null };
}

function isCanonical(part: string): boolean {
  return part !== "" && Buffer.from(part, "base64url").toString("base64url") === part;
}
