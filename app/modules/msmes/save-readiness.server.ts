import { eq } from "drizzle-orm";
import { readinessAnswers } from "#db/schema/msmes.ts";
import type { Transaction } from "#db/client.server.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ownFirm } from "./policy.ts";
import { questionsOf, type Answers, type Dimension } from "./readiness.ts";
import { fingerprint } from "./said.server.ts";

/** The fingerprint of one dimension's answers: what a form of it begins from. */
export function readinessFingerprint(dimension: Dimension, answers: Answers): string {
  return fingerprint(questionsOf(dimension).map(({ id }) => answers[id] ?? null));
}

/**
 * Keeps the answers of one dimension; a question that is not answered stays open. `base` as in `saveProfileGroup`.
 *
 * @throws DomainError right.missing, profile.savedElsewhere
 */
export function saveReadiness(
  ctx: Ctx,
  { dimension, answers }: { dimension: Dimension; answers: Answers },
  base?: string,
): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const known = answersOf(tx, firm.id);
    const found = readinessFingerprint(dimension, known);
    const wanted = Object.fromEntries(
      questionsOf(dimension).flatMap(({ id }) => {
        const answer = answers[id];
        return answer === undefined ? [] : [[id, answer]];
      }),
    );
    const left = readinessFingerprint(dimension, { ...known, ...wanted });
    if (left === found) return;
    if (base !== undefined && base !== found) throw new DomainError("profile.savedElsewhere");
    for (const [question, answer] of Object.entries(wanted)) {
      if (known[question] === answer) continue;
      const row = { organisationId: firm.id, question, answer, updatedAt: ctx.now };
      tx.insert(readinessAnswers)
        .values(row)
        .onConflictDoUpdate({
          target: [readinessAnswers.organisationId, readinessAnswers.question],
          set: row,
        })
        .run();
    }
    recordAudit(tx, ctx, {
      action: "profile.save",
      record: "profile",
      recordId: firm.id,
      detail: { group: `readiness-${dimension}` },
    });
  });
}

function answersOf(tx: Transaction, organisationId: string): Record<string, number> {
  return Object.fromEntries(
    tx
      .select()
      .from(readinessAnswers)
      .where(eq(readinessAnswers.organisationId, organisationId))
      .all()
      .map((row) => [row.question, row.answer]),
  );
}
