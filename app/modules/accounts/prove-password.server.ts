import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { passwordFits } from "#app/platform/password.server.ts";
import { countAttempt, forgetAttempts } from "#app/platform/rate-limits.server.ts";
import type { PersonCaller } from "./caller.ts";
import { demand } from "./policy.ts";

/** Asks a signed-in person's password again before a credential changes. @throws DomainError at `currentPassword`. */
export async function provePassword(ctx: PersonCaller, password: string): Promise<void> {
  demand(ctx.actor, "account.manage");
  countAttempt(ctx, "passwordAgain", ctx.actor.userId);
  const user = ctx.db
    .select({ hash: users.passwordHash })
    .from(users)
    .where(eq(users.id, ctx.actor.userId))
    .get();
  if (!(await passwordFits(user?.hash, password))) {
    throw new DomainError("password.wrong", { field: "currentPassword" });
  }
  forgetAttempts(ctx, "passwordAgain", ctx.actor.userId);
}
