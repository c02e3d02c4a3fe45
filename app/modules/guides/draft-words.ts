import type { DraftWords, SectionSource } from "#db/schema/guides.ts";
import { addDays, chamberDay } from "./freshness.ts";

export type { DraftWords };

const reviewAfterDays = 180;

type Published = {
  verifiedAt: string | null;
  reviewDueAt: string;
  basis: "read" | "knowledge";
  title: string;
  summary: string;
  body: string;
  sources: SectionSource[];
};

/** What the form shows of a published side before anybody changes it; null = a section still to be written. */
export function wordsOfPublished(published: Published | null, now: Date): DraftWords {
  const open = { evidence: "", changeEn: "", changeZh: "", levelsPair: false };
  if (!published) {
    return {
      ...open,
      ...{ title: "", summary: "", body: "", sources: [], basis: "knowledge", verifiedAt: null },
      reviewDueAt: addDays(chamberDay(now), reviewAfterDays),
    };
  }
  const { title, summary, body, sources, basis, verifiedAt, reviewDueAt } = published;
  return { ...open, title, summary, body, sources, basis, verifiedAt, reviewDueAt };
}

/** The words of a stored draft, without its bookkeeping. */
export function wordsOfDraft(draft: DraftWords): DraftWords {
  const { title, summary, body, sources, basis, verifiedAt, reviewDueAt } = draft;
  const { evidence, changeEn, changeZh, levelsPair } = draft;
  return {
    ...{ title, summary, body, sources, basis, verifiedAt, reviewDueAt },
    ...{ evidence, changeEn, changeZh, levelsPair },
  };
}

/** Whether nothing has been written in a form yet. */
export function isBlank({ title, summary, body, sources }: DraftWords): boolean {
  return title === "" && summary === "" && body === "" && sources.length === 0;
}
