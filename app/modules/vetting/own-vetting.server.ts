import { asc, eq, sql } from "drizzle-orm";
import { uploads } from "#db/schema/uploads.ts";
import { vettingEvidence, vettingMessages, vettingSteps } from "#db/schema/vetting.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { standingOf } from "#app/modules/msmes/standing.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { ageOf } from "./clock.ts";
import { casesOf, demandFirm, openingOf } from "./own-case.server.ts";
import { appealDays, mayAppeal } from "./states.ts";
import { missingOf } from "./submit-case.server.ts";

/** The files of a case, in the order in which they came. */
export function evidenceOf(db: PersonCtx["db"], caseId: string) {
  return db
    .select({
      id: vettingEvidence.id,
      uploadId: uploads.id,
      kind: vettingEvidence.kind,
      note: vettingEvidence.note,
      name: uploads.name,
      mediaType: uploads.mediaType,
      size: uploads.size,
      createdAt: vettingEvidence.createdAt,
    })
    .from(vettingEvidence)
    .innerJoin(uploads, eq(uploads.id, vettingEvidence.uploadId))
    .where(eq(vettingEvidence.caseId, caseId))
    .orderBy(asc(vettingEvidence.createdAt), asc(uploads.name))
    .all();
}

/** Questions and answers of a case, oldest first; who wrote them at the chamber stays there. */
export function messagesOf(db: PersonCtx["db"], caseId: string) {
  return db
    .select({
      id: vettingMessages.id,
      fromStaff: vettingMessages.fromStaff,
      textEn: vettingMessages.textEn,
      textZh: vettingMessages.textZh,
      answerBy: vettingMessages.answerBy,
      createdAt: vettingMessages.createdAt,
    })
    .from(vettingMessages)
    .where(eq(vettingMessages.caseId, caseId))
    .orderBy(asc(vettingMessages.createdAt))
    .all();
}

/** The states that a case went through, in order, also those of one moment. */
export function stepsOf(db: PersonCtx["db"], caseId: string) {
  return db
    .select({
      id: vettingSteps.id,
      from: vettingSteps.fromState,
      to: vettingSteps.toState,
      codes: vettingSteps.reasonCodes,
      createdAt: vettingSteps.createdAt,
    })
    .from(vettingSteps)
    .where(eq(vettingSteps.caseId, caseId))
    .orderBy(asc(vettingSteps.createdAt), sql`rowid`)
    .all();
}

/** Everything the own firm's vetting page shows: where it stands, what is missing, what was said, what comes next. */
export function ownVetting(ctx: PersonCtx) {
  const { db, now } = ctx;
  const firm = demandFirm(ctx.actor);
  const cases = casesOf(db, firm.id);
  const opening = openingOf(cases, now);
  const [newest] = cases;
  const one = newest ?? null;
  const evidence = one ? evidenceOf(db, one.id) : [];
  const age = one && ageOf(one, now);
  const steps = one ? stepsOf(db, one.id) : [];
  const drafted = one?.state === "draft" ? evidence.map(({ kind }) => kind) : [];
  const appealable = one !== null && mayAppeal(one, now);
  const mayBegin = (opening === "mayApply" || opening === "mayRenew") && !appealable;
  return {
    standing: standingOf(cases, now),
    /** Strangers abroad read the English name, and it can be put in only before the chamber's word rests on it. */
    namedInEnglish: firm.nameEn !== "",
    opening,
    /** Whether an application is being put together now. */
    collecting: one?.state === "draft" || mayBegin,
    missing: missingOf(ownProfile(ctx), drafted, standardInForce(ctx)),
    evidence,
    one: one && {
      id: one.id,
      state: one.state,
      submittedAt: one.submittedAt,
      decidedAt: one.decidedAt,
      expiresAt: one.expiresAt,
      // Scores of an earlier round are past once an appeal is under way.
      scores: one.state === "approved" || one.state === "rejected" ? one.scores : null,
      // Why a standing is suspended stands with the step, not with the approval it rests on.
      reasonCodes: one.state === "suspended" ? (steps.at(-1)?.codes ?? []) : one.reasonCodes,
      decisionNote: one.decisionNote,
      appealText: one.appealText,
      appealedAt: one.appealedAt,
      appealable,
      appealUntil: appealable ? new Date(one.decidedAt!.getTime() + appealDays * 86_400_000) : null,
      dueDay: age!.dueDay,
      late: age!.leftDays < 0,
    },
    messages: one ? messagesOf(db, one.id) : [],
    steps,
  };
}
export type OwnVetting = ReturnType<typeof ownVetting>;
