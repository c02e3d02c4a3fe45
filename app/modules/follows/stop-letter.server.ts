import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { follows } from "#db/schema/readers.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { seal, unseal } from "#app/platform/seal.server.ts";

const purpose = "follows ";

/** The token of a follow letter's last line: whoever holds the letter can stop it, signed in or not. */
export const stopFollowsToken = (userId: string): string => seal(purpose + userId);

function userOf(token: string): string | null {
  const text = token.length <= 400 ? unseal(token) : null;
  return text?.startsWith(purpose) ? text.slice(purpose.length) : null;
}

/** How many follows a token would end; null when it is not one of ours. */
export function followsBehind(db: Database, token: string): number | null {
  const userId = userOf(token);
  if (userId === null) return null;
  return db.select().from(follows).where(eq(follows.userId, userId)).all().length;
}

/** Ends all follows of the person whom the letter was for; false when the token is not one of ours. */
export function stopFollows(ctx: Ctx, token: string): boolean {
  const userId = userOf(token);
  if (userId === null) return false;
  ctx.db.transaction((tx) => {
    const { changes } = tx.delete(follows).where(eq(follows.userId, userId)).run();
    if (changes === 0) return;
    const detail = { follows: changes };
    recordAudit(tx, ctx, { action: "follows.stop", record: "user", recordId: userId, detail });
  });
  return true;
}
