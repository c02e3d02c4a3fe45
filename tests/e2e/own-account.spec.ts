import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { en } from "#app/i18n/en/index.ts";
import { zh } from "#app/i18n/zh/index.ts";
import { hashPassword } from "#app/platform/password.server.ts";
import { openDatabase, type Database } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { e2eData } from "./setup/place.ts";
import { newestLetterTo } from "./setup/mail.ts";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test, widths } from "./setup/story.ts";

const password = "lantern harbour 77 amber";

function withDatabase<Result>(work: (db: Database) => Result): Result {
  const db = openDatabase(join(e2eData, "fairway.sqlite"));
  try {
    return work(db);
  } finally {
    db.$client.close();
  }
}

async function somebodyNew(lang: "en" | "zh"): Promise<string> {
  const email = `own-${randomBytes(6).toString("hex")}@fairway.example`;
  const passwordHash = await hashPassword(password);
  const now = new Date();
  withDatabase((db) =>
    db
      .insert(users)
      .values({ email, name: "Newly Here", lang, passwordHash, emailVerifiedAt: now, createdAt: now })
      .run(),
  );
  return email;
}

/** The path of the first link in the letter to this address. */
function linkTo(to: string): string {
  return new URL(/https?:\/\/\S+/.exec(newestLetterTo(to))![0]).pathname;
}

async function expectWhole(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

for (const lang of ["en", "zh"] as const) {
  const words = { en, zh }[lang];

  test(`somebody changes the address, then closes the account, without JavaScript (${lang})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: widths.phone });
    const page = await context.newPage();
    const email = await somebodyNew(lang);
    await signedInAs(page, email);
    await page.goto(`/${lang}/account`);
    await page.locator("#content").getByRole("link", { name: words.ownAccount.change, exact: true }).click();
    await page.getByLabel(words.ownAccount.email.newEmail).fill(`  New-${email.toUpperCase()} `.trim());
    await page.getByLabel(words.accounts.security.passwordForThis).fill("wrong");
    await page.getByRole("button", { name: words.ownAccount.email.submit }).click();
    await expect(page.getByText(words.errors["password.wrong"])).toBeVisible();
    await page.getByLabel(words.accounts.security.passwordForThis).fill(password);
    await page.getByRole("button", { name: words.ownAccount.email.submit }).click();
    await expect(page.getByText(words.notices.emailChangeAsked)).toBeVisible();

    await page.goto(linkTo(`new-${email}`));
    await expect(page.getByRole("heading", { name: words.ownAccount.confirm.title })).toBeVisible();
    await page.getByRole("button", { name: words.ownAccount.confirm.submit }).click();
    await expect(page.getByText(words.notices.emailChanged)).toBeVisible();
    await expect(page.locator("#content").getByText(`new-${email}`)).toBeVisible();

    await page.getByRole("link", { name: words.ownAccount.closeLink }).click();
    await page.getByLabel(words.ownAccount.close.password).fill(password);
    await page.getByRole("button", { name: words.ownAccount.close.submit }).click();
    await expect(page.getByText(words.notices.accountClosed)).toBeVisible();
    await page.goto(`/${lang}/account`);
    await expect(page).toHaveURL(/sign-in/);
    await context.close();
  });

  test(`the pages of changing and closing are whole on a phone (${lang})`, async ({ page }) => {
    await page.setViewportSize(widths.phone);
    const email = await somebodyNew(lang);
    await signedInAs(page, email);
    await page.goto(`/${lang}/account/email`);
    await page.getByLabel(words.ownAccount.email.newEmail).fill(`new-${email}`);
    await page.getByLabel(words.accounts.security.passwordForThis).fill(password);
    await page.getByRole("button", { name: words.ownAccount.email.submit }).click();
    await expect(page.getByText(words.ownAccount.email.pendingTitle)).toBeVisible();
    await expectWhole(page);
    await page.goto(linkTo(`new-${email}`));
    await expectWhole(page);
    await page.goto(`/${lang}/account/close`);
    await expectWhole(page);
  });

  test(`an admin closes and opens an account from the list (${lang})`, async ({ page }) => {
    await page.setViewportSize(widths.phone);
    const email = await somebodyNew(lang);
    await signedInAs(page, "admin@fairway.example");
    await page.goto(`/${lang}/staff/people?q=${email}`);
    const { standing } = words.ownAccount;
    for (const toDo of ["disable", "enable"] as const) {
      await page.getByRole("checkbox", { name: standing.pick("Newly Here") }).check();
      await page.getByRole("button", { name: standing.title[toDo] }).click();
      await expect(page.getByText(email)).toBeVisible();
      await expectWhole(page);
      await page.getByRole("button", { name: standing.submit[toDo](1) }).click();
      await expect(page).toHaveURL(
        new RegExp(`people\\?q=.*notice=accounts${toDo === "disable" ? "Dis" : "En"}abled`),
      );
    }
  });
}
