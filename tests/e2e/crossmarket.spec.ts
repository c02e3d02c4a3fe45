import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

test("a toy maker goes from the sector to the rules of all markets, and takes the table along", async ({
  page,
}) => {
  await page.goto("/en/guides");
  await page
    .getByRole("navigation", { name: "Ways into the guides" })
    .getByRole("link", { name: /Sectors/ })
    .click();
  await page.getByRole("link", { name: /Toys, games and sports goods/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Toys, games and sports goods");
  await expect(page.getByRole("link", { name: "G-Mark", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sponsor programmes" })).toBeVisible();

  await page.goto("/en/topics");
  await page.locator("#content").getByRole("link", { name: "Standards, testing and labelling" }).click();
  await page.getByRole("link", { name: /Southeast Asia/ }).click();
  await expect(page).toHaveURL(/region=southeast-asia/);
  const table = page.getByRole("table");
  await expect(table.getByRole("link", { name: "Vietnam" })).toBeVisible();
  await expect(table.getByRole("link", { name: "Germany" })).toHaveCount(0);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  expect((await download).suggestedFilename()).toBe("fairway-standards.csv");
  await table.getByRole("link", { name: "Vietnam" }).click();
  await expect(page).toHaveURL("/en/guides/VN/standards");
});

test("手机上读通用指南：点术语看释义，再进协定页查各成员", async ({ page }) => {
  await page.setViewportSize(widths.phone);
  await page.goto("/zh/guides/ALL/pricing-payment");
  const term = page.getByRole("button", { name: "电汇" });
  await term.focus();
  await page.keyboard.press("Enter");
  const note = page.getByRole("note", { name: "电汇" });
  await expect(note).toBeVisible();
  await expect(note).toContainText("定金和尾款怎么分");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(note).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await term.click();
  await note.getByRole("link", { name: "查看术语表" }).click();
  await expect(page).toHaveURL("/zh/glossary#telegraphic-transfer");
  await expectNoSidewaysScroll(page);

  await page.goto("/zh/guides");
  await page.locator("#blocks").getByRole("link", { name: /RCEP/ }).click();
  const members = page.getByRole("table", { name: "本站收录的成员一览" });
  await expect(members.getByRole("row", { name: /菲律宾/ })).toContainText("2023年6月2日");
  await members.getByRole("link", { name: "日本" }).click();
  await expect(page).toHaveURL("/zh/guides/JP");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a definition opens all the same, and the glossary is searched by its form", async ({ page }) => {
    await page.goto("/en/guides/ALL/pricing-payment");
    await page.getByRole("button", { name: "FCA" }).click();
    await expect(page.getByRole("note", { name: "FCA (free carrier)" })).toBeVisible();
    await page.goto("/en/glossary");
    await page.getByRole("searchbox", { name: "Find a term" }).fill("到岸价");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("1 term");
    await expect(page.locator("#cif")).toContainText("minimum insurance");
  });
});
