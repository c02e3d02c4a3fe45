import { townId } from "#db/seed/town-ids.ts";
import { dictionary } from "#app/i18n/index.ts";
import { e2eOrigin } from "./setup/place.ts";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

// A file with mistakes is answered in place; a form that lacks something answers 400.
test.use({ allowed: [/status of 400/] });

const place = (pair: string) => townId(`endorsement:${pair}`);

test("a multinational vouches: statement, second person, suppliers invited by CSV", async ({
  page,
  browser,
}) => {
  const t = dictionary("en").endorsing;
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  test.slow();
  await signedInAs(page, "mnc@fairway.example");
  await page.goto("/en/endorsements/desk");
  await page.getByRole("link", { name: "Yunling Mountain Tea" }).click();
  await expect(page.getByText(t.page.missing)).toBeVisible();
  await page.getByRole("link", { name: t.page.missingWords.conflictStatement }).click();
  await page
    .getByLabel(t.form.conflictStatement)
    .fill("We hold no share in this firm and share no director with it.");
  await press(t.form.save);
  await press(t.page.submit);
  await expect(page.getByText(dictionary("en").notices.endorsementSubmitted)).toBeVisible();
  await expect(page.getByText(t.page.waitsApprover)).toBeVisible();
  await expect(page.getByRole("button", { name: t.page.approve, exact: true })).toHaveCount(0);

  const second = await (await browser.newContext({ baseURL: e2eOrigin })).newPage();
  await signedInAs(second, "mnc-approver@fairway.example");
  await second.goto("/en/endorsements/desk");
  await second
    .getByRole("region", { name: t.desk.toApprove })
    .getByRole("link", { name: "Yunling Mountain Tea" })
    .click();
  await expectAccessible(second);
  await second.getByRole("button", { name: t.page.approve, exact: true }).click();
  await expect(second.getByText(t.page.waitsFirm)).toBeVisible();

  await page.goto("/en/suppliers/invite");
  const csv = "邮箱,企业名称,合作起始年份\nnobody,甲,\nsales@lotus.example,荷风灯笼厂,2022\n";
  await page
    .getByLabel(t.invite.file)
    .setInputFiles({ name: "suppliers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await press(t.invite.check);
  await expect(page.getByRole("row", { name: /^2 .*nobody/ })).toContainText(t.verdicts.wrong);
  await expectAccessible(page);
  await press(t.invite.send(1));
  await expect(page.getByRole("row", { name: /sales@lotus\.example/ })).toContainText(
    t.supplierStages.invited,
  );
});

test("企业在手机上确认背书：选择展示内容、预览、接受、核验", async ({ page }) => {
  const t = dictionary("zh").endorsing;
  test.slow();
  await page.setViewportSize(widths.phone);
  await signedInAs(page, "msme@fairway.example");
  await page.goto("/zh/endorsed");
  await page.getByRole("link", { name: t.endorsed.ask("北境家居股份公司") }).click();
  await page.getByRole("checkbox", { name: t.fields.markets }).check();
  await page.getByRole("button", { name: t.endorsed.preview }).click();
  const seen = page.getByRole("region", { name: t.endorsed.previewTitle });
  await expect(seen).toContainText("荷兰");
  await expect(seen).not.toContainText(t.fields.spendBand);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: t.endorsed.accept }).click();
  await expect(page.getByText(dictionary("zh").notices.endorsementAccepted)).toBeVisible();
  await page.getByRole("link", { name: t.page.verify }).click();
  await expect(page).toHaveURL(new RegExp(`/zh/verify/${place("norrsken:toys")}`));
  await expect(page.locator("main")).toContainText("北境家居股份公司");
  await expectNoSidewaysScroll(page);
});
