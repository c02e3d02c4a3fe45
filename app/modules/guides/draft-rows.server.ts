import { and, asc, eq, gte, inArray, isNull, max } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import {
  sectionDrafts,
  sectionDraftVersions,
  sectionRevisions,
  sections,
  type DraftWords,
} from "#db/schema/guides.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { AuditAction } from "#app/i18n/en/audit.ts";
import type { Lang } from "#app/platform/context.ts";
import type { DraftHands } from "./draft-policy.ts";

export type Place = { market: string; topic: Topic };

type Reader = Database | Transaction;

/** The row of one language of a place. */
export function sectionAt(db: Reader, { market, topic }: Place, lang: Lang) {
  return db
    .select()
    .from(sections)
    .where(and(eq(sections.marketCode, market), eq(sections.topic, topic), eq(sections.lang, lang)))
    .get();
}

export function draftOf(db: Reader, sectionId: string) {
  return db.select().from(sectionDrafts).where(eq(sectionDrafts.sectionId, sectionId)).get();
}

export function revisionById(db: Reader, id: string) {
  return db.select().from(sectionRevisions).where(eq(sectionRevisions.id, id)).get();
}

/** What the published side of a section says, with its dates; null when nothing was published yet. */
export function publishedSide(db: Reader, section: typeof sections.$inferSelect | undefined) {
  const revision = section?.publishedRevisionId ? revisionById(db, section.publishedRevisionId) : undefined;
  if (!section || !revision) return null;
  const { title, summary, body, sources } = revision;
  const { verifiedAt, reviewDueAt, basis } = section;
  return { title, summary, body, sources, verifiedAt, reviewDueAt, basis };
}

/** The words that were saved as a version of a section's draft, if they are still kept. */
export function wordsAtVersion(db: Reader, sectionId: string, version: number): DraftWords | null {
  const row = db
    .select({ words: sectionDraftVersions.words })
    .from(sectionDraftVersions)
    .where(and(eq(sectionDraftVersions.sectionId, sectionId), eq(sectionDraftVersions.version, version)))
    .get();
  return row?.words ?? null;
}

/** The number of a section's next save: it goes on from draft to draft. */
export function nextVersion(db: Reader, sectionId: string): number {
  const row = db
    .select({ last: max(sectionDraftVersions.version) })
    .from(sectionDraftVersions)
    .where(eq(sectionDraftVersions.sectionId, sectionId))
    .get();
  return (row?.last ?? 0) + 1;
}

const handling: AuditAction[] = [
  "section.saveDraft",
  "section.submit",
  "section.importDraft",
  "section.restore",
];

/** Whose hands the open draft of a section went through, by the trail, which nobody can change. */
export function handsOf(db: Reader, sectionId: string): DraftHands {
  const ofSection = and(
    eq(auditEntries.record, "section"),
    eq(auditEntries.recordId, sectionId),
    inArray(auditEntries.action, handling),
  );
  const opened = db
    .select({ seq: max(auditEntries.seq) })
    .from(auditEntries)
    .where(and(ofSection, isNull(auditEntries.fromState)))
    .get();
  const entries = db
    .select({ actorId: auditEntries.actorId, to: auditEntries.toState, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(ofSection, gte(auditEntries.seq, opened?.seq ?? 0)))
    .orderBy(asc(auditEntries.seq))
    .all();
  // Handing in what stands already writes no version.
  const saves = entries.filter(({ detail }) => detail?.version !== undefined);
  return {
    writers: [...new Set(saves.flatMap(({ actorId }) => actorId ?? []))],
    handedInBy: entries.findLast(({ to }) => to === "in_review")?.actorId ?? null,
  };
}
