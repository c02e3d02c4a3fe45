import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanName, disposition } from "#app/modules/uploads/name.ts";

describe("the name of a file", () => {
  test.each([
    ["../../etc/passwd", "application/pdf", "passwd.pdf"],
    ["C:\\Users\\me\\licence.PDF", "application/pdf", "licence.pdf"],
    ["营业执照.pdf", "application/pdf", "营业执照.pdf"],
    ["setup.exe", "image/png", "setup.exe.png"],
    ["gpj\u202Efdp.exe", "image/jpeg", "gpjfdp.exe.jpg"],
    ["a\u0000b\r\nSet-Cookie: x.pdf", "application/pdf", "abSet-Cookie_ x.pdf"],
    ["", "image/png", "file.png"],
    ["...", "image/png", "file.png"],
    ["photo.jpeg", "image/jpeg", "photo.jpeg"],
  ] as const)("%j as %s is %j", (given, type, clean) => {
    expect(cleanName(given, type)).toBe(clean);
  });

  test("whatever is given: no path, nothing unseen, short, with the right ending", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const name = cleanName(given, "application/pdf");
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+\.pdf$/u);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(disposition("attachment", name)).toMatch(
          /^attachment; filename="[ -~]*"; filename\*=UTF-8''[!-~]+$/,
        );
      }),
    );
  });
});
