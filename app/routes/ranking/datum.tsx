import { dictionary } from "#app/i18n/index.ts";
import type { Datum, Measure } from "#app/modules/market-ranking/measure.ts";
import { criteria, topicOf, type Criterion } from "#app/modules/market-ranking/criteria.ts";
import { formatValue, sideOf } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { FactStanding } from "#app/routes/guides/fact-note.tsx";

/** The signs between words, as each language sets them. */
export const signs = {
  en: { colon: ": ", comma: ", ", semicolon: "; ", stop: ". ", brackets: (text: string) => ` (${text})` },
  zh: { colon: "：", comma: "、", semicolon: "；", stop: "。", brackets: (text: string) => `（${text}）` },
} satisfies Record<Lang, object>;

/** Groups of criteria share a hue in every bar and legend. */
export const groups = [
  { name: "demand", criteria: ["market-size", "import-growth"] },
  { name: "access", criteria: ["duty", "free-trade", "standards", "language"] },
  { name: "selling", criteria: ["logistics", "e-commerce"] },
  { name: "risk", criteria: ["risk"] },
  { name: "support", criteria: ["fairs", "network"] },
] as const satisfies { name: string; criteria: Criterion[] }[];

export function colourOf(criterion: Criterion): { hue: number; depth: number } {
  const hue = groups.findIndex((group) => (group.criteria as readonly Criterion[]).includes(criterion));
  return { hue, depth: (groups[hue]!.criteria as readonly Criterion[]).indexOf(criterion) };
}

/** Criteria in the order of their groups, as bars draw them. */
export const inGroupOrder = [...criteria].sort(
  (a, b) => colourOf(a).hue - colourOf(b).hue || colourOf(a).depth - colourOf(b).depth,
);

const oneDecimal = {
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1, minimumFractionDigits: 1 }),
};
/** A score or points with one decimal. */
export const points = (value: number) => oneDecimal.en.format(value);
/** A weight with at most two decimals. */
export const weightText = (value: number) => String(Math.round(value * 100) / 100);
/** A value of 0–1 in thousandths as 0–100, or the span where it isn't known. */
export const spanText = ({ low, high }: Measure["span"]) =>
  low === high ? String(Math.round(low / 10)) : `${Math.round(low / 10)}–${Math.round(high / 10)}`;

/** One figure in words: the number with its unit, the agreement, the counts; null where there is none. */
export function figureText(lang: Lang, datum: Datum): string | null {
  const words = dictionary(lang).ranking.said;
  const { said, name, fact } = datum;
  if (!said) return null;
  const value = typeof said.value === "number" ? said.value : null;
  const number = (unit: string | null) => formatValue(lang, { value, unit: unit || null }) ?? "";
  const list = (of: unknown) => (Array.isArray(of) ? of.join(signs[lang].comma) : "");
  const count = (key: string) => Number(said[key] ?? 0);
  switch (name) {
    case "import-growth":
      return words.perYear(number("%"));
    case "lpi-score":
      return words.outOfFive(Number(value).toFixed(1));
    case "country-risk-class":
      return words.riskClass(number(null));
    case "online-sales":
      return words.byHead(number("USD"));
    case "free-trade":
      return words.levels[String(said.level)]!(
        sideOf(lang, fact?.labelEn, fact?.labelZh)?.text ?? "",
        String(said.since),
      );
    case "rules":
      return words.rules(count("rules"), count("marks"));
    case "languages":
      return said.level === "none" ? words.notShared(list(said[lang])) : words.shared(list(said[lang]));
    case "fairs":
      return count("chosen") === 0
        ? words.allFairs(count("own"))
        : words.fairs(count("own"), count("general"));
    case "network":
      return words.network(count("open"), count("peers"));
    default:
      return number(String(said.unit));
  }
}

/** Where a count comes from and how old its parts are. */
function countedText(lang: Lang, { name, oldest }: Datum): string {
  const t = dictionary(lang).ranking;
  if (name === "network") return t.ofFairway;
  return oldest ? t.ofGuideSince(oldest) : t.ofGuide;
}

/** Year, confidence and source of one figure in plain text, for a spreadsheet. */
export function sourceText(lang: Lang, datum: Datum): string {
  const t = dictionary(lang);
  const { fact } = datum;
  if (datum.said && !fact) return countedText(lang, datum);
  if (!fact || fact.gap || !fact.source) return t.ranking.noFigure;
  const parts = [
    lang === "zh" ? fact.source.nameZh : fact.source.nameEn,
    fact.asOf === null ? null : String(fact.asOf),
    fact.confidence ? t.guides.fact.confidence[fact.confidence] : null,
    t.guides.fact.states[fact.basis === "read" ? "checked" : "toCheck"],
  ];
  return parts.filter(Boolean).join(lang === "zh" ? "，" : ", ");
}

/**
 * The figures behind one criterion, each with year and confidence; a gap says so and why. Their sources stand once a
 * page (`SourceList`): they are the same for every market.
 */
export function Figures({ lang, measure }: { lang: Lang; measure: Measure }) {
  const named = measure.data.length > 1;
  const { colon, brackets } = signs[lang];
  const t = dictionary(lang).ranking;
  return measure.data.map((datum) => {
    const said = figureText(lang, datum);
    const note = datum.fact?.gap ? (lang === "zh" ? datum.fact.noteZh : datum.fact.noteEn) : null;
    return (
      <div key={datum.name} className="mb-1 leading-snug last:mb-0">
        <p>
          {named ? (
            <span className="text-ink-soft">
              {t.data[datum.name]}
              {colon}
            </span>
          ) : null}
          {said ?? <span className="text-shoal font-semibold">— {t.noFigure}</span>}
          {said && datum.note === "agricultural" ? (
            <span className="text-shoal">{brackets(t.agricultural)}</span>
          ) : null}
        </p>
        {note ? <p className="text-ink-soft text-sm">{note}</p> : null}
        {said ? <Provenance lang={lang} datum={datum} /> : null}
      </div>
    );
  });
}

function Provenance({ lang, datum }: { lang: Lang; datum: Datum }) {
  const { fact } = datum;
  if (!fact) return <p className="text-ink-soft text-sm">{countedText(lang, datum)}</p>;
  return (
    <div className="text-ink-soft text-sm leading-snug">
      <FactStanding lang={lang} fact={fact} />
    </div>
  );
}

/** A criterion's name as a link to the section of the market's guide that explains it. */
export function CriterionLink({ lang, code, criterion }: { lang: Lang; code: string; criterion: Criterion }) {
  return (
    <a href={at(lang).section(code, topicOf[criterion])}>{dictionary(lang).ranking.criteria[criterion]}</a>
  );
}
