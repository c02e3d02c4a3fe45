import { dictionary } from "#app/i18n/index.ts";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

for (const lang of ["en", "zh"] as const) {
  const t = dictionary(lang);
  const words = t.searching;

  test.describe(`search and what follows from it, ${lang}`, () => {
    test("a product code is understood, tabs have addresses, a search is kept and given back", async ({
      page,
    }) => {
      await page.setViewportSize(widths.phone);
      await page.goto(`/${lang}/search?q=9503`);
      await expect(page.getByRole("heading", { name: new RegExp(words.chapter.lead("95")) })).toBeVisible();
      await expectNoSidewaysScroll(page);
      const tabs = page.getByRole("navigation", { name: words.tabs.label });
      await tabs.getByRole("link", { name: words.tabs.fairs }).click();
      await expect(page).toHaveURL(/tab=fairs/);
      await expect(page.getByRole("link", { name: /Spielwarenmesse|纽伦堡/ }).first()).toBeVisible();

      await page.getByRole("link", { name: words.save.button }).click();
      await expect(page).toHaveURL(/sign-in\?to=/);
      await signedInAs(page, "newcomer@fairway.example");
      await page.goto(`/${lang}/search?q=9503`);
      await page.getByRole("button", { name: words.save.button }).click();
      await expect(page.getByText(t.notices.searchSaved)).toBeVisible();
      await page.getByRole("button", { name: words.save.removeFor("9503") }).click();
      await expect(page.getByText(words.save.removed("9503"))).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: words.save.undo }).click();
      await expect(page.getByRole("link", { name: "9503" })).toBeVisible();
      await page.getByRole("button", { name: words.save.removeFor("9503") }).click();
    });

    test("a reader asks the desk, an organiser answers, the reader reads it", async ({ page }) => {
      const question = `${lang}: may wooden toys with bells go to Kenya?`;
      await signedInAs(page, "newcomer@fairway.example");
      await page.goto(`/${lang}/search?q=%3F`);
      await page.getByRole("link", { name: words.desk.ask }).click();
      await page.getByLabel(words.desk.question).fill(question);
      await page.getByRole("button", { name: words.desk.send }).click();
      await expect(page.getByText(words.desk.waiting).first()).toBeVisible();

      await signedInAs(page, "organiser@fairway.example");
      await page.goto(`/${lang}/staff/questions`);
      const row = page.getByRole("listitem").filter({ hasText: question });
      await row.getByLabel(words.desk.yourAnswer).fill("Yes, with a certificate of conformity.");
      await expectAccessible(page);
      await row.getByRole("button", { name: words.desk.sendAnswer }).click();
      await expect(page.getByText(t.notices.answerSent)).toBeVisible();

      await signedInAs(page, "newcomer@fairway.example");
      await page.goto(`/${lang}/account/questions`);
      const mine = page.getByRole("listitem").filter({ hasText: question });
      await expect(mine.getByText("Yes, with a certificate of conformity.")).toBeVisible();
      await expectAccessible(page);
    });

    test("an editor keeps synonyms, and deletes with a way back", async ({ page }) => {
      await signedInAs(page, "editor@fairway.example");
      await page.goto(`/${lang}/staff/search/synonyms?from=moonlamp${lang}`);
      await page.getByLabel(words.staff.terms).fill(`moonlamp${lang}\nlamp`);
      await page.getByRole("button", { name: words.staff.add }).click();
      await expect(page.getByText(t.notices.synonymsSaved)).toBeVisible();
      const remove = page.getByRole("button", { name: new RegExp(`moonlamp${lang}`) });
      await remove.click();
      await expectAccessible(page);
      await page.getByRole("button", { name: words.staff.undo }).click();
      await expect(remove).toBeVisible();
      await remove.click();
    });
  });
}
