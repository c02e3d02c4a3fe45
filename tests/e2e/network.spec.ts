import { dictionary } from "#app/i18n/index.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";
import { signedInAs } from "./setup/sign-in.ts";

test("a firm decides on a phone who sees what, looks with others' eyes, and revokes its consent", async ({
  page,
}) => {
  const t = dictionary("zh");
  const words = t.network;
  await page.setViewportSize(widths.phone);
  await signedInAs(page, "bamboo@fairway.example");
  await page.goto("/zh/profile/disclosure");
  await expectNoSidewaysScroll(page);
  const languages = page.getByRole("combobox", { name: words.groups.languages });
  await languages.selectOption({ label: words.levels.matched });
  await page.getByRole("button", { name: words.disclosure.save }).click();
  await expect(page.getByText(t.notices.disclosureSaved)).toBeVisible();
  const row = page.getByRole("main").getByText(words.groups.languages, { exact: true });
  await page.getByRole("link", { name: words.preview.kinds.mnc, exact: true }).click();
  await expect(row).toBeHidden();
  await page.getByRole("link", { name: words.preview.kinds.matched, exact: true }).click();
  await expect(row).toBeVisible();
  await expectNoSidewaysScroll(page);

  await page.goto("/zh/profile/disclosure#abroad");
  await page.getByRole("button", { name: words.consent.revoke }).click();
  await expect(page.getByText(words.consent.notGiven)).toBeVisible();
  await page.goto("/zh/profile/preview/matched?from=abroad");
  await expect(page.getByText(words.preview.abroadWithout)).toBeVisible();
  await expect(row).toBeHidden();
  await page.goto("/zh/profile/disclosure");
  await page.getByLabel(words.consent.agree).check();
  await page.getByRole("button", { name: words.consent.give }).click();
  await expect(page.getByText(t.notices.consentGiven)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: words.groups.languages }).selectOption({
    label: words.levels.network,
  });
  await page.getByRole("button", { name: words.disclosure.save }).click();
});

test("a partner finds a supplier, the desk passes its request on, the firm accepts and ends it", async ({
  page,
}) => {
  const en = dictionary("en");
  const zh = dictionary("zh").network.introductions.received;
  const words = en.network;
  const lamps = "Lanyu Lighting";
  await signedInAs(page, "partner@fairway.example");
  await page.goto("/en/network");
  await page.getByLabel(words.suppliers.filters.sector).selectOption("94");
  await page.getByRole("button", { name: words.suppliers.filters.apply }).click();
  await expect(page.getByText(words.suppliers.found(1))).toBeVisible();
  await page.getByRole("link", { name: lamps }).click();
  await page.getByRole("link", { name: words.suppliers.ask }).click();
  await page
    .getByLabel(words.introductions.message)
    .fill("Two members look for dimmable desk lamps, 2,000 pieces, delivery in April.");
  await page.getByRole("button", { name: words.introductions.send }).click();
  await expect(page.getByText(en.notices.introductionAsked)).toBeVisible();

  await signedInAs(page, "organiser@fairway.example");
  await page.goto("/en/staff/introductions");
  const request = page.getByRole("listitem").filter({ hasText: "dimmable desk lamps" });
  await request.getByRole("button", { name: words.introductions.desk.forward }).click();
  await expect(page.getByText(en.notices.introductionForwarded)).toBeVisible();

  await page.setViewportSize(widths.phone);
  await signedInAs(page, "lamps@fairway.example");
  await page.goto("/zh/introductions/received");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: new RegExp(`^${zh.accept}`) }).click();
  await expect(page.getByRole("link", { name: "partner@fairway.example" })).toBeVisible();

  await signedInAs(page, "partner@fairway.example");
  await page.goto("/en/introductions");
  await expect(page.getByRole("link", { name: "lamps@fairway.example" })).toBeVisible();
  await expectAccessible(page);

  await signedInAs(page, "lamps@fairway.example");
  await page.goto("/zh/introductions/received");
  await page.getByRole("button", { name: new RegExp(dictionary("zh").network.introductions.end) }).click();
  await expect(page.getByRole("link", { name: "partner@fairway.example" })).toBeHidden();
});
