import { dictionary } from "#app/i18n/index.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";
import { signedInAs } from "./setup/sign-in.ts";

for (const lang of ["en", "zh"] as const) {
  const t = dictionary(lang);
  const words = t.readers;
  const germany = lang === "zh" ? "德国" : "Germany";

  test.describe(`a reader's tools, ${lang}`, () => {
    test("a visitor says what is wrong, follows a market after signing in, and takes the guide along", async ({
      page,
    }) => {
      await page.setViewportSize(widths.phone);
      await page.goto(`/${lang}/guides/DE/standards`);
      await page.getByText(words.useful.no, { exact: true }).click();
      await page.getByLabel(words.useful.reasons.unclear).check();
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: words.useful.send }).click();
      await expect(page.getByText(t.notices.feedbackThanks)).toBeVisible();

      await page.getByRole("link", { name: words.report.link }).click();
      await page.getByRole("radio").first().check();
      await page.getByLabel(words.report.message).fill("2026");
      await expectAccessible(page);
      await page.getByRole("button", { name: words.report.send }).click();
      await expect(page.getByText(t.notices.reportThanks)).toBeVisible();

      await page.goto(`/${lang}/guides/DE`);
      await page.getByRole("link", { name: words.follow.market(germany) }).click();
      await expect(page).toHaveURL(/sign-in\?to=/);
      await signedInAs(page, "newcomer@fairway.example");
      await page.goto(`/${lang}/guides/DE/follow`);
      await page.getByRole("button", { name: words.follow.go, exact: true }).click();
      await expect(page.getByText(t.notices.followed)).toBeVisible();
      await page.goto(`/${lang}/account/follows`);
      await expectAccessible(page);
      await page.getByRole("button", { name: new RegExp(words.follow.stop) }).click();
      await page.getByRole("button", { name: words.follow.undo }).click();
      await expect(page.getByRole("link", { name: new RegExp(germany) }).first()).toBeVisible();
      await page.getByRole("button", { name: new RegExp(words.follow.stop) }).click();

      const pdf = await page.request.get(`/${lang}/guides/DE/standards.pdf`);
      expect(pdf.headers()["content-type"]).toBe("application/pdf");
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      const feed = await page.request.get(`/${lang}/guides/DE.atom`);
      expect(feed.headers()["content-type"]).toContain("application/atom+xml");
    });

    test("a checklist is made for a product, kept, ticked, and thrown away with a way back", async ({
      page,
    }) => {
      await signedInAs(page, "newcomer@fairway.example");
      await page.goto(`/${lang}/guides/DE/checklist`);
      await page.getByLabel(words.checklist.product).fill(lang === "zh" ? "玩具" : "toys");
      await page.getByLabel(words.checklist.ship).fill("2027-09-30");
      await page.getByRole("button", { name: words.checklist.show }).click();
      await expectAccessible(page);
      await page.getByRole("button", { name: words.checklist.keep }).click();
      await expect(page.getByText(t.notices.listKept)).toBeVisible();
      await expect(page.getByText(/HS 95/).first()).toBeVisible();
      const step = new RegExp(words.checklist.steps.hs("").slice(0, 12));
      await page.getByRole("button", { name: step }).first().click();
      await expect(
        page.getByRole("button", { name: new RegExp(`${words.checklist.undone.slice(0, 4)}.*`) }).first(),
      ).toBeVisible();
      await page.setViewportSize(widths.phone);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      const id = /checklists\/([\w-]+)/.exec(page.url())![1]!;
      const calendar = await page.request.get(`/${lang}/checklists/${id}.ics`);
      expect(await calendar.text()).toContain("BEGIN:VEVENT");
      await page.getByRole("button", { name: words.checklist.delete }).click();
      await page.getByRole("button", { name: words.checklist.undo }).click();
      await expect(page.getByText(words.checklist.progress(1, 0).slice(0, 4)).first()).toBeVisible();
    });

    test.describe("without a network", () => {
      test.use({ allowed: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });

      test("a saved guide opens with its day, another page leads to the list, nothing private is kept", async ({
        page,
        context,
      }) => {
        await signedInAs(page, "newcomer@fairway.example");
        await page.goto(`/${lang}/guides/DE`);
        await page.getByRole("button", { name: words.offline.save }).click();
        await expect(page.getByRole("button", { name: words.offline.again })).toBeVisible({
          timeout: 60_000,
        });
        const kept = await page.evaluate(async () => {
          const texts: string[] = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              const answer = await cache.match(request, { ignoreVary: true });
              if (answer?.headers.get("Content-Type")?.includes("html")) texts.push(await answer.text());
            }
          }
          return texts;
        });
        expect(kept.length).toBeGreaterThan(10);
        for (const html of kept) expect(html).not.toContain(t.common.nav.signOut);

        await context.setOffline(true);
        await page.goto(`/${lang}/guides/DE/standards`);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(germany);
        await expect(page.locator(".saved-note")).toBeVisible();
        await page.goto(`/${lang}/account/follows`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.offline.title);
        await page.getByRole("link", { name: germany }).click();
        await expect(page.getByRole("heading", { level: 1 })).toContainText(germany);
        await context.setOffline(false);
      });
    });
  });
}

test("structured data passes the content security policy and says what the page is", async ({ page }) => {
  await page.goto("/zh/guides/DE/standards");
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const data = JSON.parse(text!) as { "@graph": { "@type": string; inLanguage?: string }[] };
  expect(data["@graph"].map((node) => node["@type"])).toEqual(["TechArticle", "BreadcrumbList"]);
  await expect(page.locator('head link[rel="alternate"][hreflang="en"]')).toHaveAttribute(
    "href",
    /\/en\/guides\/DE\/standards$/,
  );
});
