import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { figuresIn } from "#search/figures.ts";
import { prepared } from "#db/prepared.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { staffRoles, users } from "#db/schema/accounts.ts";
import { sectionFeedback, sectionRevisions, sections, type DraftWords } from "#db/schema/guides.ts";
import { langs, type Ctx, type Lang } from "#app/platform/context.ts";
import { draftOf, handsOf, publishedSide, revisionById, sectionAt, type Place } from "./draft-rows.server.ts";
import type { DraftHands } from "./draft-policy.ts";
import { wordsOfDraft, wordsOfPublished } from "./draft-words.ts";
import { freshness } from "./freshness.ts";
import { pairState, type PairState } from "./language-pair.ts";
import type { QueueSide } from "./queue.ts";

const statements = prepared((db) => ({
  queue: db.$client.prepare<[], QueueSide>(
    `select s.id, s.lang, s.market_code as market, s.topic, s.status, s.owner_id as ownerId, u.name as owner,
       s.published_revision_id as publishedRevisionId, s.level_with_revision_id as levelWithRevisionId,
       coalesce(d.title, r.title) as title, s.verified_at as verifiedAt, s.review_due_at as reviewDueAt, s.basis,
       d.state as draft, a.name as draftAuthor,
       coalesce(f.errors, 0) as errors, coalesce(f.not_useful, 0) as notUseful, coalesce(f.useful, 0) as useful
     from sections s
     left join section_revisions r on r.id = s.published_revision_id
     left join section_drafts d on d.section_id = s.id
     left join users u on u.id = s.owner_id
     left join users a on a.id = d.author_id
     left join (
       select section_id, sum(kind = 'error' and state = 'open') as errors,
         sum(kind = 'not_useful' and state = 'open') as not_useful, sum(kind = 'useful') as useful
       from section_feedback group by section_id
     ) f on f.section_id = s.id`,
  ),
}));

/** Every section's head for the queue; the text stays where it is. */
export function queueSides(ctx: Ctx): QueueSide[] {
  return statements(ctx.db).queue.all();
}

/** Those who can own a section: open accounts with the editor's role. */
export function listEditors(ctx: Ctx): { id: string; name: string }[] {
  return ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(staffRoles, eq(staffRoles.userId, users.id))
    .where(and(eq(staffRoles.role, "editor"), isNull(users.disabledAt)))
    .orderBy(users.name)
    .all();
}

/** One language of a place as the editor's page shows it. */
export type EditedSide = {
  lang: Lang;
  sectionId: string | null;
  status: "draft" | "in_review" | "published" | "archived" | null;
  owner: string | null;
  published: {
    number: number;
    at: Date;
    author: string | null;
    verifiedAt: string | null;
    reviewDueAt: string;
    basis: "read" | "knowledge";
    words: DraftWords;
  } | null;
  draft: {
    version: number;
    state: "draft" | "in_review";
    authorId: string | null;
    author: string | null;
    hands: DraftHands;
    /** Those hands by name. */
    writers: string[];
    handedIn: string | null;
    at: Date;
    reviewNote: string;
    /** Something was published past this draft; it has to be merged before it can follow. */
    behindPublished: boolean;
  } | null;
  /** What the form starts from. */
  words: DraftWords;
  version: number;
  base: string;
  pair: PairState;
  openReports: number;
};

/** Both languages of a place, written or not. */
export function editedPlace(ctx: Ctx, place: Place): Record<Lang, EditedSide> {
  const rows = { en: sectionAt(ctx.db, place, "en"), zh: sectionAt(ctx.db, place, "zh") };
  const ids = langs.flatMap((lang) => rows[lang]?.id ?? []);
  const reports = ids.length
    ? ctx.db
        .select({ sectionId: sectionFeedback.sectionId, open: sql<number>`count(*)` })
        .from(sectionFeedback)
        .where(
          and(
            inArray(sectionFeedback.sectionId, ids),
            eq(sectionFeedback.state, "open"),
            inArray(sectionFeedback.kind, ["error", "not_useful"]),
          ),
        )
        .groupBy(sectionFeedback.sectionId)
        .all()
    : [];
  const side = (lang: Lang): EditedSide => {
    const row = rows[lang];
    const other = rows[lang === "en" ? "zh" : "en"];
    const draft = row && draftOf(ctx.db, row.id);
    const published = publishedSide(ctx.db, row);
    const revision = row?.publishedRevisionId ? revisionById(ctx.db, row.publishedRevisionId) : undefined;
    const publishedWords = wordsOfPublished(published, ctx.now);
    const hands = draft ? handsOf(ctx.db, draft.sectionId) : { writers: [], handedInBy: null };
    return {
      lang,
      sectionId: row?.id ?? null,
      status: row?.status ?? null,
      owner: nameOf(ctx, row?.ownerId),
      published:
        revision && published
          ? {
              number: revision.number,
              at: revision.createdAt,
              author: nameOf(ctx, revision.authorId),
              verifiedAt: published.verifiedAt,
              reviewDueAt: published.reviewDueAt,
              basis: published.basis,
              words: publishedWords,
            }
          : null,
      draft: draft
        ? {
            version: draft.version,
            state: draft.state,
            authorId: draft.authorId,
            author: nameOf(ctx, draft.authorId),
            hands,
            writers: hands.writers.flatMap((id) => nameOf(ctx, id) ?? []),
            handedIn: nameOf(ctx, hands.handedInBy),
            at: draft.updatedAt,
            reviewNote: draft.reviewNote,
            behindPublished: draft.baseRevisionId !== (row?.publishedRevisionId ?? null),
          }
        : null,
      words: draft ? wordsOfDraft(draft) : publishedWords,
      version: draft?.version ?? 0,
      base: (draft ? draft.baseRevisionId : row?.publishedRevisionId) ?? "",
      pair: row ? pairState(row, other ?? null) : "unknown",
      openReports: reports.find(({ sectionId }) => sectionId === row?.id)?.open ?? 0,
    };
  };
  return { en: side("en"), zh: side("zh") };
}

function nameOf(ctx: Ctx, userId: string | null | undefined): string | null {
  if (!userId) return null;
  return ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId)).get()?.name ?? null;
}

/** All revisions of one language of a place, newest first, with their words. */
export function revisionsOf(ctx: Ctx, place: Place, lang: Lang) {
  const section = sectionAt(ctx.db, place, lang);
  if (!section) return [];
  const rows = ctx.db
    .select()
    .from(sectionRevisions)
    .where(eq(sectionRevisions.sectionId, section.id))
    .orderBy(desc(sectionRevisions.number))
    .all();
  return rows.map((row) => ({
    ...row,
    author: nameOf(ctx, row.authorId),
    publishedBy: nameOf(ctx, row.publishedById),
    current: row.id === section.publishedRevisionId,
  }));
}

/** When dates were moved or text published, by whom and on what evidence, newest first. */
export function evidenceOf(ctx: Ctx, place: Place, lang: Lang) {
  const section = sectionAt(ctx.db, place, lang);
  if (!section) return [];
  return ctx.db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      action: auditEntries.action,
      detail: auditEntries.detail,
      name: users.name,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.record, "section"),
        eq(auditEntries.recordId, section.id),
        inArray(auditEntries.action, ["section.publish", "section.redate"]),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(50)
    .all()
    .flatMap(({ detail, ...entry }) =>
      typeof detail?.evidence === "string" ? [{ ...entry, evidence: detail.evidence }] : [],
    );
}

/** What readers say of a place, open reports first, then the newest; the useful votes are only counted. */
export function feedbackOf(ctx: Ctx, place: Place) {
  const mine = and(eq(sections.marketCode, place.market), eq(sections.topic, place.topic));
  const reports = ctx.db
    .select({
      id: sectionFeedback.id,
      lang: sections.lang,
      kind: sectionFeedback.kind,
      reasons: sectionFeedback.reasons,
      quote: sectionFeedback.quote,
      message: sectionFeedback.message,
      state: sectionFeedback.state,
      answer: sectionFeedback.answer,
      closedAt: sectionFeedback.closedAt,
      createdAt: sectionFeedback.createdAt,
      revision: sectionRevisions.number,
      reporter: users.name,
    })
    .from(sectionFeedback)
    .innerJoin(sections, eq(sections.id, sectionFeedback.sectionId))
    .leftJoin(sectionRevisions, eq(sectionRevisions.id, sectionFeedback.revisionId))
    .leftJoin(users, eq(users.id, sectionFeedback.userId))
    .where(and(mine, inArray(sectionFeedback.kind, ["error", "not_useful"])))
    .orderBy(sql`${sectionFeedback.state} <> 'open'`, desc(sectionFeedback.createdAt))
    .limit(200)
    .all();
  const useful = ctx.db
    .select({ useful: sql<number>`count(*)` })
    .from(sectionFeedback)
    .innerJoin(sections, eq(sections.id, sectionFeedback.sectionId))
    .where(and(mine, eq(sectionFeedback.kind, "useful")))
    .get()!.useful;
  return { reports, useful };
}

/** How many published texts of a market name a fact by its key. */
export function textsNaming(ctx: Ctx, market: string, key: string): number {
  return ctx.db
    .select({ body: sectionRevisions.body })
    .from(sections)
    .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
    .where(and(eq(sections.marketCode, market), eq(sections.status, "published")))
    .all()
    .filter(({ body }) => figuresIn(body).includes(key)).length;
}

/** How many texts wait for a second person, and how many published ones are past their review. */
export function guideCounts(ctx: Ctx): { inReview: number; overdue: number } {
  const sides = queueSides(ctx);
  return {
    inReview: sides.filter(({ draft }) => draft === "in_review").length,
    overdue: sides.filter((side) => side.status === "published" && freshness(side, ctx.now) === "overdue")
      .length,
  };
}
