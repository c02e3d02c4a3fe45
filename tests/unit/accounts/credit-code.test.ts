import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacter, isCreditCode } from "#app/modules/accounts/credit-code.ts";

const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const from = (set: string, length: number) =>
  fc.array(fc.constantFrom(...set), { minLength: length, maxLength: length }).map((parts) => parts.join(""));
const first17 = fc
  .tuple(from(characters, 2), from("0123456789", 6), from(characters, 9))
  .map((parts) => parts.join(""));

describe("unified social credit code", () => {
  // The worked example of GB 32100-2015, and codes that their bearers publish.
  test.each(["91350100M000100Y43", "91110000802100433B", "91440300708461136T", "9144030071526726XG"])(
    "%s is right",
    (code) => expect(isCreditCode(code)).toBe(true),
  );

  test.each(["", "91350100M000100Y4", "91350100M000100Y433", "91350100m000100y43", "91350100I000100Y43"])(
    "%j is wrong",
    (code) => expect(isCreditCode(code)).toBe(false),
  );

  test("the check character makes any body of 17 right", () => {
    fc.assert(fc.property(first17, (body) => isCreditCode(body + checkCharacter(body))));
  });

  test("a single mistyped character is always noticed", () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...characters), (body, place, typed) => {
        fc.pre(body[place] !== typed);
        const wrong = body.slice(0, place) + typed + body.slice(place + 1);
        return !isCreditCode(wrong + checkCharacter(body));
      }),
    );
  });

  test("two neighbours exchanged are always noticed", () => {
    fc.assert(
      fc.property(first17, fc.nat(15), (body, place) => {
        fc.pre(body[place] !== body[place + 1]);
        const wrong = body.slice(0, place) + body[place + 1]! + body[place]! + body.slice(place + 2);
        return !isCreditCode(wrong + checkCharacter(body));
      }),
    );
  });
});
