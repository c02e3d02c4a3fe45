import { demoAccounts } from "#db/seed/demo-accounts.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";
import { everybodysPlaces, placesOf } from "./setup/places.ts";
import { signedInAs } from "./setup/sign-in.ts";

for (const { email, lang } of demoAccounts) {
  for (const [device, viewport] of Object.entries(widths)) {
    test(`${email} finds every own place whole on a ${device}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await signedInAs(page, email);
      for (const path of [...everybodysPlaces, ...(placesOf[email] ?? [])]) {
        const answer = await page.goto(`/${lang}${path}`);
        expect(answer?.status(), path).toBe(200);
        expect(new URL(page.url()).pathname).toBe(`/${lang}${path.split("?")[0]}`);
        await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
    });
  }
}

test.describe("what belongs to others", () => {
  test.use({ allowed: [/status of 403/] });

  test("stays closed: a firm cannot enter the chamber desk", async ({ page }) => {
    await signedInAs(page, "msme@fairway.example");
    const answer = await page.goto("/en/staff");
    expect(answer?.status()).toBe(403);
  });

  test("stays closed: a visitor is sent to sign in and comes back", async ({ page }) => {
    await page.goto("/en/matches");
    await expect(page).toHaveURL("/en/sign-in?to=%2Fen%2Fmatches");
  });

  test("stays closed: staff without the second factor are asked for it", async ({ page }) => {
    await signedInAs(page, "admin@fairway.example", { secondFactor: false });
    await page.goto("/en/staff/people");
    await expect(page).toHaveURL(/second-factor/);
  });
});
