import sharp from "sharp";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

test.describe("a new firm fills in its profile on a phone, in Chinese", () => {
  // The browser logs what the server refuses (400, 409) and what no network answers as failed resources.
  test.use({
    allowed: [/status of 4(00|09)|ERR_INTERNET_DISCONNECTED/],
    viewport: widths.phone,
  });

  test("step by step: saved when a field is left, put right at the field, carried on elsewhere", async ({
    page,
    browser,
  }) => {
    await signedInAs(page, "newcomer@fairway.example");
    await page.goto("/zh/profile");
    await expect(page.getByText("接下来最有用的一项")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "去填写" }).click();
    await expect(page).toHaveURL(/\/zh\/profile\/firm#/);
    const line = page.locator("#saved-line");

    // What is wrong is said at its field and not saved; put right, it is.
    const staff = page.getByLabel("从业人员（人）");
    await page.getByLabel("所属行业").selectOption("18");
    await expect(line).toContainText("已保存");
    await staff.fill("三十四");
    await staff.blur();
    await expect(page.locator("#employees-error")).toContainText("请填写整数。");
    await expect(line).toContainText("未保存");
    await expect(staff).toHaveValue("三十四");
    // The words outlive a page that is left in that state.
    await page.goto("/zh/profile");
    await page.goto("/zh/profile/firm");
    await expect(staff).toHaveValue("三十四");
    await expect(page.locator("#employees-error")).toContainText("请填写整数。");
    await staff.fill("420");
    await staff.blur();
    await expect(page.locator("#employees-error")).toHaveCount(0);
    await expect(line).toContainText("已保存");
    await page.getByLabel("年营业收入（万元）").fill("1,800");
    await expect(page.getByText("1,800万元 = 人民币18,000,000元")).toBeVisible();
    await page.getByLabel("资产总额（万元）").focus();
    await expect(page.locator("#beside")).toContainText(
      "小型：从业人员420人达到中型下限300人，营业收入1,800万元未达到中型下限2,000万元",
    );
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    // Two devices: the later one overwrites nothing and is asked.
    const elsewhere = await browser.newContext({ viewport: widths.desk });
    const desk = await elsewhere.newPage();
    await signedInAs(desk, "newcomer@fairway.example");
    await desk.goto("/zh/profile/firm");
    await expect(desk.getByLabel("年营业收入（万元）")).toHaveValue("1800");
    await staff.fill("430");
    await staff.blur();
    await expect(line).toContainText("已保存");
    await desk.getByLabel("从业人员（人）").fill("440");
    await desk.getByLabel("从业人员（人）").blur();
    await expect(desk.getByRole("heading", { name: "这一部分已在别处修改" })).toBeVisible();
    await expect(desk.locator("#form-says")).toContainText("430");
    await page.reload();
    await expect(staff).toHaveValue("430");
    await desk.getByRole("button", { name: "以本页所填为准并保存" }).click();
    await expect(desk.locator("#saved-line")).toContainText("已保存");
    await page.reload();
    await expect(staff).toHaveValue("440");
    await elsewhere.close();

    // Without a network the words stay, and are sent when it is back.
    await page.goto("/zh/profile/about");
    await page.context().setOffline(true);
    await page.getByLabel("中文简介").fill("生产宠物牵引绳和胸背带，月产能6万条。");
    await page.getByLabel("中文简介").blur();
    await expect(line).toContainText("网络已断开");
    await page.context().setOffline(false);
    await expect(line).toContainText("已保存");

    // A row of a list is saved when it is left as a whole.
    await page.goto("/zh/profile/certificates");
    const first = page.getByRole("group", { name: "证书1" });
    await first.getByLabel("证书", { exact: true }).fill("ISO 9001");
    await first.getByLabel("有效期至").fill("2020-01-31");
    await first.getByLabel("有效期至").blur();
    await expect(line).toContainText("已保存");
    await page.reload();
    await expect(page.getByText("已于2020年1月31日过期")).toBeVisible();
    // Enter saves; it is no press of a row's own button. What is typed there when a row is removed stays removed.
    await first.getByLabel("发证机构").fill("杭州某认证机构");
    await first.getByLabel("发证机构").press("Enter");
    await expect(first.getByLabel("发证机构")).toHaveValue("杭州某认证机构");
    await first.getByLabel("发证机构").fill("宁波某认证机构");
    await page
      .getByRole("button", { name: "移除：证书1" })
      .or(page.getByRole("button", { name: "移除: 证书1" }))
      .click();
    await expect(page.getByText("已于2020年1月31日过期")).toHaveCount(0);
    await page.reload();
    await expect(line).toContainText("已保存");
    await expect(first.getByLabel("证书", { exact: true })).toHaveValue("");
  });

  test("answers the self-assessment and is led to what helps; adds a photo", async ({ page }) => {
    await signedInAs(page, "newcomer@fairway.example");
    await page.goto("/zh/profile/readiness");
    await page.getByRole("link", { name: "开始作答" }).click();
    for (let part = 1; part <= 6; part += 1) {
      await expect(page.getByRole("heading", { level: 1 })).toContainText(`${part}/6`);
      for (const question of await page.locator("save-as-you-go fieldset").all()) {
        await question.getByLabel(part % 2 ? "已开始" : "已做到").check();
      }
      await page.getByRole("button", { name: "保存并继续" }).click();
    }
    await expect(page.getByRole("heading", { name: "目前状况" })).toBeVisible();
    await expect(page.getByRole("row", { name: /人员/ })).toContainText("100%");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page
      .getByRole("link", { name: /：各市场/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

    await page.goto("/zh/profile/photos");
    const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#15507a" } })
      .jpeg()
      .toBuffer();
    await page
      .getByLabel("图片")
      .setInputFiles({ name: "车间.jpg", mimeType: "image/jpeg", buffer: picture });
    await page.getByRole("button", { name: "上传" }).click();
    await expect(page.getByRole("img", { name: "第1张，共1张" })).toBeVisible();
    await page.getByLabel("中文说明").fill("裁剪车间");
    await page.getByRole("button", { name: "保存说明" }).click();
    await expect(page.getByRole("img", { name: "裁剪车间" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /移除/ }).click();
    await expect(page.getByText("还没有照片。")).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, allowed: [/status of 400/] });

  test("the plain button saves, echoes the yuan, and leads on", async ({ page }) => {
    await signedInAs(page, "msme@fairway.example");
    await page.goto("/en/profile/firm");
    await page.getByLabel(/Yearly revenue/).fill("2500");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("2,500 × 10,000 yuan = CNY 25,000,000")).toBeVisible();
    await page.getByLabel("Staff").fill("many");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(page.getByLabel("Staff")).toHaveValue("many");
    await page.getByLabel("Staff").fill("86");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Description" })).toBeVisible();
  });
});
