import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { sectionDrafts, sectionFeedback, sections } from "#db/schema/guides.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { recordAudit, type AuditInput } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { NotificationKey } from "#app/i18n/en/notifications.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { assertFit, assertWhole } from "./draft-checks.server.ts";
import { publishRefusal, stateAfter } from "./draft-policy.ts";
import { draftOf, handsOf, sectionAt, type Place } from "./draft-rows.server.ts";
import { wordsOfDraft } from "./draft-words.ts";
import { publishSection } from "./publish-section.server.ts";
import { placeParams } from "./tell.server.ts";

type Seen = { place: Place; lang: Lang; /** The version the page showed. */ version: number };

/** The draft as the page showed it. @throws DomainError when it is gone or another one by now. */
function seenDraft(tx: Transaction, { place, lang, version }: Seen) {
  const section = sectionAt(tx, place, lang);
  const draft = section && draftOf(tx, section.id);
  if (!draft) throw new DomainError("guide.draftGone");
  if (draft.version !== version) throw new DomainError("guide.draftMoved");
  return { section, draft };
}

/**
 * A second person publishes what another wrote, exactly as the page showed it: a new revision with the words for
 * followers, dates, language pair, audit entry and search in one transaction. The author is told.
 */
export function publishDraft(ctx: PersonCtx, seen: Seen): void {
  demand(ctx.actor, "guides.edit");
  const { place, lang } = seen;
  ctx.db.transaction((tx) => {
    const { section, draft } = seenDraft(tx, seen);
    const refusal = publishRefusal({ ...draft, ...handsOf(tx, section.id) }, ctx.actor.userId);
    if (refusal) throw new DomainError(refusal);
    if (section.publishedRevisionId !== draft.baseRevisionId) throw new DomainError("guide.baseMoved");
    const words = wordsOfDraft(draft);
    assertFit(tx, ctx, lang, section, words);
    assertWhole(tx, ctx, place, lang, section, words);
    tx.delete(sectionDrafts).where(eq(sectionDrafts.sectionId, section.id)).run();
    const { title, summary, body, sources, verifiedAt, reviewDueAt, basis, evidence } = words;
    publishSection(
      tx,
      ctx,
      { ...place, lang, title, summary, body, sources, verifiedAt, reviewDueAt, basis },
      {
        authorId: draft.authorId,
        publishedById: ctx.actor.userId,
        changeEn: words.changeEn,
        changeZh: words.changeZh,
        evidence,
        levels: words.levelsPair || !section.publishedRevisionId,
      },
    );
    tellAuthor(tx, ctx, place, draft.authorId, "guide.published", `/guides/${place.market}/${place.topic}`);
  });
}

/** A reviewer gives a text back with what is still missing; the author is told. */
export function sendBackDraft(ctx: PersonCtx, seen: Seen, note: string): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const { section, draft } = seenDraft(tx, seen);
    if (stateAfter(draft.state, "sendBack") === undefined) throw new DomainError("guide.notInReview");
    tx.update(sectionDrafts)
      .set({ state: "draft", reviewNote: note, submittedAt: null })
      .where(eq(sectionDrafts.sectionId, section.id))
      .run();
    trace(tx, ctx, seen, "section.sendBack", section.id, draft.state, "draft");
    tellAuthor(tx, ctx, seen.place, draft.authorId, "guide.sentBack", editorPath(seen.place));
  });
}

/**
 * Throws a working copy away; what is published stays. A section that has nothing else, no reader's report either,
 * goes with it.
 */
export function discardDraft(ctx: PersonCtx, seen: Seen): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const { section, draft } = seenDraft(tx, seen);
    tx.delete(sectionDrafts).where(eq(sectionDrafts.sectionId, section.id)).run();
    trace(tx, ctx, seen, "section.discardDraft", section.id, draft.state, null);
    const reported = tx
      .select({ id: sectionFeedback.id })
      .from(sectionFeedback)
      .where(eq(sectionFeedback.sectionId, section.id))
      .get();
    if (!section.publishedRevisionId && !reported)
      tx.delete(sections).where(eq(sections.id, section.id)).run();
    tellAuthor(tx, ctx, seen.place, draft.authorId, "guide.discarded", editorPath(seen.place));
  });
}

const editorPath = ({ market, topic }: Place) => `/staff/guides/${market}/${topic}`;

function trace(
  tx: Transaction,
  ctx: PersonCtx,
  { place, lang, version }: Seen,
  action: AuditInput["action"],
  recordId: string,
  from: string,
  to: string | null,
): void {
  const detail = { market: place.market, topic: place.topic, lang, version };
  recordAudit(tx, ctx, { action, record: "section", recordId, from, to, detail });
}

/** A line for whoever wrote the text, unless it is the same person. */
function tellAuthor(
  tx: Transaction,
  ctx: PersonCtx,
  place: Place,
  authorId: string | null,
  key: NotificationKey,
  path: string,
): void {
  if (authorId === null || authorId === ctx.actor.userId) return;
  const params = { ...placeParams(tx, place.market, place.topic), name: ctx.actor.name };
  notify(tx, ctx, { userId: authorId, key, params, path });
}
