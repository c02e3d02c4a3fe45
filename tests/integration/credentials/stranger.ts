import { createPublicKey, verify } from "node:crypto";
import { gunzipSync } from "node:zlib";

// A verifier as somebody in Hamburg would write it from the specifications alone: nothing but Node's own crypto, and
// nothing of the product. It is given a credential, the issuer's DID document, and the status lists by address.

type Jwk = { kty: string; crv: string; x: string };
type Did = {
  id: string;
  verificationMethod: { id: string; type: string; controller: string; publicKeyJwk: Jwk }[];
  assertionMethod: string[];
};
type StatusEntry = {
  type: string;
  statusPurpose: string;
  statusListIndex: string;
  statusListCredential: string;
};
type Claims = {
  "@context": unknown[];
  id: string;
  type: string[];
  issuer: string | { id: string };
  validFrom?: string;
  validUntil?: string;
  credentialStatus?: StatusEntry | StatusEntry[];
  credentialSubject: Record<string, unknown>;
};
export type Verdict =
  | "valid"
  | "malformed"
  | "wrong header"
  | "foreign key"
  | "bad signature"
  | "not yet"
  | "expired"
  | "bad status"
  | string;

const strict = /^[A-Za-z0-9_-]+$/;
const bytes = (part: string) => {
  if (!strict.test(part)) throw new Error("not base64url");
  const decoded = Buffer.from(part, "base64url");
  if (decoded.toString("base64url") !== part) throw new Error("not canonical base64url");
  return decoded;
};

/** Checks the envelope alone: header, key, signature, issuer, dates. */
function open(jwt: string, did: Did, now: Date): { verdict: Verdict; claims?: Claims } {
  const parts = jwt.split(".");
  if (parts.length !== 3) return { verdict: "malformed" };
  let header: Record<string, unknown>;
  let claims: Claims;
  let signature: Buffer;
  try {
    header = JSON.parse(bytes(parts[0]!).toString("utf8")) as Record<string, unknown>;
    claims = JSON.parse(bytes(parts[1]!).toString("utf8")) as Claims;
    signature = bytes(parts[2]!);
  } catch {
    return { verdict: "malformed" };
  }
  if (header.alg !== "EdDSA" || header.typ !== "vc+jwt" || header.crit !== undefined)
    return { verdict: "wrong header" };
  const issuer = typeof claims.issuer === "string" ? claims.issuer : claims.issuer?.id;
  const method = did.verificationMethod.find(({ id }) => id === header.kid);
  if (
    !method ||
    issuer !== did.id ||
    method.controller !== did.id ||
    !did.assertionMethod.includes(method.id)
  ) {
    return { verdict: "foreign key" };
  }
  const { kty, crv, x } = method.publicKeyJwk;
  const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  if (!verify(null, Buffer.from(`${parts[0]}.${parts[1]}`), key, signature))
    return { verdict: "bad signature" };
  if ("vc" in claims || "vp" in claims || claims["@context"][0] !== "https://www.w3.org/ns/credentials/v2") {
    return { verdict: "malformed" };
  }
  if (!claims.type.includes("VerifiableCredential")) return { verdict: "malformed" };
  if (claims.validFrom && now < new Date(claims.validFrom)) return { verdict: "not yet", claims };
  if (claims.validUntil && now >= new Date(claims.validUntil)) return { verdict: "expired", claims };
  return { verdict: "valid", claims };
}

/** "valid", the first thing that is wrong, or the purpose whose bit is set. */
export function check(jwt: string, did: Did, lists: Record<string, string>, now: Date): Verdict {
  const { verdict, claims } = open(jwt, did, now);
  if (verdict !== "valid" || !claims) return verdict;
  const entries = claims.credentialStatus === undefined ? [] : [claims.credentialStatus].flat();
  for (const entry of entries) {
    const list = open(lists[entry.statusListCredential] ?? "", did, now);
    if (list.verdict !== "valid" || !list.claims?.type.includes("BitstringStatusListCredential"))
      return "bad status";
    const { type, statusPurpose, encodedList } = list.claims.credentialSubject as Record<string, string>;
    if (type !== "BitstringStatusList" || statusPurpose !== entry.statusPurpose) return "bad status";
    if (list.claims.id !== entry.statusListCredential || !encodedList?.startsWith("u")) return "bad status";
    const bits = gunzipSync(bytes(encodedList.slice(1)));
    const index = Number(entry.statusListIndex);
    if (bits.length * 8 < 131_072 || !Number.isInteger(index) || index >= bits.length * 8)
      return "bad status";
    if (bits[index >> 3]! & (0x80 >> (index & 7))) return entry.statusPurpose;
  }
  return "valid";
}
