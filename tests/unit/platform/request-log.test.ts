import fc from "fast-check";
import { expect, test } from "vitest";
import { at } from "#app/platform/paths.ts";
import { loggablePath } from "#app/platform/request-log.server.ts";

test("whatever token a link carries, the log has none", () => {
  const token = fc.stringMatching(/^[\w-]{20,60}$/);
  fc.assert(
    fc.property(token, fc.constantFrom("en" as const, "zh" as const), (secret, lang) => {
      const paths = at(lang);
      for (const path of [
        paths.verifyEmail(secret),
        paths.resetPassword(secret),
        paths.invitation(secret),
        paths.passport(secret),
        paths.passportPdf(secret),
        paths.passport(secret).replace("passport", "Passport"),
        paths.supplierJoin(secret),
        paths.emailChange(secret),
        paths.unsubscribe(secret),
      ]) {
        expect(loggablePath(path)).not.toContain(secret);
        expect(loggablePath(`${path}?to=x`)).not.toContain(secret);
      }
    }),
  );
});

test("an ordinary path is logged as it is, without its query", () => {
  expect(loggablePath("/zh/guides/DE/standards?notice=saved")).toBe("/zh/guides/DE/standards");
});
