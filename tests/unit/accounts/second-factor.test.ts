import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptedStep,
  codeOfStep,
  newTotpSecret,
  otpauthUrl,
  stepAt,
} from "#app/modules/accounts/second-factor.ts";

const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("TOTP", () => {
  // RFC 6238, appendix B (SHA-1), last six digits.
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ])("at second %i the code is %s", (seconds, code) => {
    expect(codeOfStep(secret, stepAt(at(seconds)))).toBe(code);
    expect(acceptedStep(secret, code, at(seconds), null)).toBe(stepAt(at(seconds)));
  });

  test("a code is taken one step early or late, and no further", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60_000_000 }), fc.integer({ min: -3, max: 3 }), (step, off) => {
        const accepted = acceptedStep(secret, codeOfStep(secret, step + off), at(step * 30 + 7), null);
        return Math.abs(off) <= 1 ? accepted === step + off : accepted !== step + off;
      }),
    );
  });

  test("a code works once: neither it nor an earlier one after it", () => {
    const now = at(1_800_000_010);
    const step = stepAt(now);
    expect(acceptedStep(secret, codeOfStep(secret, step), now, step)).toBeNull();
    expect(acceptedStep(secret, codeOfStep(secret, step - 1), now, step)).toBeNull();
    expect(acceptedStep(secret, codeOfStep(secret, step + 1), now, step)).toBe(step + 1);
  });

  test("a new secret has 160 bits and its address names us and the account", () => {
    const made = newTotpSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(otpauthUrl(made, "lin@firm.cn"));
    expect(url.protocol).toBe("otpauth:");
    expect(decodeURIComponent(url.pathname)).toContain("Fairway:lin@firm.cn");
    expect(url.searchParams.get("secret")).toBe(made);
  });
});
