import { packedPhoto, paper } from "./setup/papers.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";
import { signedInAs } from "./setup/sign-in.ts";

test.use({ allowed: [/status of 400/] });

/** The whole road of a new firm on a phone, in Chinese and without a single script; the chamber's side in between. */
test("a new firm applies, answers a question and is vetted by two people", async ({
  browser,
  page: desk,
}) => {
  const phone = await browser.newPage({ viewport: widths.phone, javaScriptEnabled: false });
  await signedInAs(phone, "newcomer@fairway.example");

  await phone.goto("/zh/vetting");
  await expect(phone.getByText("您尚未提交申请。")).toBeVisible();
  await expect(phone.getByText("必需").first()).toBeVisible();
  await expectNoSidewaysScroll(phone);
  // Another story may have filled this in before.
  await phone.goto("/zh/profile/firm");
  await phone.locator("[name=revenueWan]").fill("650");
  await phone.locator("[name=assetsWan]").fill("420");
  await phone.getByRole("button", { name: /^保存/ }).first().click();

  await phone.goto("/zh/vetting/evidence");
  await phone.getByLabel("材料类别").selectOption("businessLicence");
  await phone.getByLabel("文件", { exact: true }).setInputFiles({
    name: "licence.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("MZ this is a program"),
  });
  await phone.getByRole("button", { name: "上传" }).click();
  await expect(phone.getByText("licence的内容不是PDF、JPEG或PNG（与文件名无关）。")).toBeVisible();
  await phone.getByLabel("文件", { exact: true }).setInputFiles([
    { name: "营业执照.pdf", mimeType: "application/pdf", buffer: paper("Business licence") },
    { name: "gate.jpg", mimeType: "image/jpeg", buffer: await packedPhoto() },
  ]);
  await phone.getByRole("button", { name: "上传" }).click();
  await expect(phone.getByText("文件已保存。")).toBeVisible();
  await expect(phone.getByRole("link", { name: "营业执照.pdf" })).toBeVisible();
  await expectNoSidewaysScroll(phone);

  await phone.goto("/zh/vetting");
  await expect(phone.getByText("必需的内容已齐全。")).toBeVisible();
  await phone.getByRole("checkbox").check();
  await phone.getByRole("button", { name: "提交申请" }).click();
  await expect(phone.getByText("申请已提交商会。")).toBeVisible();
  await expect(phone.getByText(/预计.*前完成/)).toBeVisible();

  // The first vetter asks, from a canned text.
  await signedInAs(desk, "vetter@fairway.example");
  await desk.goto("/zh/staff/vetting?sort=submitted");
  await desk.getByRole("link", { name: /逸帆宠物用品/ }).click();
  await expectAccessible(desk);
  await desk.getByLabel("范文").selectOption("licenceCopy");
  await desk.getByRole("button", { name: "使用这段范文" }).click();
  await expect(desk.getByLabel("中文问题")).toHaveValue(/营业执照副本/);
  await desk.getByLabel("中文问题").fill("请上传四角完整的营业执照副本。");
  await desk.getByRole("button", { name: "发送问题" }).click();
  await expect(desk.getByText("问题已发送给企业。")).toBeVisible();
  const file = new URL(desk.url()).pathname.replace("/zh/", "/");

  await phone.goto("/zh/vetting");
  await expect(phone.getByText("商会需要您补充材料，请答复。")).toBeVisible();
  await expect(phone.getByText("请上传四角完整的营业执照副本。").first()).toBeVisible();
  await phone.getByLabel("您的答复").fill("已上传，请查收第一个文件。");
  await phone.getByRole("button", { name: "发送答复" }).click();
  await expect(phone.getByText("商会正在审核您的申请。")).toBeVisible();

  // A draft is kept, then the review is given.
  await desk.goto(`/zh${file}`);
  await desk.getByLabel("主体与法律资格：理由").fill("执照与登记一致，SECRET。");
  await desk.getByRole("button", { name: "保存草稿" }).click();
  await expect(desk.getByLabel("主体与法律资格：理由")).toHaveValue("执照与登记一致，SECRET。");
  for (const group of await desk.getByRole("group", { name: /得分0–5/ }).all()) {
    await group.getByLabel("4", { exact: true }).check();
  }
  for (const reason of ["能力", "合规与治理", "出口准备度"]) {
    await desk.getByLabel(`${reason}：理由`).fill("材料齐全，与照片所示情况相符。");
  }
  await desk.getByRole("button", { name: "提交评定" }).click();
  await expect(desk.getByText("评定已提交。")).toBeVisible();

  await signedInAs(desk, "vetter2@fairway.example");
  await desk.goto(`/en${file}`);
  await expect(desk.getByText("Waits for the second review")).toBeVisible();
  expect(await desk.content()).not.toContain("SECRET");
  for (const group of await desk.getByRole("group", { name: /points 0–5/ }).all()) {
    await group.getByLabel("3", { exact: true }).check();
  }
  for (const area of await desk.getByRole("textbox", { name: /: why/ }).all())
    await area.fill("Seen on page one of the licence.");
  await desk.getByRole("button", { name: "Give the review" }).click();
  await expect(desk.getByText("Your review is given.")).toBeVisible();
  await desk.locator("summary", { hasText: "何明澈" }).click();
  await expect(desk.getByText("SECRET").first()).toBeVisible();
  await expectAccessible(desk);

  await phone.goto("/zh/vetting");
  await expect(phone.getByText("贵企业已通过审核。")).toBeVisible();
  await expect(phone.getByText(/有效期至/).first()).toBeVisible();
  await phone.close();
});
