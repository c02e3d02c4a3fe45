import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { spentStatusIndexes } from "#db/schema/endorsements.ts";
import type { Ctx } from "#app/platform/context.ts";
import { env } from "#app/platform/env.server.ts";
import { statusListLength, statusListPath, type StatusPurpose } from "./credential.ts";
import { ownDid, signCredential } from "./keys.server.ts";
import { issuedCredentials } from "./queries.server.ts";
import { isRevoked, isSuspended } from "./status.ts";

const hourMs = 3_600_000;

/** The places whose bit is set: what is revoked, or suspended, at this moment. */
function setBits(ctx: Ctx, purpose: StatusPurpose): number[] {
  const issued = issuedCredentials(ctx);
  const says = purpose === "revocation" ? isRevoked : isSuspended;
  const bits = issued.filter(says).map(({ credential }) => credential.statusIndex);
  if (purpose === "suspension") return bits;
  return [
    ...bits,
    ...ctx.db
      .select()
      .from(spentStatusIndexes)
      .all()
      .map(({ statusIndex }) => statusIndex),
  ];
}

/** A bit string as the specification wants it: index 0 is the left-most bit; GZIP, base64url, multibase "u". */
export function encodeBits(indexes: number[], length = statusListLength): string {
  const bytes = Buffer.alloc(length / 8);
  for (const index of indexes) bytes[index >> 3]! |= 0x80 >> (index & 7);
  return `u${gzipSync(bytes, { level: 9 }).toString("base64url")}`;
}

/**
 * A status list as a signed credential, made of the database as it is now: a revocation shows at the next request.
 * It is dated by the hour and good for a day, so that an old copy cannot be passed off as today's for long. `etag`
 * is the same for the same answer.
 *
 * Source: W3C Bitstring Status List 1.0, BitstringStatusListCredential and the generation algorithms.
 */
export async function statusList(ctx: Ctx, purpose: StatusPurpose): Promise<{ jwt: string; etag: string }> {
  const url = env().APP_ORIGIN + statusListPath(purpose);
  const hour = Math.floor(ctx.now.getTime() / hourMs) * hourMs;
  const { jwt } = await signCredential(ctx, {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: url,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: ownDid(),
    validFrom: new Date(hour).toISOString(),
    validUntil: new Date(hour + 25 * hourMs).toISOString(),
    credentialSubject: {
      id: `${url}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList: encodeBits(setBits(ctx, purpose)),
    },
  });
  return { jwt, etag: `"${createHash("sha256").update(jwt).digest("base64url").slice(0, 22)}"` };
}
