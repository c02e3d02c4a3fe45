import { describe, expect, test } from "vitest";
import { weakness } from "#app/modules/accounts/password-strength.server.ts";

const lin = { name: "Lin Qingyue", email: "qingyue.lin@harbourtoys.cn" };

describe("password strength", () => {
  test.each([
    ["password1234", "password.common"],
    ["iloveyou2024!", "password.common"],
    ["1234567890", "password.common"],
    ["aaaaaaaaaaaaaa", "password.repeat"],
    ["qingyue.lin@harbourtoys.cn", "password.personal"],
    ["Qingyue1990", expect.stringMatching(/^password\./)],
    ["harbourtoys", "password.personal"],
    ["fairway123456", "password.personal"],
    ["2026-11-22abc", "password.date"],
    ["asdfghjkl;'", "password.keyboard"],
  ])("%s is refused", (password, why) => expect(weakness(password, lin)).toEqual(why));

  test.each([
    "lantern harbour 77 amber",
    "x7Kp-2mvQ9wT",
    "琥珀 lantern 77 harbour",
    "correct horse battery staple",
  ])("%s is taken", (password) => expect(weakness(password, lin)).toBeNull());

  test("the longest password that the form takes is judged quickly", () => {
    const before = performance.now();
    weakness("zR4$".repeat(32), lin);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
