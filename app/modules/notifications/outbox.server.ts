import { and, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { mailOutbox } from "#db/schema/notifications.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { openText } from "#app/platform/mail.server.ts";
import type { MailState } from "./mail-states.ts";

const inState = (state: MailState) =>
  state === "sent"
    ? isNotNull(mailOutbox.sentAt)
    : state === "failed"
      ? and(isNull(mailOutbox.sentAt), isNull(mailOutbox.nextAttemptAt))
      : and(isNull(mailOutbox.sentAt), isNotNull(mailOutbox.nextAttemptAt));

/**
 * One page of the outbox, newest first. `failed` letters have used up their attempts. A `text` is "" once the letter
 * was sent, and null when it cannot be opened.
 */
export function listMail(ctx: Ctx, state: MailState | null, page: number, perPage = 50) {
  const where = state ? inState(state) : undefined;
  const letters = ctx.db
    .select()
    .from(mailOutbox)
    .where(where)
    .orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all()
    .map((letter) => ({
      ...letter,
      text: openText(letter.text),
      state: (letter.sentAt ? "sent" : letter.nextAttemptAt ? "waiting" : "failed") as MailState,
    }));
  const { total } = ctx.db.select({ total: count() }).from(mailOutbox).where(where).get()!;
  return { letters, total };
}

/** How many letters have used up their attempts. */
export function failedMail(ctx: Ctx): number {
  return ctx.db.select({ failed: count() }).from(mailOutbox).where(inState("failed")).get()!.failed;
}

/** Lets the worker try a failed letter again, from the first attempt. */
export function sendAgain(ctx: Ctx, id: string): void {
  ctx.db.transaction((tx) => {
    const failed = and(eq(mailOutbox.id, id), inState("failed"));
    const set = { attempts: 0, nextAttemptAt: ctx.now };
    if (tx.update(mailOutbox).set(set).where(failed).run().changes === 0) return;
    recordAudit(tx, ctx, { action: "mail.sendAgain", record: "mail", recordId: id });
  });
}
