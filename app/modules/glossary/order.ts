import type { Lang } from "#app/platform/context.ts";

type Named = { termEn: string; termZh: string };

// The first character, in pinyin order, of each initial letter that Chinese words have.
const firstOfLetter: [letter: string, character: string][] = [
  ["A", "阿"],
  ["B", "八"],
  ["C", "嚓"],
  ["D", "哒"],
  ["E", "妸"],
  ["F", "发"],
  ["G", "旮"],
  ["H", "哈"],
  ["J", "讥"],
  ["K", "咔"],
  ["L", "垃"],
  ["M", "痳"],
  ["N", "拏"],
  ["O", "噢"],
  ["P", "妑"],
  ["Q", "七"],
  ["R", "呥"],
  ["S", "扨"],
  ["T", "它"],
  ["W", "穵"],
  ["X", "夕"],
  ["Y", "丫"],
  ["Z", "帀"],
];
const pinyin = new Intl.Collator("zh-CN-u-co-pinyin");
const latin = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** The letter a term stands under: its first Latin letter, or the first letter of its pinyin; # for digits. */
function letterOf(term: string): string {
  const first = Array.from(term)[0] ?? "";
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  if (!/\p{Script=Han}/u.test(first)) return "#";
  return firstOfLetter.findLast(([, character]) => pinyin.compare(first, character) >= 0)?.[0] ?? "#";
}

/** Terms under their letters, as readers of `lang` look words up: A–Z, Chinese by pinyin. */
export function byLetter<T extends Named>(lang: Lang, terms: T[]): { letter: string; terms: T[] }[] {
  const name = (term: T) => (lang === "zh" ? term.termZh : term.termEn);
  const collator = lang === "zh" ? pinyin : latin;
  const groups = new Map<string, T[]>();
  for (const term of [...terms].sort((a, b) => collator.compare(name(a), name(b)))) {
    const letter = letterOf(name(term));
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups]
    .map(([letter, found]) => ({ letter, terms: found }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** Terms that say any of this anywhere: name, other names, definition; in either language and any case. */
export function matching<
  T extends Named & { alsoSearchedAs: string[]; definitionEn: string; definitionZh: string },
>(terms: T[], typed: string): T[] {
  const wanted = fold(typed).split(" ").filter(Boolean);
  if (wanted.length === 0) return terms;
  return terms.filter((term) => {
    const said = fold(
      [term.termEn, term.termZh, ...term.alsoSearchedAs, term.definitionEn, term.definitionZh].join(" "),
    );
    return wanted.every((word) => said.includes(word));
  });
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
