import { expect, test } from "./setup/story.ts";

test.use({ javaScriptEnabled: false });

test("reading: from the start page to a guide section", async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("link", { name: "Market guides" }).first().click();
  await page
    .locator("#content")
    .getByRole("link", { name: /Germany/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/guides\/DE$/);
  await page
    .locator("#content")
    .getByRole("link", { name: /Standards/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("searching: the form alone brings answers", async ({ page }) => {
  await page.goto("/zh");
  const box = page.getByRole("searchbox").first();
  await box.fill("德国 CE 认证");
  await box.press("Enter");
  await expect(page).toHaveURL(/\/zh\/search\?/);
  await expect(page.locator("#content").getByRole("link", { name: /德国/ }).first()).toBeVisible();
});

test("signing in and out: the forms alone do it", async ({ page }) => {
  await page.goto("/en/sign-in");
  await page.getByLabel(/e-?mail/i).fill("newcomer@fairway.example");
  await page.getByLabel(/password/i).fill("fairway-demo-2026");
  await page.locator("#content").getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
});
