import { newestLetterTo } from "./setup/mail.ts";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, test, widths } from "./setup/story.ts";

test("a firm's manager searches in Chinese on a phone, reads the section, and sees what fits and why", async ({
  page,
}) => {
  await page.setViewportSize(widths.phone);
  await signedInAs(page, "msme@fairway.example");
  await page.goto("/zh");
  await page.getByRole("combobox").fill("德国 玩具 CE认证");
  await page.getByRole("combobox").press("Enter");
  await page
    .locator("#content")
    .getByRole("link", { name: /德国.*标准/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/zh\/guides\/DE\/standards/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("德国");
  await expect(page.locator("#content")).toContainText("待核实");

  await page.locator("summary", { hasText: "我的常用" }).click();
  await page.getByRole("link", { name: "我的匹配" }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: /条件全部符合|符合全部|全部符合/ })).toBeVisible();
  await page
    .locator("#content")
    .getByRole("link", { name: /纽伦堡/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("纽伦堡");
  await expectAccessible(page);
});

test("suggestions while typing are driven by the keyboard alone", async ({ page }) => {
  await page.goto("/en");
  const box = page.getByRole("combobox");
  await box.focus();
  await page.keyboard.type("germ");
  const options = page.getByRole("option");
  await expect(options.first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(box).toHaveAttribute("aria-activedescendant", /./);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/(search\?|guides\/DE)/);
});

test("the language switch stays on the section and keeps the query", async ({ page }) => {
  await page.goto("/en/guides/DE/standards");
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL("/zh/guides/DE/standards");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await page.goto("/en/search?q=japan+pse");
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL("/zh/search?q=japan+pse");
});

test("what would raise a match leads to the very field, and saving there does raise it", async ({ page }) => {
  await signedInAs(page, "msme@fairway.example");
  await page.goto("/en/matches");
  const raise = page
    .locator("#content")
    .getByRole("link", { name: /Name Japan as a target market/ })
    .first();
  await raise.click();
  await expect(page).toHaveURL(/\/en\/profile\/markets#targets/);
  const japan = page.getByRole("group", { name: /markets you want|target/i }).getByLabel("Japan");
  await japan.check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("#saved-line")).toContainText(/Saved \d/);
  await page.goto("/en/matches");
  await expect(
    page.locator("#content").getByRole("link", { name: /Name Japan as a target market/ }),
  ).toHaveCount(0);
});

test("an unvetted firm is told what is missing, step by step", async ({ page }) => {
  await signedInAs(page, "newcomer@fairway.example");
  await page.goto("/zh/matches");
  const step = page.locator('#content a[href*="/profile/"][href*="#"]').first();
  await expect(step).toBeVisible();
  const target = new URL((await step.getAttribute("href"))!, page.url()).hash;
  await step.click();
  await expect(page.locator(target)).toBeVisible();
});

test.describe("somebody new", () => {
  // The browser logs the refused weak password as a failed resource.
  test.use({ allowed: [/status of 400/] });

  test("signs up, confirms the address by the mail and founds her firm", async ({ page }) => {
    const address = `story-${Date.now()}@example.com`;
    const password = "灯塔-潮汐-麻绳-海图-42";
    const main = page.locator("#content");
    await page.goto("/zh/sign-up");
    await page.getByLabel(/姓名/).fill("李航");
    await page.getByLabel(/邮箱/).fill(address);
    await main.locator('input[type="password"]').fill("123456789012");
    await main.getByRole("button").last().click();
    await expect(main.locator('input[type="password"]')).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(/邮箱/)).toHaveValue(address);

    await main.locator('input[type="password"]').fill(password);
    await main.getByRole("button").last().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("请查收邮件");
    const link = /https?:\S+\/verify-email\/\S+/.exec(newestLetterTo(address))![0];
    await page.goto(new URL(link).pathname);
    await main.locator('input[type="password"]').fill(password);
    await main.getByRole("button").last().click();
    await expect(page).not.toHaveURL(/verify-email/);

    await page.goto("/zh/organisation/new");
    await page.getByLabel(/中文名称/).fill("宁波试航文具有限公司");
    await main.getByRole("button").last().click();
    await expect(main.locator('[aria-invalid="true"]').first()).toBeVisible();
    await expect(page.getByLabel(/中文名称/)).toHaveValue("宁波试航文具有限公司");
  });
});
