import { and, eq, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { sectionDrafts, sectionDraftVersions, sections, type DraftWords } from "#db/schema/guides.ts";
import { recordAudit, type AuditInput } from "#app/modules/audit/record.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import type { DraftState } from "./draft-policy.ts";
import { draftOf, nextVersion, sectionAt, type Place } from "./draft-rows.server.ts";

const keptVersions = 100;

/**
 * Stores the working copy of one language of a place as its next version, in the caller's transaction, and keeps
 * what it said for later merges. A place that nobody has written gets its section. Returns the version.
 *
 * It asks no right and no rule: the caller is a verb that did.
 */
export function writeDraft(
  tx: Transaction,
  ctx: PersonCtx,
  draft: {
    place: Place;
    lang: Lang;
    words: DraftWords;
    state: DraftState;
    /** The published revision that the words build on. */
    baseRevisionId: string | null;
    action: AuditInput["action"];
  },
): number {
  const { place, lang, words, state, baseRevisionId } = draft;
  const section = sectionAt(tx, place, lang) ?? openSection(tx, ctx, place, lang, words.reviewDueAt);
  const before = draftOf(tx, section.id);
  const version = nextVersion(tx, section.id);
  const row = {
    ...words,
    ...{ version, state, baseRevisionId },
    authorId: ctx.actor.userId,
    reviewNote: state === "draft" ? (before?.reviewNote ?? "") : "",
    submittedAt: state === "in_review" ? ctx.now : null,
    updatedAt: ctx.now,
  };
  tx.insert(sectionDrafts)
    .values({ sectionId: section.id, ...row })
    .onConflictDoUpdate({ target: sectionDrafts.sectionId, set: row })
    .run();
  tx.insert(sectionDraftVersions)
    .values({ sectionId: section.id, version, words, authorId: ctx.actor.userId, createdAt: ctx.now })
    .run();
  tx.delete(sectionDraftVersions)
    .where(
      and(
        eq(sectionDraftVersions.sectionId, section.id),
        lte(sectionDraftVersions.version, version - keptVersions),
      ),
    )
    .run();
  recordAudit(tx, ctx, {
    action: draft.action,
    record: "section",
    recordId: section.id,
    from: before?.state ?? null,
    to: state,
    detail: { market: place.market, topic: place.topic, lang, version },
  });
  return version;
}

function openSection(tx: Transaction, ctx: PersonCtx, place: Place, lang: Lang, reviewDueAt: string) {
  return tx
    .insert(sections)
    .values({
      marketCode: place.market,
      topic: place.topic,
      lang,
      status: "draft",
      ownerId: ctx.actor.userId,
      reviewDueAt,
      basis: "knowledge",
      createdAt: ctx.now,
    })
    .returning()
    .get();
}
