import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";
import { publicPages } from "./setup/places.ts";

for (const lang of ["en", "zh"] as const) {
  for (const [device, viewport] of Object.entries(widths)) {
    test.describe(`${lang} on a ${device}`, () => {
      test.use({ viewport });
      for (const path of publicPages) {
        test(`${path || "/"} is whole and accessible`, async ({ page }) => {
          const answer = await page.goto(`/${lang}${path}`);
          expect(answer?.status()).toBe(200);
          await expect(page.locator("html")).toHaveAttribute("lang", lang === "zh" ? "zh-Hans" : "en");
          await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
          await expect(page).toHaveTitle(/\S/);
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        });
      }
    });
  }
}

test.describe("a wrong address", () => {
  test.use({ allowed: [/status of (400|404)/] });
  for (const [lang, title] of [
    ["en", "This page is not on the chart"],
    ["zh", /\p{Script=Han}/u],
  ] as const) {
    test(`says so in ${lang}, keeps the search and names the request`, async ({ page }) => {
      const answer = await page.goto(`/${lang}/no/such/page`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator("code")).toHaveText(answer?.headers()["x-request-id"] ?? "none");
      await expect(page.getByRole("search").first()).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("of a guide that isn't there names the likely ones", async ({ page }) => {
    const answer = await page.goto("/en/guides/XX/standards");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have no guide to that market");
    await expect(page.getByRole("search").first()).toBeVisible();
    await expectAccessible(page);
  });

  test("that cannot be decoded is refused with a page, not a fault", async ({ page }) => {
    const answer = await page.goto("/zh/guides/%E0%A4%A");
    expect(answer?.status()).toBe(400);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  });
});

test("the language switch stays on the page and its query", async ({ page }) => {
  await page.goto("/en/guides/DE/standards");
  await page.getByRole("link", { name: "中文" }).first().click();
  await expect(page).toHaveURL("/zh/guides/DE/standards");
  await page.getByRole("link", { name: "English" }).first().click();
  await expect(page).toHaveURL("/en/guides/DE/standards");
  await page.goto("/en/search?q=CE");
  await page.getByRole("link", { name: "中文" }).first().click();
  await expect(page).toHaveURL("/zh/search?q=CE");
});

test("the start address picks the browser's language", async ({ browser }) => {
  for (const [locale, lang] of [
    ["zh-CN", "zh"],
    ["en-GB", "en"],
    ["fr-FR", "en"],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page).toHaveURL(`/${lang}`);
    await context.close();
  }
});

test("the keyboard reaches the content first", async ({ page }) => {
  await page.goto("/en/guides/DE/standards");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("a guide prints without the site's furniture", async ({ page }) => {
  await page.goto("/en/guides/DE/standards");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
});
