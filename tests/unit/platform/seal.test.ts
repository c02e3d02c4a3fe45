import fc from "fast-check";
import { expect, test } from "vitest";
import { keyedHash, seal, unseal } from "#app/platform/seal.server.ts";

test("what is sealed opens to the same text, and shows none of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 4, maxLength: 60 }), (text) => {
      const sealed = seal(text);
      return unseal(sealed) === text && sealed !== seal(text);
    }),
  );
});

test("an altered seal does not open", () => {
  const sealed = Buffer.from(seal("a secret"), "base64url");
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const altered = Buffer.from(sealed);
      altered[place] = altered[place]! ^ change;
      return unseal(altered.toString("base64url")) === null;
    }),
  );
  expect(unseal("")).toBeNull();
});

test("a keyed hash is steady and tells texts apart", () => {
  expect(keyedHash("a")).toBe(keyedHash("a"));
  expect(keyedHash("a")).not.toBe(keyedHash("b"));
});
