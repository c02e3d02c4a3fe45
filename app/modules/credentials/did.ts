/** What the database keeps of a key: its public half (RFC 8037). */
export type PublicJwk = { kty: "OKP"; crv: "Ed25519"; x: string };

/**
 * The did:web identifier of a site: its host, with the colon before a port percent-encoded.
 *
 * Source: did:web Method Specification, "Method-specific identifier".
 */
export function didOf(origin: string): string {
  return `did:web:${new URL(origin).host.replace(":", "%3A")}`;
}

/** How a credential's header names the key: the DID URL of the verification method. */
export const methodId = (did: string, keyId: string) => `${did}#${keyId}`;

/**
 * The DID document: every key whose signatures still count, retired ones too. A compromised key is not in it, so
 * that no verifier accepts what somebody else may have signed with it.
 *
 * Sources: W3C DID Core 1.0; W3C Controlled Identifiers 1.0 (JsonWebKey, assertionMethod).
 */
export function didDocument(did: string, keys: { id: string; publicJwk: PublicJwk }[]) {
  const methods = keys.map(({ id, publicJwk }) => ({
    id: methodId(did, id),
    type: "JsonWebKey",
    controller: did,
    publicKeyJwk: { kty: publicJwk.kty, crv: publicJwk.crv, x: publicJwk.x, kid: id, alg: "EdDSA" },
  }));
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
