import { asc, desc, eq, inArray } from "drizzle-orm";
import { memberships, organisations, staffRoles, users } from "#db/schema/accounts.ts";
import { sectionFeedback } from "#db/schema/guides.ts";
import { consents } from "#db/schema/msmes.ts";
import { introductions } from "#db/schema/network.ts";
import { notifications } from "#db/schema/notifications.ts";
import { checklistItems, checklists, deskQuestions, follows, savedSearches } from "#db/schema/readers.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { PersonCaller } from "./caller.ts";
import { demand } from "./policy.ts";
import { ownSessions } from "./queries.server.ts";

/**
 * Everything the portal keeps about the actor as a person, as plain data to be saved: the right of access of PIPL
 * and GDPR. No secrets, and nothing of other people; session ids are left out since they name open doors.
 */
export function ownData(ctx: PersonCaller) {
  demand(ctx.actor, "account.manage");
  const { db, now } = ctx;
  const { userId } = ctx.actor;
  countAttempt(ctx, "ownData", userId);
  const account = db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      lang: users.lang,
      emailVerifiedAt: users.emailVerifiedAt,
      secondFactorSince: users.totpConfirmedAt,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(eq(users.id, userId))
    .get();
  const lists = db
    .select()
    .from(checklists)
    .where(eq(checklists.userId, userId))
    .orderBy(asc(checklists.createdAt))
    .all();
  const items = db
    .select()
    .from(checklistItems)
    .where(
      inArray(
        checklistItems.checklistId,
        lists.map(({ id }) => id),
      ),
    )
    .orderBy(asc(checklistItems.position))
    .all();
  return {
    exportedAt: now,
    account,
    memberships: db
      .select({
        organisationId: organisations.id,
        kind: organisations.kind,
        nameEn: organisations.nameEn,
        nameZh: organisations.nameZh,
        role: memberships.role,
        approver: memberships.approver,
        since: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.userId, userId))
      .all(),
    staffRoles: db
      .select({ role: staffRoles.role, since: staffRoles.createdAt })
      .from(staffRoles)
      .where(eq(staffRoles.userId, userId))
      .all(),
    sessions: ownSessions(ctx).map(({ device, createdAt, lastSeenAt, current }) => ({
      device,
      createdAt,
      lastSeenAt,
      current,
    })),
    notifications: db
      .select({
        key: notifications.key,
        params: notifications.params,
        path: notifications.path,
        createdAt: notifications.createdAt,
        readAt: notifications.readAt,
      })
      .from(notifications)
      .where(eq(notifications.userId, userId))
      .orderBy(desc(notifications.createdAt))
      .all(),
    checklists: lists.map(({ id, userId: _owner, ...list }) => ({
      ...list,
      items: items
        .filter(({ checklistId }) => checklistId === id)
        .map(({ topic, factKey, text, note, dueOn, doneAt }) => ({
          topic,
          factKey,
          text,
          note,
          dueOn,
          doneAt,
        })),
    })),
    follows: db
      .select({ market: follows.marketCode, topic: follows.topic, since: follows.createdAt })
      .from(follows)
      .where(eq(follows.userId, userId))
      .all(),
    savedSearches: db
      .select({
        query: savedSearches.query,
        lang: savedSearches.lang,
        filters: savedSearches.filters,
        createdAt: savedSearches.createdAt,
      })
      .from(savedSearches)
      .where(eq(savedSearches.userId, userId))
      .all(),
    questions: db
      .select({
        query: deskQuestions.query,
        question: deskQuestions.question,
        lang: deskQuestions.lang,
        state: deskQuestions.state,
        answer: deskQuestions.answer,
        answeredAt: deskQuestions.answeredAt,
        createdAt: deskQuestions.createdAt,
      })
      .from(deskQuestions)
      .where(eq(deskQuestions.userId, userId))
      .all(),
    consents: db
      .select({
        purpose: consents.purpose,
        wording: consents.wording,
        givenAt: consents.givenAt,
        revokedAt: consents.revokedAt,
      })
      .from(consents)
      .where(eq(consents.givenById, userId))
      .all(),
    introductions: db
      .select({
        message: introductions.message,
        state: introductions.state,
        deskNote: introductions.deskNote,
        createdAt: introductions.createdAt,
      })
      .from(introductions)
      .where(eq(introductions.askedById, userId))
      .all()
      // A no and no answer in time are one to the asker: which it was is the firm's own.
      .map((row) => ({ ...row, state: row.state === "forwarded" ? "requested" : row.state })),
    feedback: db
      .select({
        kind: sectionFeedback.kind,
        reasons: sectionFeedback.reasons,
        quote: sectionFeedback.quote,
        message: sectionFeedback.message,
        state: sectionFeedback.state,
        answer: sectionFeedback.answer,
        createdAt: sectionFeedback.createdAt,
      })
      .from(sectionFeedback)
      .where(eq(sectionFeedback.userId, userId))
      .all(),
  };
}
