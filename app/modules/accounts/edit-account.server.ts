import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";

/** Changes the actor's own name and the language of their mails. */
export function editAccount(ctx: PersonCtx, input: { name: string; lang: Lang }): void {
  const { userId } = ctx.actor;
  ctx.db.transaction((tx) => {
    tx.update(users).set(input).where(eq(users.id, userId)).run();
    recordAudit(tx, ctx, { action: "account.edit", record: "user", recordId: userId });
  });
}
