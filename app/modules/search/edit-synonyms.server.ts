import { eq } from "drizzle-orm";
import { synonymGroups } from "#db/schema/search.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { SynonymsInput } from "./synonyms-schema.ts";

/** Every group, those changed last first. */
export function listSynonyms(ctx: Ctx) {
  const rows = ctx.db.select().from(synonymGroups).all();
  return rows.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}

/** Adds a group, or writes an existing one anew. Both engines know it within a second or two. */
export function saveSynonyms(ctx: Ctx, { id, terms, note }: SynonymsInput): string {
  if (!may(ctx.actor, "search.operate")) throw new DomainError("right.missing");
  return ctx.db.transaction((tx) => {
    const row = { terms, note, updatedAt: ctx.now };
    if (id !== undefined) {
      const { changes } = tx.update(synonymGroups).set(row).where(eq(synonymGroups.id, id)).run();
      if (changes === 0) throw new DomainError("synonyms.gone");
    }
    const saved = id ?? tx.insert(synonymGroups).values(row).returning({ id: synonymGroups.id }).get().id;
    const action = id === undefined ? "synonyms.add" : "synonyms.edit";
    recordAudit(tx, ctx, {
      action,
      record: "synonyms",
      recordId: saved,
      detail: { terms: terms.join(", ") },
    });
    enqueueForSearch(tx, "synonyms", saved, ctx.now);
    return saved;
  });
}

/** Removes a group and returns what it held, so that it can be put back. */
export function deleteSynonyms(ctx: Ctx, id: string): { terms: string[]; note: string } {
  if (!may(ctx.actor, "search.operate")) throw new DomainError("right.missing");
  return ctx.db.transaction((tx) => {
    const gone = tx.delete(synonymGroups).where(eq(synonymGroups.id, id)).returning().get();
    if (!gone) throw new DomainError("synonyms.gone");
    recordAudit(tx, ctx, {
      action: "synonyms.delete",
      record: "synonyms",
      recordId: id,
      detail: { terms: gone.terms.join(", ") },
    });
    enqueueForSearch(tx, "synonyms", id, ctx.now);
    return { terms: gone.terms, note: gone.note };
  });
}
