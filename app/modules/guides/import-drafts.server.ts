import { demand } from "#app/modules/accounts/policy.ts";
import { dictionary } from "#app/i18n/index.ts";
import { factsOf, findMarket } from "#app/modules/markets/queries.server.ts";
import { figuresIn } from "#search/figures.ts";
import { fill } from "#app/i18n/fill.ts";
import type { GuideRecord } from "#db/seed/guide-record.ts";
import type { Transaction } from "#db/client.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { dateProblem } from "./draft-policy.ts";
import { holdsMarks } from "./merge.ts";
import { draftOf, publishedSide, sectionAt } from "./draft-rows.server.ts";
import { wordsOfPublished } from "./draft-words.ts";
import { chamberDay } from "./freshness.ts";
import type { FoundRecord } from "./import-files.server.ts";
import { problemWords } from "./import-problems.ts";
import { checkAll, openMarkets } from "./import-sections.server.ts";
import { sameText } from "./publish-section.server.ts";
import { writeDraft } from "./write-draft.server.ts";

export type DraftImport = {
  /** false: something was bad and nothing was changed. */
  done: boolean;
  /** In the words of the editor's language. */
  problems: { file: string; line: number; field: string; message: string }[];
  skipped: number;
  drafted: number;
  unchanged: number;
  ignored: string[];
};

/**
 * Takes uploaded sections as drafts in review, so that a second editor publishes them. What is published alike is
 * left alone; a place somebody is working on is a problem of that record, never overwritten. Unless `skipBad`, one
 * bad record stops all of it.
 */
export function importDrafts(
  ctx: PersonCtx,
  lang: Lang,
  found: FoundRecord[],
  note: { skipBad: boolean; evidence: string; changeEn: string; changeZh: string },
): DraftImport {
  demand(ctx.actor, "guides.edit");
  const { good, problems: seen, bad, ignored } = checkAll(ctx, found);
  const words = dictionary(lang);
  const problems: DraftImport["problems"] = seen.map(({ file, line, field, ...problem }) => ({
    ...{ file, line, field },
    message: problemWords(lang, problem),
  }));
  return ctx.db.transaction((tx) => {
    const plans = good.map((record) => ({ record, ...draftFor(tx, ctx, record, note) }));
    let skipped = bad;
    for (const { record, problem } of plans) {
      if (!problem) continue;
      skipped += 1;
      const file = fileOf(found, record);
      const message = fill(words.errors[problem.key], problem.params ?? {});
      problems.push({ ...file, field: problem.field, message });
    }
    const open = plans.filter(({ problem }) => problem === null);
    const done = problems.length === 0 || (note.skipBad && open.length > 0);
    const drafts = open.flatMap(({ record, draft }) => (draft ? [{ record, draft }] : []));
    const result = { done, problems, skipped, drafted: 0, unchanged: 0, ignored: [...ignored] };
    if (!done) return result;
    openMarkets(
      tx,
      ctx,
      drafts.map(({ record }) => record),
    );
    for (const { record, draft } of drafts) {
      const place = { market: record.market, topic: record.topic };
      writeDraft(tx, ctx, {
        ...{ place, lang: record.lang, words: draft.words, baseRevisionId: draft.base },
        state: "in_review",
        action: "section.importDraft",
      });
    }
    return { ...result, drafted: drafts.length, unchanged: open.length - drafts.length };
  });
}

type Note = { evidence: string; changeEn: string; changeZh: string };

/** What a record becomes: a draft, nothing (published alike), or a problem. */
function draftFor(tx: Transaction, ctx: PersonCtx, record: GuideRecord, note: Note) {
  const section = sectionAt(tx, record, record.lang);
  const published = publishedSide(tx, section);
  const before = wordsOfPublished(published, ctx.now);
  const { title, summary, body, sources, basis, verifiedAt } = record;
  const reviewDueAt = record.reviewDueAt ?? before.reviewDueAt;
  const { evidence, changeEn, changeZh } = note;
  const words = {
    ...{ title, summary, body, sources, basis, verifiedAt, reviewDueAt },
    ...{ evidence, changeEn, changeZh, levelsPair: false },
  };
  const sameDates =
    before.verifiedAt === verifiedAt && before.reviewDueAt === reviewDueAt && before.basis === basis;
  if (published && section?.status === "published" && sameText(published, words) && sameDates) {
    return { problem: null, draft: null };
  }
  if (section && draftOf(tx, section.id)) {
    return { problem: { field: "", key: "guide.importMeetsDraft" as const, params: undefined }, draft: null };
  }
  const market = findMarket(ctx, record.market);
  const figures = new Set(
    (market ? factsOf(ctx, market) : []).filter(({ value }) => value !== null).map(({ key }) => key),
  );
  const unknown = figuresIn(body).find((key) => !figures.has(key));
  if (unknown) {
    const key = "guide.unknownFact" as const;
    return { problem: { field: "body", key, params: { fact: unknown } }, draft: null };
  }
  if ([title, summary, body].some(holdsMarks)) {
    return { problem: { field: "body", key: "guide.undecided" as const, params: undefined }, draft: null };
  }
  const problem = dateProblem(published, words, chamberDay(ctx.now));
  if (problem) return { problem: { params: undefined, ...problem }, draft: null };
  return { problem: null, draft: { words, base: section?.publishedRevisionId ?? null } };
}

/** Where a record came from, for its problem. */
function fileOf(found: FoundRecord[], record: GuideRecord): { file: string; line: number } {
  const source = found.find(({ parsed }) => parsed.ok && parsed.record === record);
  return { file: source?.file ?? "", line: source?.parsed.ok ? source.parsed.line : 1 };
}
