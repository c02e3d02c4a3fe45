import { diff3Merge } from "node-diff3";
import type { DraftWords, SectionSource } from "#db/schema/guides.ts";

/** One place where two people changed the same words. */
type Conflict = { field: keyof DraftWords; theirs: string; mine: string };

/** What a three-way merge makes of a text saved meanwhile (theirs) and one about to be saved (mine). */
export type Merged = { words: DraftWords; conflicts: Conflict[] };

const marks = { theirs: "<<<<<<<", between: "=======", mine: ">>>>>>>" };

/** Whether a text still holds both sides of a conflict that nobody has decided. */
export function holdsMarks(text: string): boolean {
  return text.includes(marks.theirs) || text.includes(marks.mine);
}

/**
 * Lines, and sentences within a line: two people who change different sentences of one paragraph do not meet. The
 * pieces joined give the text again.
 */
export function pieces(text: string): string[] {
  return text.split(/(?<=\n)|(?<=[。！？；])(?![。！？；”’」』）\n])|(?<=[.!?;] )/).filter(Boolean);
}

/**
 * Merges two later states of a draft that began from the same one. What only one of them changed is taken over; where
 * both changed the same words the result holds both, marked, until somebody decides. Nothing either wrote is dropped.
 */
export function mergeWords(base: DraftWords, theirs: DraftWords, mine: DraftWords): Merged {
  const conflicts: Conflict[] = [];
  const text = (field: "title" | "summary" | "body" | "evidence" | "changeEn" | "changeZh"): string => {
    const merged = mergeText(base[field], theirs[field], mine[field], field === "body");
    conflicts.push(...merged.conflicts.map((conflict) => ({ field, ...conflict })));
    return merged.text;
  };
  const one = <Field extends "basis" | "verifiedAt" | "reviewDueAt" | "levelsPair">(
    field: Field,
  ): DraftWords[Field] => {
    if (mine[field] === base[field]) return theirs[field];
    if (theirs[field] !== base[field] && theirs[field] !== mine[field]) {
      conflicts.push({ field, theirs: String(theirs[field] ?? ""), mine: String(mine[field] ?? "") });
    }
    return mine[field];
  };
  return {
    words: {
      title: text("title"),
      summary: text("summary"),
      body: text("body"),
      sources: mergeSources(base.sources, theirs.sources, mine.sources, conflicts),
      basis: one("basis"),
      verifiedAt: one("verifiedAt"),
      reviewDueAt: one("reviewDueAt"),
      evidence: text("evidence"),
      changeEn: text("changeEn"),
      changeZh: text("changeZh"),
      levelsPair: one("levelsPair"),
    },
    conflicts,
  };
}

/** No guide has so many lines and sentences. Many equal ones cost the merge their number to the third power. */
const mostPieces = 1_000;

/** As `diff3Merge`; texts in too many pieces are taken whole. */
function regionsOf(mine: string, base: string, theirs: string): ReturnType<typeof diff3Merge<string>> {
  const cut = [mine, base, theirs].map(pieces) as [string[], string[], string[]];
  if (cut.every((list) => list.length <= mostPieces)) return diff3Merge(...cut);
  return diff3Merge([mine], [base], [theirs]);
}

/** Merges one text; `lines` sets the marks on lines of their own. */
function mergeText(
  base: string,
  theirs: string,
  mine: string,
  lines: boolean,
): { text: string; conflicts: { theirs: string; mine: string }[] } {
  const conflicts: { theirs: string; mine: string }[] = [];
  const gap = lines ? "\n" : " ";
  const onOwnLine = (text: string) => (!lines || text === "" || text.endsWith("\n") ? text : `${text}\n`);
  let merged = "";
  for (const region of regionsOf(mine, base, theirs)) {
    if (region.ok) {
      merged += region.ok.join("");
      continue;
    }
    const own = region.conflict!.a.join("");
    const other = region.conflict!.b.join("");
    conflicts.push({ theirs: other.trim(), mine: own.trim() });
    merged = onOwnLine(merged);
    merged += [
      marks.theirs,
      gap,
      onOwnLine(other),
      lines ? "" : gap,
      marks.between,
      gap,
      onOwnLine(own),
      lines ? "" : gap,
      marks.mine,
      gap,
    ].join("");
  }
  return { text: merged.trim(), conflicts };
}

/** Sources are rows: each side's additions and removals are taken over; rows both changed stand both. */
function mergeSources(
  base: SectionSource[],
  theirs: SectionSource[],
  mine: SectionSource[],
  conflicts: Conflict[],
): SectionSource[] {
  const rows = (sources: SectionSource[]) => sources.map((source) => JSON.stringify(flatSource(source)));
  const kept: string[] = [];
  for (const region of diff3Merge(rows(mine), rows(base), rows(theirs))) {
    if (region.ok) {
      kept.push(...region.ok);
      continue;
    }
    const { a: own, b: other } = region.conflict!;
    kept.push(...other, ...own.filter((row) => !other.includes(row)));
    const said = (list: string[]) => list.map((row) => (JSON.parse(row) as SectionSource).title).join("\n");
    // Each added a row of its own: both stand, and there is nothing to decide.
    if (region.conflict!.o.length > 0)
      conflicts.push({ field: "sources", theirs: said(other), mine: said(own) });
  }
  return [...new Set(kept)].map((row) => JSON.parse(row) as SectionSource);
}

/** A source with its fields in one order, so that equal ones look equal. */
function flatSource({ title, publisher, url, asOf }: SectionSource): SectionSource {
  return url === undefined ? { title, publisher, asOf } : { title, publisher, url, asOf };
}

/** Whether two states of a draft say the same. */
export function sameWords(a: DraftWords, b: DraftWords): boolean {
  const flat = (words: DraftWords) =>
    JSON.stringify([
      words.title,
      words.summary,
      words.body,
      words.sources.map(flatSource),
      words.basis,
      words.verifiedAt,
      words.reviewDueAt,
      words.evidence,
      words.changeEn,
      words.changeZh,
      words.levelsPair,
    ]);
  return flat(a) === flat(b);
}
