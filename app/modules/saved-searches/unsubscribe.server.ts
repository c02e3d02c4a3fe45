import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { savedSearches } from "#db/schema/readers.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { seal, unseal } from "#app/platform/seal.server.ts";

const purpose = "digest ";

/** The token of a digest's last line: whoever holds the letter can stop it, signed in or not. */
export const unsubscribeToken = (userId: string): string => seal(purpose + userId);

function userOf(token: string): string | null {
  const text = token.length <= 400 ? unseal(token) : null;
  return text?.startsWith(purpose) ? text.slice(purpose.length) : null;
}

/** How many saved searches a token would end; null when it is not one of ours. */
export function searchesBehind(db: Database, token: string): number | null {
  const userId = userOf(token);
  if (userId === null) return null;
  return db.select().from(savedSearches).where(eq(savedSearches.userId, userId)).all().length;
}

/** Ends all saved searches of the person whom the letter was for; false when the token is not one of ours. */
export function unsubscribe(ctx: Ctx, token: string): boolean {
  const userId = userOf(token);
  if (userId === null) return false;
  ctx.db.transaction((tx) => {
    const { changes } = tx.delete(savedSearches).where(eq(savedSearches.userId, userId)).run();
    if (changes > 0)
      recordAudit(tx, ctx, {
        action: "savedSearches.unsubscribe",
        record: "user",
        recordId: userId,
        detail: { searches: changes },
      });
  });
  return true;
}
