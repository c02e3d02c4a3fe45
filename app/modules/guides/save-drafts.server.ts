import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { sectionDrafts, type DraftWords } from "#db/schema/guides.ts";
import { markets } from "#db/schema/markets.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { langs, type Lang, type PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { assertFit, assertWhole } from "./draft-checks.server.ts";
import {
  draftOf,
  publishedSide,
  revisionById,
  sectionAt,
  wordsAtVersion,
  type Place,
} from "./draft-rows.server.ts";
import { isBlank, wordsOfDraft, wordsOfPublished } from "./draft-words.ts";
import { mergeWords, sameWords, type Merged } from "./merge.ts";
import { tellReviewers } from "./tell.server.ts";
import { writeDraft } from "./write-draft.server.ts";

/** One language as its form sends it back: which state it began from, and the words. */
export type SideInput = {
  /** The draft's version that the form showed; 0 = there was no draft. */
  version: number;
  /** The published revision behind it; "" = none. */
  base: string;
  words: DraftWords;
};

/** A side that somebody else changed meanwhile, merged; to be looked at and saved again. */
export type SideMerge = Merged & {
  version: number;
  base: string;
  theirs: { name: string | null; at: Date | null };
};

export type SaveResult =
  { saved: true; changed: Lang[] } | { saved: false; merges: Partial<Record<Lang, SideMerge>> };

/**
 * Saves the working copies of both languages of a place, and hands in those of `submit` for review. Where somebody
 * else has saved or published since the form was opened, nothing is saved: the answer holds what a three-way merge
 * makes of both, and the form shows it.
 *
 * @throws DomainError at the field (`en.body`) when a rule says no: dates without evidence, marks of a conflict, a
 * reference that leads nowhere, and on submitting whatever is not finished.
 */
export function saveDrafts(
  ctx: PersonCtx,
  place: Place,
  sides: Partial<Record<Lang, SideInput>>,
  submit: readonly Lang[] = [],
): SaveResult {
  demand(ctx.actor, "guides.edit");
  return ctx.db.transaction((tx): SaveResult => {
    const market = tx
      .select({ code: markets.code })
      .from(markets)
      .where(eq(markets.code, place.market))
      .get();
    if (!market) throw new DomainError("guide.noMarket");
    const plans = langs.flatMap((lang) => {
      const input = sides[lang];
      const submits = submit.includes(lang);
      return input ? [{ lang, input, submits, ...plan(tx, ctx, place, lang, input, submits) }] : [];
    });
    const merges: Partial<Record<Lang, SideMerge>> = {};
    for (const { lang, merge } of plans) if (merge) merges[lang] = merge;
    if (Object.keys(merges).length > 0) return { saved: false, merges };
    const changed: Lang[] = [];
    for (const { lang, input, submits, unchanged, baseRevisionId } of plans) {
      if (unchanged && !submits) continue;
      const section = sectionAt(tx, place, lang);
      const draft = section && draftOf(tx, section.id);
      if (unchanged && !draft) throw new DomainError("guide.nothingToReview", { field: `${lang}.title` });
      assertFit(tx, ctx, lang, section, input.words);
      if (submits) assertWhole(tx, ctx, place, lang, section, input.words);
      if (!unchanged) {
        const state = submits ? "in_review" : "draft";
        const action = submits ? "section.submit" : "section.saveDraft";
        writeDraft(tx, ctx, { place, lang, words: input.words, state, baseRevisionId, action });
      } else if (draft?.state === "draft") handIn(tx, ctx, draft.sectionId);
      else continue;
      changed.push(lang);
      if (submits) tellReviewers(tx, ctx, place, lang);
    }
    return { saved: true, changed };
  });
}

/** Puts an unchanged draft up for review: whoever hands in words of somebody else does not become their author. */
function handIn(tx: Transaction, ctx: PersonCtx, sectionId: string): void {
  tx.update(sectionDrafts)
    .set({ state: "in_review", submittedAt: ctx.now, reviewNote: "" })
    .where(eq(sectionDrafts.sectionId, sectionId))
    .run();
  const audit = { action: "section.submit", record: "section", recordId: sectionId } as const;
  recordAudit(tx, ctx, { ...audit, from: "draft", to: "in_review" });
}

type Plan = {
  /** Nothing was typed that is not stored already. */
  unchanged: boolean;
  merge: SideMerge | null;
  baseRevisionId: string | null;
};

/** Holds a form against what is stored: nothing new, to be saved as it is, or to be merged first. */
function plan(
  tx: Transaction,
  ctx: PersonCtx,
  place: Place,
  lang: Lang,
  input: SideInput,
  submits: boolean,
): Plan {
  const section = sectionAt(tx, place, lang);
  const draft = section && draftOf(tx, section.id);
  const publishedId = section?.publishedRevisionId ?? null;
  const current = draft ? wordsOfDraft(draft) : wordsOfPublished(publishedSide(tx, section), ctx.now);
  const upToDate = draft
    ? input.version === draft.version
    : input.version === 0 && input.base === (publishedId ?? "");
  if (upToDate) {
    const rebased = draft !== undefined && draft.baseRevisionId !== publishedId && input.base === publishedId;
    const baseRevisionId = draft && !rebased ? draft.baseRevisionId : publishedId;
    const blank = !draft && !publishedId && isBlank(input.words);
    const unchanged = blank || (sameWords(input.words, current) && !rebased);
    return { unchanged, merge: null, baseRevisionId };
  }
  const began = beginning(tx, ctx, section, input);
  const untouched = sameWords(input.words, began) || sameWords(input.words, current);
  // Who touched nothing has nothing to merge; who hands in must first see what it is.
  if (untouched && !submits) return { unchanged: true, merge: null, baseRevisionId: null };
  const revision = publishedId ? revisionById(tx, publishedId) : undefined;
  const merge = {
    ...mergeWords(began, current, input.words),
    version: draft?.version ?? 0,
    base: (draft ? draft.baseRevisionId : publishedId) ?? "",
    theirs: {
      name: nameOf(tx, draft ? draft.authorId : (revision?.authorId ?? null)),
      at: draft ? draft.updatedAt : (revision?.createdAt ?? null),
    },
  };
  return { unchanged: false, merge, baseRevisionId: null };
}

type SectionRow = ReturnType<typeof sectionAt>;

/** The words that a form began from; where they are no longer kept, the published ones both sides come from. */
function beginning(tx: Transaction, ctx: PersonCtx, section: SectionRow, input: SideInput): DraftWords {
  const kept = section && input.version > 0 ? wordsAtVersion(tx, section.id, input.version) : null;
  if (kept) return kept;
  const revision = input.base ? revisionById(tx, input.base) : undefined;
  if (!section || revision?.sectionId !== section.id) return wordsOfPublished(null, ctx.now);
  return wordsOfPublished({ ...revision, ...datesOf(section) }, ctx.now);
}

/**
 * What a merge makes of a draft and a text that was published past it (by an import); the draft itself stays as it
 * is until the merged form is saved. Null when the draft builds on what is published.
 */
export function rebaseDraft(ctx: PersonCtx, place: Place, lang: Lang): SideMerge | null {
  demand(ctx.actor, "guides.edit");
  return ctx.db.transaction((tx) => {
    const section = sectionAt(tx, place, lang);
    const draft = section && draftOf(tx, section.id);
    const publishedId = section?.publishedRevisionId;
    if (!draft || !publishedId || draft.baseRevisionId === publishedId) return null;
    const base = draft.baseRevisionId ? revisionById(tx, draft.baseRevisionId) : undefined;
    const began = base ? { ...base, ...datesOf(section) } : null;
    const published = revisionById(tx, publishedId)!;
    return {
      ...mergeWords(
        wordsOfPublished(began, ctx.now),
        wordsOfPublished({ ...published, ...datesOf(section) }, ctx.now),
        wordsOfDraft(draft),
      ),
      version: draft.version,
      base: publishedId,
      theirs: { name: nameOf(tx, published.authorId), at: published.createdAt },
    };
  });
}

function datesOf({ verifiedAt, reviewDueAt, basis }: NonNullable<SectionRow>) {
  return { verifiedAt, reviewDueAt, basis };
}

function nameOf(tx: Transaction, userId: string | null): string | null {
  if (userId === null) return null;
  return tx.select({ name: users.name }).from(users).where(eq(users.id, userId)).get()?.name ?? null;
}
