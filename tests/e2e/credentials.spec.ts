import { dictionary } from "#app/i18n/index.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";
import { signedInAs } from "./setup/sign-in.ts";

const endorsement = "ebdd3c55-9842-8d56-a06f-943c0980b981";

for (const lang of ["en", "zh"] as const) {
  const t = dictionary(lang);

  test.describe(`what a stranger can check, ${lang}`, () => {
    test.use({ viewport: widths.phone });

    test("an endorsement, by its page and by its file", async ({ page }) => {
      await page.goto(`/${lang}/verify/${endorsement}`);
      await expect(
        page.getByRole("paragraph").filter({ hasText: t.credentials.states.valid.title }).first(),
      ).toBeVisible();
      await expect(page.getByText(t.credentials.promises[0]!)).toBeVisible();
      const jwt = await (await page.request.get(`/${lang}/verify/${endorsement}.jwt`)).text();
      await page.getByRole("link", { name: t.credentials.paste.title }).click();
      await page.getByLabel(t.credentials.paste.label).fill(jwt);
      await page.getByRole("button", { name: t.credentials.paste.submit }).click();
      const { title } = t.credentials.states.valid;
      await expect(page.getByRole("status").filter({ hasText: title })).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel(t.credentials.paste.label).fill(`${jwt.slice(0, -8)}AAAAAAAA`);
      await page.getByRole("button", { name: t.credentials.paste.submit }).click();
      const { tampered } = t.credentials.refusals;
      await expect(page.getByRole("alert").filter({ hasText: tampered.title })).toBeVisible();
      const pdf = await page.request.get(`/${lang}/verify/${endorsement}.pdf`);
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    });

    test("a passport that a firm makes, a bank opens, and the firm cuts off", async ({ page, browser }) => {
      const words = t.passports;
      await signedInAs(page, "msme@fairway.example");
      await page.goto(`/${lang}/passports/new`);
      await page.getByLabel(words.form.label).fill(`Bank ${lang}`);
      await page.getByLabel(words.groups.products, { exact: true }).check();
      await page.getByLabel(words.form.asksWho).check();
      await page.getByLabel(words.form.lang).selectOption(lang);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: words.form.submit }).click();
      await expectAccessible(page);
      const link = await page.getByLabel(words.made.link, { exact: true }).inputValue();

      const stranger = await (await browser.newContext({ viewport: widths.phone })).newPage();
      await stranger.goto(link);
      await expectAccessible(stranger);
      await stranger.getByLabel(words.cover.name).fill("Anneke Brandt");
      await stranger.getByLabel(words.cover.body).fill("Hamburger Sparkasse");
      await stranger.getByRole("button", { name: words.cover.open }).click();
      await expect(stranger.getByRole("heading", { name: words.shown.profile })).toBeVisible();
      await expectNoSidewaysScroll(stranger);
      await expectAccessible(stranger);

      await page.goto(`/${lang}/passports`);
      await page.getByRole("link", { name: `Bank ${lang}` }).click();
      await expect(page.getByText("Anneke Brandt")).toBeVisible();
      await page.getByText(words.detail.cutOff, { exact: true }).first().click();
      await page.getByRole("button", { name: words.detail.cutOff }).click();
      await expect(page.getByText(t.notices.passportCutOff)).toBeVisible();
      await stranger.reload();
      await expect(stranger.getByRole("heading", { name: words.gone.title })).toBeVisible();
      await stranger.context().close();
    });
  });
}
