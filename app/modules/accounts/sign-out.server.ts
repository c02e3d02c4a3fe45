import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { endSessions } from "./end-sessions.server.ts";

/** Ends one of the actor's own sessions (ids as stored); somebody else's stays untouched. */
export function revokeSession(ctx: PersonCtx, sessionId: string): void {
  const { userId } = ctx.actor;
  ctx.db.transaction((tx) => {
    const own = and(eq(sessions.id, sessionId), eq(sessions.userId, userId));
    if (tx.delete(sessions).where(own).run().changes === 0) return;
    recordAudit(tx, ctx, { action: "session.end", record: "user", recordId: userId });
  });
}

/** Ends all of the actor's sessions, this one included. */
export function signOutEverywhere(ctx: PersonCtx): void {
  const { userId } = ctx.actor;
  ctx.db.transaction((tx) => {
    const ended = endSessions(tx, userId);
    recordAudit(tx, ctx, { action: "session.endAll", record: "user", recordId: userId, detail: { ended } });
  });
}
