import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

test("an export manager asks where to sell, sees why, tries the flip and compares", async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("link", { name: "Where to export" }).first().click();
  await page.getByLabel(/What you make/).fill("toys, lamps");
  await page.getByRole("button", { name: "Rank the markets" }).click();
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer).toContainText(/comes first with/);
  const leader = await page.locator("ol > li h3").first().innerText();

  // A weight changed on the page answers at once, without a new page, and the address follows.
  await page.getByLabel("Market size", { exact: true }).fill("9");
  await expect(page).toHaveURL(/market-size=9/);

  await page.locator("ol > li summary").first().click();
  await expect(page.locator("ol > li table").first()).toContainText("Imports of goods and services");
  await expectAccessible(page);

  await page.goBack();
  await page.goto("/en/where-to-export?products=toys,+lamps");
  const flip = answer.getByRole("link", { name: /Try the change that puts/ });
  const rival = /puts (.+) first/.exec((await flip.getAttribute("aria-label")) ?? "")?.[1] ?? "nobody";
  await flip.click();
  await expect(page.locator("ol > li h3").first()).toHaveText(rival);
  expect(rival).not.toBe(leader);

  await page.getByRole("button", { name: "Compare the ticked markets" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare markets");
  await expect(page.getByRole("columnheader", { name: new RegExp(rival) })).toBeVisible();
  await page.getByLabel("Add a market").selectOption("JP");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: /Japan/ })).toBeVisible();
  await page.getByRole("link", { name: "Remove Japan" }).click();
  await expect(page.getByRole("columnheader", { name: /Japan/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("小厂主在手机上看市场排名，产品取自企业档案", async ({ page }) => {
  await page.setViewportSize(widths.phone);
  await signedInAs(page, "msme@fairway.example");
  await page.goto("/zh/where-to-export");
  await expect(page.getByLabel(/您的产品/)).not.toHaveValue("");
  await expect(page.locator("#content")).toContainText("取自您的企业档案");
  await expect(page.getByRole("region", { name: "结果" })).toContainText(/在30个市场中/);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "低成本进入" }).click();
  await expect(page).toHaveURL(/preset=cheap-entry/);
  await page.locator("ol > li summary").first().click();
  await expect(page.locator("ol > li table").first()).toContainText("自贸协定");
  await page.getByRole("link", { name: /^排除/ }).first().click();
  await expect(page.getByRole("region", { name: "结果" })).toContainText(/在29个市场中/);
  await page.getByRole("button", { name: "对比所选市场" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("市场对比");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the form and the links do it all", async ({ page }) => {
    await page.goto("/en/where-to-export");
    await page.getByLabel("Low risk", { exact: true }).fill("10");
    await page.getByLabel(/What you make/).fill("9503");
    await page.getByRole("button", { name: "Rank the markets" }).click();
    await expect(page).toHaveURL(/risk=10/);
    await expect(page.getByRole("region", { name: "The answer" })).toContainText("comes first");
  });
});
