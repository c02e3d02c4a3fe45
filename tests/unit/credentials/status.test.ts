import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didDocument, didOf } from "#app/modules/credentials/did.ts";
import { isRevoked, isSuspended, statusOf } from "#app/modules/credentials/status.ts";
import { encodeBits } from "#app/modules/credentials/status-list.server.ts";
import { inForce } from "#app/modules/endorsements/policy.ts";

describe("the bit string", () => {
  test("is that of the specification's own example where nothing is set", () => {
    // 16 KB of zeros; compressors differ in a byte of the header, so it is the content that is compared.
    const example = "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
    expect(gunzipSync(Buffer.from(encodeBits([]).slice(1), "base64url"))).toEqual(
      gunzipSync(Buffer.from(example, "base64url")),
    );
  });

  test("sets exactly the named places, the first one left-most", () => {
    expect(gunzipSync(Buffer.from(encodeBits([0]).slice(1), "base64url"))[0]).toBe(0x80);
    expect(gunzipSync(Buffer.from(encodeBits([131_071]).slice(1), "base64url"))[16_383]).toBe(1);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(131_071), { maxLength: 30 }), (places) => {
        const bytes = gunzipSync(Buffer.from(encodeBits(places).slice(1), "base64url"));
        const set = [...bytes].flatMap((byte, at) =>
          [...byte.toString(2).padStart(8, "0")].flatMap((bit, inByte) =>
            bit === "1" ? [at * 8 + inByte] : [],
          ),
        );
        expect(set).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe("the issuer", () => {
  test.each([
    ["https://fairway.example", "did:web:fairway.example"],
    ["https://fairway.example:443", "did:web:fairway.example"],
    ["http://127.0.0.1:3000", "did:web:127.0.0.1%3A3000"],
  ])("of %s is %s", (origin, did) => {
    expect(didOf(origin)).toBe(did);
    expect(didDocument(did, []).assertionMethod).toEqual([]);
  });
});

test("page and lists say valid exactly when the endorsement is in force, whatever happened to it", () => {
  const day = 86_400_000;
  const now = new Date("2026-11-22T04:00:00Z");
  const facts = fc.record({
    endorsement: fc.record({
      state: fc.constantFrom("draft", "pending_approval", "active", "expired", "revoked"),
      validFrom: fc.integer({ min: -3, max: 3 }).map((days) => new Date(now.getTime() + days * day)),
      validUntil: fc.integer({ min: -3, max: 3 }).map((days) => new Date(now.getTime() + days * day)),
    }),
    flags: fc.array(fc.record({ outcome: fc.constantFrom("cleared" as const, "upheld" as const, null) }), {
      maxLength: 3,
    }),
    firmSuspended: fc.boolean(),
    keyCompromised: fc.constant(false),
  });
  fc.assert(
    fc.property(facts, (one) => {
      const { endorsement, flags, firmSuspended } = one;
      const standing = { status: firmSuspended ? ("suspended" as const) : ("vetted" as const) };
      const counts = inForce(endorsement, flags, standing, now);
      expect(statusOf(one, now) === "valid").toBe(counts);
      const inTime = endorsement.validFrom <= now && now < endorsement.validUntil;
      if (endorsement.state !== "expired") {
        expect(inTime && !isRevoked(one) && !isSuspended(one)).toBe(counts);
      }
    }),
  );
});
