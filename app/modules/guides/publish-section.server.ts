import { randomUUID } from "node:crypto";
import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { sectionRevisions, sections } from "#db/schema/guides.ts";
import type { GuideRecord } from "#db/seed/guide-record.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { recordAudit, type AuditInput } from "#app/modules/audit/record.server.ts";
import { tellFollowers } from "#app/modules/follows/tell-followers.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { addDays, chamberDay } from "./freshness.ts";
import { levelAfterPublishing } from "./language-pair.ts";

const reviewAfterDays = 180;

/** What the editorial room knows beyond the record; an import knows none of it. */
export type Publishing = {
  authorId: string | null;
  publishedById: string;
  /** What changed, in words, for those who follow the section. */
  changeEn: string;
  changeZh: string;
  /** What was held against what; kept in the audit trail. */
  evidence: string;
  /** Whether this side is level with the other one now. */
  levels: boolean;
};

export type Published = "new" | "revised" | "redated" | "unchanged";

/**
 * Publishes one language of one section inside the caller's transaction: a new revision when title, summary, text
 * or sources changed, the dates alone when only they did, nothing when nothing did. Writes the audit entry and the
 * search outbox, and keeps the language pair honest. A section that nobody owns goes to the author.
 *
 * It asks no right: the caller is a verb that did, or the operator's command line.
 */
export function publishSection(tx: Transaction, ctx: Ctx, record: GuideRecord, room?: Publishing): Published {
  const { market, topic, lang, title, summary, body, sources } = record;
  const own = side(tx, market, topic, lang);
  const other = side(tx, market, topic, lang === "en" ? "zh" : "en");
  const current = own?.publishedRevisionId ? revision(tx, own.publishedRevisionId) : undefined;
  const dates = {
    verifiedAt: record.verifiedAt,
    reviewDueAt: record.reviewDueAt ?? own?.reviewDueAt ?? addDays(chamberDay(ctx.now), reviewAfterDays),
    basis: record.basis,
  };
  const words = { title, summary, body, sources };
  const sameWords = current !== undefined && own?.status === "published" && sameText(current, words);
  if (own && sameWords) {
    const sameDates =
      own.verifiedAt === dates.verifiedAt &&
      own.reviewDueAt === dates.reviewDueAt &&
      own.basis === dates.basis;
    const levels = room?.levels === true && !!other?.publishedRevisionId;
    if (sameDates && !levels) return "unchanged";
    const level = levels ? { levelWithRevisionId: other.publishedRevisionId } : {};
    tx.update(sections)
      .set({ ...dates, ...level, ownerId: own.ownerId ?? room?.authorId ?? null })
      .where(eq(sections.id, own.id))
      .run();
    if (levels) {
      const revisionId = own.publishedRevisionId;
      tx.update(sections).set({ levelWithRevisionId: revisionId }).where(eq(sections.id, other.id)).run();
    }
    trace("section.redate", own.id, own.status);
    return "redated";
  }

  const revisionId = randomUUID();
  const level = levelAfterPublishing(own ?? null, other ?? null, revisionId, room?.levels);
  const state = {
    ...dates,
    status: "published" as const,
    publishedRevisionId: revisionId,
    publishedAt: ctx.now,
    levelWithRevisionId: level.own,
    ownerId: own?.ownerId ?? room?.authorId ?? null,
  };
  const place = { marketCode: market, topic, lang };
  let sectionId = own?.id;
  if (own) tx.update(sections).set(state).where(eq(sections.id, own.id)).run();
  else {
    const made = { ...place, ...state, createdAt: ctx.now };
    sectionId = tx.insert(sections).values(made).returning({ id: sections.id }).get().id;
  }
  const actorId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  tx.insert(sectionRevisions)
    .values({
      ...words,
      id: revisionId,
      sectionId: sectionId!,
      number: own ? lastNumber(tx, own.id) + 1 : 1,
      authorId: room ? room.authorId : actorId,
      publishedById: room?.publishedById ?? null,
      changeEn: room?.changeEn ?? "",
      changeZh: room?.changeZh ?? "",
      createdAt: ctx.now,
    })
    .run();
  if (other && level.other !== other.levelWithRevisionId) {
    tx.update(sections).set({ levelWithRevisionId: level.other }).where(eq(sections.id, other.id)).run();
  }
  tellFollowers(tx, ctx, record, current ?? null, room && { en: room.changeEn, zh: room.changeZh });
  trace("section.publish", sectionId!, own?.status ?? null);
  return own?.publishedRevisionId ? "revised" : "new";

  function trace(action: AuditInput["action"], id: string, from: string | null) {
    const detail = { market, topic, lang, ...(room?.evidence ? { evidence: room.evidence } : {}) };
    recordAudit(tx, ctx, { action, record: "section", recordId: id, from, to: "published", detail });
    enqueueForSearch(tx, "sections", id, ctx.now);
  }
}

function side(tx: Transaction, market: string, topic: GuideRecord["topic"], lang: Lang) {
  return tx
    .select()
    .from(sections)
    .where(and(eq(sections.marketCode, market), eq(sections.topic, topic), eq(sections.lang, lang)))
    .get();
}

function revision(tx: Transaction, id: string) {
  return tx.select().from(sectionRevisions).where(eq(sectionRevisions.id, id)).get();
}

function lastNumber(tx: Transaction, sectionId: string): number {
  const row = tx
    .select({ last: max(sectionRevisions.number) })
    .from(sectionRevisions)
    .where(eq(sectionRevisions.sectionId, sectionId))
    .get();
  return row?.last ?? 0;
}

type Words = Pick<GuideRecord, "title" | "summary" | "body" | "sources">;

export function sameText(a: Words, b: Words): boolean {
  const flat = ({ title, summary, body, sources }: Words) =>
    JSON.stringify([
      title,
      summary,
      body,
      sources.map((source) => [source.title, source.publisher, source.url ?? null, source.asOf]),
    ]);
  return flat(a) === flat(b);
}
