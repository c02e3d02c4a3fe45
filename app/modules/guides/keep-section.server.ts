import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { staffRoles, users } from "#db/schema/accounts.ts";
import { sections } from "#db/schema/guides.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { draftOf, publishedSide, sectionAt, type Place } from "./draft-rows.server.ts";
import { wordsOfPublished } from "./draft-words.ts";
import { writeDraft } from "./write-draft.server.ts";

/** Takes a published section off the site, or puts it back as it was; its revisions stay. */
export function archiveSection(ctx: PersonCtx, place: Place, lang: Lang, archived: boolean): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const section = sectionAt(tx, place, lang);
    const [from, to] = archived ? (["published", "archived"] as const) : (["archived", "published"] as const);
    if (section?.status !== from) throw new DomainError("guide.notPublished");
    tx.update(sections).set({ status: to }).where(eq(sections.id, section.id)).run();
    enqueueForSearch(tx, "sections", section.id, ctx.now);
    const detail = { market: place.market, topic: place.topic, lang };
    const action = archived ? "section.archive" : "section.unarchive";
    recordAudit(tx, ctx, { action, record: "section", recordId: section.id, from, to, detail });
  });
}

/** Takes the words of an old revision as a new draft; dates stay as they are, since nothing was held against anything. */
export function restoreRevision(ctx: PersonCtx, place: Place, lang: Lang, number: number): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const section = sectionAt(tx, place, lang);
    const published = publishedSide(tx, section);
    const found = section && revisionOf(tx, section.id, number);
    if (!section || !published || !found) throw new DomainError("guide.noRevision");
    if (draftOf(tx, section.id)) throw new DomainError("guide.draftInTheWay");
    const { title, summary, body, sources } = found;
    writeDraft(tx, ctx, {
      place,
      lang,
      words: {
        ...wordsOfPublished(published, ctx.now),
        ...{ title, summary, body, sources },
        changeEn: `Revision ${number} restored.`,
        changeZh: `恢复第${number}版内容。`,
      },
      state: "draft",
      baseRevisionId: section.publishedRevisionId,
      action: "section.restore",
    });
  });
}

function revisionOf(tx: Transaction, sectionId: string, number: number) {
  return tx.query.sectionRevisions
    .findFirst({ where: (row) => and(eq(row.sectionId, sectionId), eq(row.number, number)) })
    .sync();
}

/**
 * Gives all written sections of these places to one editor, or to nobody. The new owner is told once.
 *
 * @returns how many sections changed hands.
 */
export function assignOwner(ctx: PersonCtx, places: Place[], ownerId: string | null): number {
  demand(ctx.actor, "guides.edit");
  return ctx.db.transaction((tx) => {
    if (ownerId !== null) {
      const editor = tx
        .select({ id: users.id })
        .from(users)
        .innerJoin(staffRoles, and(eq(staffRoles.userId, users.id), eq(staffRoles.role, "editor")))
        .where(and(eq(users.id, ownerId), isNull(users.disabledAt)))
        .get();
      if (!editor) throw new DomainError("guide.notAnEditor", { field: "owner" });
    }
    let changed = 0;
    for (const { market, topic } of places) {
      const rows = tx
        .select({ id: sections.id, ownerId: sections.ownerId })
        .from(sections)
        .where(and(eq(sections.marketCode, market), eq(sections.topic, topic)))
        .all()
        .filter((row) => row.ownerId !== ownerId);
      for (const row of rows) {
        tx.update(sections).set({ ownerId }).where(eq(sections.id, row.id)).run();
        recordAudit(tx, ctx, {
          action: "section.assign",
          record: "section",
          recordId: row.id,
          from: row.ownerId,
          to: ownerId,
          detail: { market, topic },
        });
        changed += 1;
      }
    }
    if (ownerId !== null && ownerId !== ctx.actor.userId && changed > 0) {
      notify(tx, ctx, {
        userId: ownerId,
        key: "guide.assigned",
        params: { count: String(changed), name: ctx.actor.name },
        path: "/staff/guides?owner=me",
      });
    }
    return changed;
  });
}
