import type { Page } from "@playwright/test";
import sharp from "sharp";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, test, widths } from "./setup/story.ts";

test.describe("a firm on a phone, in Chinese", () => {
  test.use({ viewport: widths.phone, allowed: [/status of 400|ERR_CONNECTION_FAILED|ERR_FAILED/] });

  test("finds its places under headings, within one screen", async ({ page }) => {
    await signedInAs(page, "msme@fairway.example");
    await page.goto("/zh/vetting");
    await page.locator("summary", { hasText: "我的常用" }).click();
    await expect(page.getByRole("list", { name: "企业与信誉" }).filter({ visible: true })).toBeVisible();
    const height = await page.locator("nav details").evaluate((menu) => menu.getBoundingClientRect().height);
    expect(height).toBeLessThan(widths.phone.height);
    await expectAccessible(page);
  });

  test("sees the first choice of who sees what without a long legend before it", async ({ page }) => {
    await signedInAs(page, "msme@fairway.example");
    await page.goto("/zh/profile/disclosure");
    const first = await page.locator("#content select").first().boundingBox();
    expect(first!.y + first!.height).toBeLessThan(widths.phone.height);
    await page.getByText("各级范围的含义").click();
    await expect(page.getByText("互联网上任何人都能看到，包括同行和搜索引擎。")).toBeVisible();
    await expectAccessible(page);
  });

  test("fills in no field and presses no button below the line that tells of saving", async ({ page }) => {
    await signedInAs(page, "msme@fairway.example");
    await page.goto("/zh/profile/firm");
    expect(await coveredFields(page)).toEqual([]);
    await page.setViewportSize({ width: 900, height: 500 });
    expect(await coveredFields(page)).toEqual([]);
  });

  test("sees how far its files are, keeps them chosen when something fails, and is told before they are sent", async ({
    page,
  }) => {
    await signedInAs(page, "msme@fairway.example");
    await page.goto("/zh/profile/photos");
    const files = page.getByLabel("图片");
    const send = page.getByRole("button", { name: "上传", exact: true });
    const photo = async (name: string) => ({
      name,
      mimeType: "image/jpeg",
      buffer: await sharp({ create: { width: 600, height: 400, channels: 3, background: "#15507a" } })
        .jpeg()
        .toBuffer(),
    });
    const chosen = () => files.evaluate((input: HTMLInputElement) => input.files?.[0]?.name);

    let sent = 0;
    page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
    await files.setInputFiles({ name: "大.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(10_000_001) });
    await send.click();
    await expect(page.getByRole("alert")).toContainText("大.jpg超过10MB");
    const nine = Buffer.alloc(9_000_000);
    const many = ["一.jpg", "二.jpg", "三.jpg"];
    await files.setInputFiles(many.map((name) => ({ name, mimeType: "image/jpeg", buffer: nine })));
    await send.click();
    await expect(page.getByRole("alert")).toContainText("合计超过20MB");
    expect(sent).toBe(0);

    // The connection fails on the way.
    await page.route("**/profile/photos", (route) => route.abort("connectionfailed"));
    await files.setInputFiles(await photo("车间.jpg"));
    await send.click();
    await expect(page.getByRole("alert")).toContainText("网络中断");
    expect(await chosen()).toBe("车间.jpg");
    await page.unroute("**/profile/photos");

    // Under way it says so, and can be stopped.
    let release = () => {};
    await page.route("**/profile/photos", async (route) => {
      await new Promise<void>((done) => (release = done));
      await route.abort().catch(() => undefined);
    });
    await send.click();
    await expect(page.getByRole("progressbar", { name: "上传进度" })).toBeVisible();
    await page.getByRole("button", { name: "停止上传" }).click();
    await expect(page.getByRole("alert")).toContainText("已停止");
    await expect(page.getByRole("progressbar", { name: "上传进度" })).toBeHidden();
    release();
    await page.unroute("**/profile/photos");

    // What the server refuses is said at the field, with the files still chosen; then they go through.
    await files.setInputFiles({
      name: "假.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("MZ a program"),
    });
    await send.click();
    await expect(page.getByText(/假.*的内容不是/)).toBeInViewport();
    expect(await chosen()).toBe("假.jpg");
    await expectAccessible(page);
    await files.setInputFiles(await photo("车间.jpg"));
    await send.click();
    await expect(page).toHaveURL(/notice=saved/);
    await page.getByRole("button", { name: /^移除/ }).last().click();
    await expect(page).toHaveURL(/notice=saved/);
  });
});

test("a queue's rows stay lines on a phone: no name stands on end", async ({ page }) => {
  await page.setViewportSize(widths.phone);
  await signedInAs(page, "vetter@fairway.example");
  await page.goto("/zh/staff/vetting");
  const rows = await page.locator("#content tbody tr").all();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect((await row.boundingBox())!.height).toBeLessThan(150);
});

test("a vetter's draft is saved by itself, and Enter gives no review", async ({ page }) => {
  await signedInAs(page, "vetter@fairway.example");
  await page.goto("/zh/staff/vetting?mine=1");
  const file = page.locator("#content table").getByRole("link").filter({ hasNotText: "逸帆" }).first();
  await file.click();
  const why = page.getByLabel("能力：理由");
  const line = page.locator("#saved-line");
  await why.fill("厂房照片与设备清单一致。");
  await why.blur();
  await expect(line).toContainText("草稿已保存");
  const points = page.getByRole("group", { name: /能力：得分/ }).getByLabel("4", { exact: true });
  await points.check();
  await expect(line).toContainText("草稿已保存");
  await points.press("Enter");
  await expect(page.getByText("草稿已保存。")).toBeVisible();
  await page.reload();
  await expect(why).toHaveValue("厂房照片与设备清单一致。");
  await expect(points).toBeChecked();
  await expectAccessible(page);
  await why.fill("");
  await why.blur();
});

/** What the saved line lies upon when it has the focus. */
async function coveredFields(page: Page): Promise<string[]> {
  const fields = page.locator("save-as-you-go").locator("input:visible, select:visible, button:visible");
  const covered: string[] = [];
  for (const field of await fields.all()) {
    if ((await field.getAttribute("tabindex")) === "-1") continue;
    await page.evaluate(() => scrollTo(0, 0));
    await field.focus();
    const under = await field.evaluate((one) => {
      const line = document.querySelector("#saved-line")!.getBoundingClientRect();
      const box = one.getBoundingClientRect();
      return box.bottom > line.top && box.top < line.bottom;
    });
    if (under) covered.push((await field.getAttribute("name")) ?? "");
  }
  return covered;
}
