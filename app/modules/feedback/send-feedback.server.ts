import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { sectionFeedback, sectionRevisions, sections } from "#db/schema/guides.ts";
import { may } from "#app/modules/accounts/rights.ts";
import type { Caller } from "#app/modules/accounts/caller.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { FeedbackInput } from "./schema.ts";

/** Keeps whether a section was useful, and why not. Visitors too; of them nothing but their words is kept. */
export function sendFeedback(ctx: Caller, sectionId: string, input: FeedbackInput): void {
  const userId = countedSender(ctx);
  const useful = input.useful === "yes";
  ctx.db.transaction((tx) => {
    const section = publishedSection(tx, sectionId);
    tx.insert(sectionFeedback)
      .values({
        sectionId,
        revisionId: revisionRead(tx, section, input.revision),
        kind: useful ? "useful" : "not_useful",
        reasons: useful ? [] : input.reasons,
        message: input.message,
        userId,
        // Praise asks for nothing: only what somebody should look into stands open.
        state: useful ? "fixed" : "open",
        createdAt: ctx.now,
      })
      .run();
  });
}

/** Who sends, when signed in; counts against the rate limit. */
export function countedSender(ctx: Caller): string | null {
  if (!may(ctx.actor, "feedback.send")) throw new DomainError("right.missing");
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  countAttempt(ctx, "feedback", userId ?? ctx.clientKey);
  return userId;
}

export function publishedSection(tx: Transaction, id: string) {
  const section = tx
    .select()
    .from(sections)
    .where(and(eq(sections.id, id), eq(sections.status, "published")))
    .get();
  if (!section?.publishedRevisionId) throw new DomainError("feedback.noSection");
  return { ...section, publishedRevisionId: section.publishedRevisionId };
}

/** The revision the reader had before them, where it is one of this section; else the one that stands now. */
export function revisionRead(
  tx: Transaction,
  section: { id: string; publishedRevisionId: string },
  named: string,
): string {
  const own = and(eq(sectionRevisions.id, named), eq(sectionRevisions.sectionId, section.id));
  const found = tx.select({ id: sectionRevisions.id }).from(sectionRevisions).where(own).get();
  return found?.id ?? section.publishedRevisionId;
}
