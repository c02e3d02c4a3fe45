import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openDatabase } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { e2eData } from "./setup/place.ts";
import { signedInAs } from "./setup/sign-in.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/story.ts";

/** Somebody who has verified the address and done nothing else yet. */
function somebodyNew(): string {
  const email = `new-${randomBytes(6).toString("hex")}@fairway.example`;
  const db = openDatabase(join(e2eData, "fairway.sqlite"));
  try {
    const now = new Date();
    db.insert(users)
      .values({
        email,
        name: "Newly Here",
        lang: "en",
        passwordHash: "-",
        emailVerifiedAt: now,
        createdAt: now,
      })
      .run();
  } finally {
    db.$client.close();
  }
  return email;
}

async function expectWhole(page: Parameters<typeof expectAccessible>[0]) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

for (const lang of ["en", "zh"] as const) {
  test(`somebody without an organisation is led to founding one, not to a closed door (${lang})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signedInAs(page, somebodyNew());
    for (const place of ["matches", "profile"]) {
      await page.goto(`/${lang}/${place}`);
      await expect(page).toHaveURL(`/${lang}/organisation/new?to=%2F${lang}%2F${place}`);
    }
    await expectWhole(page);
    await page.goto(`/${lang}/account/second-factor`);
    await expectWhole(page);
  });

  test(`staff show their second factor and open a person (${lang})`, async ({ page }) => {
    await signedInAs(page, "admin@fairway.example", { secondFactor: false });
    await page.goto(`/${lang}/staff/people`);
    await expect(page).toHaveURL(/sign-in\/second-factor/);
    await expectWhole(page);
    await signedInAs(page, "admin@fairway.example");
    await page.goto(`/${lang}/staff/people`);
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page).toHaveURL(/staff\/people\/[0-9a-f-]+$/);
    await expectWhole(page);
  });
}
