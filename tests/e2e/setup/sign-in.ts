import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { openDatabase } from "#db/client.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import { e2eData, e2eOrigin } from "./place.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Signs somebody of the demo town in by inserting a session: quick, and it spends none of the sign-in rate limit.
 * `secondFactor`: the session counts as having passed it, as staff and approvers need.
 */
export async function signedInAs(
  page: Page,
  email: string,
  options: { secondFactor: boolean } = { secondFactor: true },
): Promise<void> {
  const sessionId = randomBytes(25).toString("hex").slice(0, 40);
  const db = openDatabase(join(e2eData, "fairway.sqlite"));
  try {
    const user = db.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
    if (!user) throw new Error(`The demo town has no ${email}`);
    const now = new Date();
    db.insert(sessions)
      .values({
        id: createHash("sha256").update(sessionId).digest("hex"),
        userId: user.id,
        expiresAt: Math.floor((now.getTime() + dayMs) / 1000),
        createdAt: now,
        lastSeenAt: now,
        device: "Browser story",
        secondFactorAt: options.secondFactor ? now : null,
      })
      .run();
  } finally {
    db.$client.close();
  }
  await page.context().addCookies([{ name: "fairway_session", value: sessionId, url: e2eOrigin }]);
}
