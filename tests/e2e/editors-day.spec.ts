import type { Browser, Locator, Page } from "@playwright/test";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { e2eOrigin } from "./setup/place.ts";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

// A save that has to be merged answers 409, an import of what cannot be taken 400.
test.use({ allowed: [/status of 4(00|09)/] });

/** A second desk beside the story's own; without JavaScript unless said otherwise. */
async function deskOf(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: e2eOrigin, javaScriptEnabled: false });
  const page = await context.newPage();
  await signedInAs(page, email);
  return page;
}

async function expectWhole(page: Page): Promise<void> {
  for (const viewport of [widths.phone, widths.desk]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}

const days: Record<Lang, { market: string; first: string; mine: string; theirs: string; gift: string }> = {
  en: {
    market: "JP",
    first: "Bring a small gift to the first meeting.",
    mine: "Bring two small gifts to the first meeting.",
    theirs: "Bring no gift to the first meeting.",
    gift: "Exchange cards with both hands before you sit down.",
  },
  zh: {
    market: "VN",
    first: "首次见面带一份小礼物。",
    mine: "首次见面带两份小礼物。",
    theirs: "首次见面不必带礼物。",
    gift: "落座前双手交换名片。",
  },
};

for (const lang of ["en", "zh"] as const) {
  test(`an editor's day (${lang}): draft, review, clash, publish, export, import`, async ({
    page,
    browser,
  }) => {
    const { market, first, mine, theirs, gift } = days[lang];
    const t = dictionary(lang);
    const words = t.editorial;
    const place = `/${lang}/staff/guides/${market}/culture`;
    const text = (desk: Page): Locator => desk.locator(`#${lang}-body`);
    const press = (desk: Page, name: string) => desk.getByRole("button", { name, exact: true }).click();
    const say = async (desk: Page) => {
      await desk.locator(`#${lang}-changeEn`).fill("A word on gifts.");
      await desk.locator(`#${lang}-changeZh`).fill("补充送礼的注意事项。");
    };
    test.slow();
    await signedInAs(page, "editor@fairway.example");
    const second = await deskOf(browser, "editor2@fairway.example");

    await test.step("finds the section in the queue and writes", async () => {
      await page.goto(`/${lang}/staff`);
      await page.getByRole("link", { name: words.queue.title }).click();
      await page.locator("#market").selectOption(market);
      await page.locator("#topic").selectOption("culture");
      await press(page, t.staff.filter);
      await page.getByRole("table").getByRole("link", { name: t.topics.culture }).click();
      await expect(page).toHaveURL(place);
      await text(page).fill(`${await text(page).inputValue()}\n\n${first}`);
      await expect(page.locator(`[data-preview="${lang}"]`)).toContainText(first);
    });

    await test.step("gets back what was typed when the page is lost before a save", async () => {
      page.once("dialog", (dialog) => void dialog.accept());
      await page.goto(place);
      await expect(text(page)).not.toHaveValue(new RegExp(`${first}$`));
      await expect(page.getByRole("button", { name: words.editor.kept.drop })).toBeVisible();
      await expectWhole(page);
      await press(page, words.editor.kept.back);
      await expect(text(page)).toHaveValue(new RegExp(`${first}$`));
      await expect(page.locator("kept-words")).toBeHidden();
    });

    await test.step("cannot move a date without evidence", async () => {
      await page.locator(`#${lang}-reviewDueAt`).fill("2027-03-03");
      await press(page, words.editor.save);
      await expect(page.locator(`#${lang}-reviewDueAt-error`)).toContainText(
        t.errors["guide.dateWithoutEvidence"],
      );
      await expect(text(page)).toHaveValue(new RegExp(`${first}$`));
      await page.locator(`#${lang}-evidence`).fill("对照日本贸易振兴机构网页。 Read against the JETRO page.");
      await say(page);
      await press(page, words.editor.submit[lang]);
      await expect(page.getByRole("main").getByRole("status")).toContainText(t.notices.handedIn);
    });

    await test.step("cannot publish it, a second editor can", async () => {
      await page.goto(`${place}/review`);
      await expect(page.getByText(t.errors["guide.ownWords"])).toBeVisible();
      await expect(page.getByRole("button", { name: words.review.publish[lang] })).toHaveCount(0);
      await expectWhole(page);
      await second.goto(`${place}/review`);
      await expect(second.locator("ins, .diff-line-added").filter({ hasText: first }).first()).toBeVisible();
      await press(second, words.review.publish[lang]);
      await expect(second.getByRole("main").getByRole("status")).toContainText(t.notices.sectionPublished);
      await page.goto(`/${lang}/guides/${market}/culture`);
      await expect(page.getByText(first)).toBeVisible();
      await expect(page.getByRole("link", { name: t.guides.section.edit })).toBeVisible();
    });

    await test.step("two write at once: the second sees both and loses nothing", async () => {
      await page.goto(place);
      await second.goto(place);
      await text(second).fill((await text(second).inputValue()).replace(first, theirs));
      await press(second, words.editor.save);
      await text(page).fill(`${gift}\n\n${(await text(page).inputValue()).replace(first, mine)}`);
      await press(page, words.editor.save);
      await expect(page.getByRole("heading", { name: words.merge.title })).toBeVisible();
      const merged = await text(page).inputValue();
      for (const line of [gift, mine, theirs]) expect(merged).toContain(line);
      await expectWhole(page);
      await press(page, words.editor.save);
      await expect(page.locator(`#${lang}-body-error`)).toContainText(t.errors["guide.undecided"]);
      await text(page).fill(
        merged
          .split("\n")
          .filter((line) => !/^(<{7}|={7}|>{7})$/.test(line) && line !== theirs)
          .join("\n"),
      );
      await say(page);
      await press(page, words.editor.submit[lang]);
      await expect(page.getByRole("main").getByRole("status")).toContainText(t.notices.handedIn);
      await second.goto(`${place}/review`);
      await press(second, words.review.publish[lang]);
      await expect(second.getByRole("main").getByRole("status")).toContainText(t.notices.sectionPublished);
    });

    await test.step("compares two revisions", async () => {
      await page.goto(`${place}/revisions`);
      await expect(page.getByRole("heading", { name: words.revisions.diffTitle(2, 3) })).toBeVisible();
      await expect(page.locator("ins").first()).toBeVisible();
      await expectWhole(page);
    });

    await test.step("takes everything out and in again: nothing changes", async () => {
      const zip = await page.request.get(`/${lang}/staff/guides.zip?market=${market}`);
      await page.goto(`/${lang}/staff/guides/import`);
      await page.locator("#file").setInputFiles({
        name: "guides.zip",
        mimeType: "application/zip",
        buffer: await zip.body(),
      });
      await page.locator("#changeEn").fill("Brought in again.");
      await page.locator("#changeZh").fill("重新导入。");
      await press(page, words.import.go);
      await expect(page.getByRole("main").getByRole("status")).toContainText(/^\D*0\D+\d\d\D+$/);
    });
    await second.context().close();
  });
}
