import type { Lang } from "#app/platform/context.ts";

type Term = {
  id: string;
  termEn: string;
  termZh: string;
  definitionEn: string;
  definitionZh: string;
  mentionsEn: string[];
  mentionsZh: string[];
};

export type ExplainedTerm = { id: string; term: string; definition: string };
/** A piece of a text: as it stood, or a mention of a term that has not been explained before. */
type Piece = { text: string; term?: ExplainedTerm };
export type TermMarker = { lang: Lang; cut: (text: string, explained: Set<string>) => Piece[] };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** Abbreviations are told apart from words by their capitals: CE, not "ce"; T/T, not "t/t". */
const isAbbreviation = (form: string) => form === form.toUpperCase() || /^[A-Z]\S*[A-Z]/.test(form);
const fold = (form: string) => (isAbbreviation(form) ? form : form.toLowerCase());
/** No Latin letter or digit may touch a Latin form: CE is not in REACH, FOB not in FOBs1. */
const bounded = (form: string) =>
  `${/^[A-Za-z0-9]/.test(form) ? "(?<![A-Za-z0-9])" : ""}${escaped(form)}${/[A-Za-z0-9]$/.test(form) ? "(?![A-Za-z0-9])" : ""}`;

/**
 * Cuts a text at the first mention of each term that `explained` does not hold yet, and adds it there. The longest
 * form wins (原产地证书 before 原产地证), and the pieces put together are the text again, character by character.
 */
export function termMarker(lang: Lang, terms: Term[]): TermMarker {
  const byForm = new Map<string, ExplainedTerm>();
  for (const term of terms) {
    const said =
      lang === "zh"
        ? { id: term.id, term: term.termZh, definition: term.definitionZh }
        : { id: term.id, term: term.termEn, definition: term.definitionEn };
    for (const form of lang === "zh" ? term.mentionsZh : term.mentionsEn) byForm.set(fold(form), said);
  }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (forms.length === 0) return { lang, cut: (text) => [{ text }] };
  const any = new RegExp(forms.map(bounded).join("|"), "giu");

  const cut = (text: string, explained: Set<string>): Piece[] => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of text.matchAll(any)) {
      const found = match[0];
      const term = byForm.get(found) ?? byForm.get(found.toLowerCase());
      // An abbreviation in small letters is another word.
      if (!term || explained.has(term.id)) continue;
      explained.add(term.id);
      if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
      pieces.push({ text: found, term });
      from = match.index + found.length;
    }
    if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
    return pieces;
  };
  return { lang, cut };
}
