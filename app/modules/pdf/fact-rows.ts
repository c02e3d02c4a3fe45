import { dictionary } from "#app/i18n/index.ts";
import {
  factState,
  formatMonths,
  formatValue,
  groupByNote,
  sideOf,
  type FactKind,
  type MarketFact,
} from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import type { PdfFactRow } from "./model.ts";

const listed = new Set<FactKind>(["marketplace", "port", "fair", "contact", "portal"]);

/** Facts as rows of label, statement and margin note, as on the guide's page; lists share a row by source. */
export function factRows(lang: Lang, facts: MarketFact[], blockName: (code: string) => string): PdfFactRow[] {
  const words = dictionary(lang).guides.fact;
  const kinds = [...new Set(facts.map((fact) => fact.kind))];
  return kinds.flatMap((kind) => {
    const ofKind = facts.filter((fact) => fact.kind === kind);
    const groups = listed.has(kind) ? groupByNote(ofKind) : ofKind.map((fact) => [fact]);
    return groups.map((group) => {
      const first = group[0]!;
      return {
        label: listed.has(kind) ? words.kinds[kind] : labelOf(lang, first),
        statement: listed.has(kind)
          ? group.map((fact) => `${lang === "zh" ? "·" : "· "}${nameOf(lang, fact)}`)
          : statementOf(lang, first),
        note: noteOf(lang, first, blockName),
      };
    });
  });
}

function labelOf(lang: Lang, fact: MarketFact): string {
  if (fact.detail.ftaKind === "none") return dictionary(lang).guides.fact.noAgreement;
  const label = sideOf(lang, fact.labelEn, fact.labelZh)!.text;
  return fact.detail.code && !label.includes(fact.detail.code) ? `${fact.detail.code} ${label}` : label;
}

function nameOf(lang: Lang, { labelEn, labelZh, noteEn, noteZh, kind, detail }: MarketFact): string {
  const name = sideOf(lang, labelEn, labelZh)!.text;
  const more =
    kind === "fair"
      ? [
          sideOf(lang, detail.cityEn, detail.cityZh)?.text,
          sideOf(lang, detail.whenEn, detail.whenZh)?.text ?? formatMonths(lang, detail.months ?? []),
          sideOf(lang, detail.sectorsEn, detail.sectorsZh)?.text,
        ]
      : [sideOf(lang, noteEn, noteZh)?.text];
  const said = more.filter(Boolean).join(lang === "zh" ? "，" : ", ");
  if (!said) return name;
  return lang === "zh" ? `${name}：${said}` : `${name}: ${said}`;
}

function statementOf(lang: Lang, fact: MarketFact): string[] {
  const words = dictionary(lang).guides.fact;
  const { detail } = fact;
  const inForce = detail.inForce;
  const date = (text: string) =>
    /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(lang, text) : words.asOf(Number(text));
  const proof = sideOf(lang, detail.originProofEn, detail.originProofZh)?.text;
  const agreement =
    detail.ftaKind && detail.ftaKind !== "none" ? (words.ftaKinds[detail.ftaKind] ?? detail.ftaKind) : null;
  return [
    fact.gap ? words.gap : null,
    formatValue(lang, fact),
    sideOf(lang, fact.textEn, fact.textZh)?.text,
    sideOf(lang, detail.statusEn, detail.statusZh)?.text,
    agreement && inForce ? `${agreement} · ${words.inForce(date(inForce))}` : agreement,
    proof ? words.originProof + proof : null,
    detail.list?.map((name) => name[lang]).join(lang === "zh" ? "、" : ", "),
    sideOf(lang, fact.noteEn, fact.noteZh)?.text,
  ].filter((line): line is string => Boolean(line));
}

function noteOf(lang: Lang, fact: MarketFact, blockName: (code: string) => string): string {
  const words = dictionary(lang).guides.fact;
  return [
    words.states[factState(fact)],
    fact.asOf === null ? null : words.asOf(fact.asOf),
    fact.confidence ? words.confidence[fact.confidence] : null,
    fact.source ? (lang === "zh" ? fact.source.nameZh : fact.source.nameEn) : null,
    fact.inheritedFrom ? dictionary(lang).readers.pdf.from(blockName(fact.inheritedFrom)) : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
