import { dictionary } from "#app/i18n/index.ts";
import { formatMonths, formatValue, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import type { Topic } from "./topics.ts";

/** One statement in a cell; `lang` where it is not the reader's. `soft` is said more quietly. */
type Entry = { text: string; lang: Lang; soft?: boolean };
/** What a market says in one column: nothing (a gap is shown as one), or statements and whether all are checked. */
export type Cell = { entries: Entry[]; checked: boolean | null };

/** Columns are worded in i18n (crossmarket.columns). */
export type ColumnKey =
  | "marks"
  | "otherMarks"
  | "rules"
  | "vat"
  | "deMinimis"
  | "agreement"
  | "population"
  | "gdp"
  | "imports"
  | "fromChina"
  | "internet"
  | "marketplaces"
  | "payment"
  | "ports"
  | "fairs"
  | "portals"
  | "contacts"
  | "summary";

const columnsOf: Partial<Record<Topic, ColumnKey[]>> = {
  snapshot: ["population", "gdp", "imports", "fromChina", "internet"],
  standards: ["marks", "otherMarks", "rules"],
  "tariffs-taxes": ["vat", "deMinimis", "agreement"],
  "import-procedures": ["rules", "portals"],
  "e-commerce": ["marketplaces", "internet", "deMinimis", "rules"],
  "pricing-payment": ["payment"],
  logistics: ["ports"],
  fairs: ["fairs"],
  contacts: ["contacts"],
};

/** What is compared across markets under a topic; where no table of facts exists, what each guide says in a sentence. */
export function topicColumns(topic: Topic): ColumnKey[] {
  return columnsOf[topic] ?? ["summary"];
}

type Summary = { text: string; lang: Lang } | null;

/** One market's cell. `facts` are all of its facts, own and inherited. */
export function topicCell(
  lang: Lang,
  topic: Topic,
  column: ColumnKey,
  facts: MarketFact[],
  summary: Summary,
): Cell {
  if (column === "summary") {
    return { entries: summary ? [summary] : [], checked: null };
  }
  const found = facts.filter((fact) => !fact.gap && belongs(column, topic, fact));
  // A mark that stands for the market and for its block is one mark.
  const entries = found.flatMap((fact) => entriesOf(lang, column, fact));
  const seen = new Set<string>();
  return {
    entries: entries.filter(({ text }) => !seen.has(text) && seen.add(text)),
    checked: found.length === 0 ? null : found.every((fact) => fact.basis === "read"),
  };
}

const indicators: Partial<Record<ColumnKey, string>> = {
  population: "population",
  gdp: "gdp",
  imports: "imports",
  fromChina: "import-share-china",
  internet: "internet-users",
};
const kinds: Partial<Record<ColumnKey, MarketFact["kind"]>> = {
  vat: "vat",
  deMinimis: "de_minimis",
  agreement: "fta",
  marketplaces: "marketplace",
  payment: "payment",
  ports: "port",
  fairs: "fair",
  portals: "portal",
  contacts: "contact",
};

/** Marks without which goods may not be sold; "mixed" and "conditional" ones stand with the others. */
const isMandatory = (fact: MarketFact) => /^mandatory/.test(fact.detail.statusEn ?? "");

function belongs(column: ColumnKey, topic: Topic, fact: MarketFact): boolean {
  if (indicators[column]) return fact.key === indicators[column];
  if (column === "marks") return fact.kind === "mark" && isMandatory(fact);
  if (column === "otherMarks") return fact.kind === "mark" && !isMandatory(fact);
  if (column === "rules") return fact.kind === "regulation" && fact.topic === topic;
  return fact.kind === kinds[column];
}

function entriesOf(lang: Lang, column: ColumnKey, fact: MarketFact): Entry[] {
  const label = sideOf(lang, fact.labelEn, fact.labelZh);
  const text = sideOf(lang, fact.textEn, fact.textZh);
  const value = formatValue(lang, fact);
  const own = (words: string, soft = false): Entry => ({ text: words, lang, soft });
  if (column === "marks" || column === "otherMarks") {
    return [fact.detail.code ? own(fact.detail.code) : label!];
  }
  if (column === "agreement") {
    const { ftaKind, inForce } = fact.detail;
    const words = dictionary(lang).guides.fact;
    if (ftaKind === "none" || !label) return [own(words.noAgreement, true)];
    const kind = ftaKind === "bilateral" || ftaKind === "regional" ? null : words.ftaKinds[ftaKind ?? ""];
    const since = inForce ? (inForce.length > 4 ? formatDay(lang, inForce) : inForce) : null;
    return [inBrackets(lang, label, [kind, since])];
  }
  if (column === "vat" || column === "deMinimis") {
    // "The VAT rate is 12%." says nothing that 12% has not said.
    const more =
      text && (!value || otherFigures(text.text, fact.value!)) ? [{ ...text, soft: Boolean(value) }] : [];
    return [...(value ? [own(value)] : []), ...more];
  }
  if (indicators[column]) return value ? [own(value)] : [];
  if (column === "payment") return text ? [text] : [];
  if (column === "fairs" && label) {
    const when = sideOf(lang, fact.detail.whenEn, fact.detail.whenZh)?.text;
    const months = when ?? formatMonths(lang, fact.detail.months ?? []);
    return [inBrackets(lang, label, [months])];
  }
  return label ? [label] : [];
}

function otherFigures(text: string, value: number): boolean {
  const figures = text.replaceAll(",", "").match(/\d+(?:\.\d+)?/g) ?? [];
  return figures.some((figure) => Number(figure) !== value);
}

function inBrackets(lang: Lang, entry: Entry, said: (string | null | undefined)[]): Entry {
  const words = said.filter(Boolean).join(lang === "zh" ? "，" : ", ");
  if (!words) return entry;
  return { ...entry, text: lang === "zh" ? `${entry.text}（${words}）` : `${entry.text} (${words})` };
}

/** A cell as one line of text, for CSV. */
export function cellText(lang: Lang, cell: Cell): string {
  return cell.entries.map(({ text }) => text).join(lang === "zh" ? "；" : "; ");
}
