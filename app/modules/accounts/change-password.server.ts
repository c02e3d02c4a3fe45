import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { hashPassword } from "#app/platform/password.server.ts";
import { at } from "#app/platform/paths.ts";
import type { PersonCaller } from "./caller.ts";
import { endSessions } from "./end-sessions.server.ts";
import { refuseWeakPassword } from "./password-strength.server.ts";
import { provePassword } from "./prove-password.server.ts";
import { dropTokens } from "./tokens.server.ts";

/** Changes the actor's password after asking for the old one; all other sessions end, and mailed reset links. */
export async function changePassword(
  ctx: PersonCaller,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const { userId, sessionId, name, email, lang } = ctx.actor;
  await provePassword(ctx, input.currentPassword);
  refuseWeakPassword(input.newPassword, { name, email }, "newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  ctx.db.transaction((tx) => {
    tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
    const ended = endSessions(tx, userId, sessionId);
    dropTokens(tx, userId, "reset");
    recordAudit(tx, ctx, { action: "password.change", record: "user", recordId: userId, detail: { ended } });
    notify(tx, ctx, { userId, key: "password.changed", path: "/account/security" });
    const url = absoluteUrl(at(lang).forgotPassword());
    queueMail(tx, ctx.now, { to: email, lang, template: "passwordChanged", params: { name, url } });
  });
}
