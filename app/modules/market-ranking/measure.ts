import { fit } from "#app/modules/matching/hs.ts";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import { criteria, type Criterion } from "./criteria.ts";
import { fairSectors } from "./products.ts";
import { unknown, type Span } from "./score.ts";

/** What is known of a market before anybody asks: names, languages and the facts that a criterion reads. */
export type MarketFigures = {
  code: string;
  languages: { nameEn: string; nameZh: string; status: string }[];
  /** Own and inherited. */
  facts: MarketFact[];
};

/** What Fairway's own database holds for a market: figures only, never names. */
export type Network = {
  /** Sectors of every open opportunity that names the market; an empty list = all sectors. */
  opportunities: string[][];
  /** For every vetted or endorsed firm that aims at the market or has sold there: the HS chapters of its products. */
  peers: string[][];
};

export type Asked = {
  /** HS codes of 2, 4 or 6 digits or service codes; empty = no product chosen. */
  products: string[];
  /** English names of the languages the team works in. */
  languages: string[];
  now: Date;
};

/** One figure behind a criterion. `said` is worded in i18n (ranking.data); null = a gap. */
export type Datum = {
  name: DatumName;
  /** Its part of the criterion; the parts of a criterion sum to 1. */
  share: number;
  span: Span;
  /** The figure with its unit, or counts, as they are shown. */
  said: Record<string, number | string | string[]> | null;
  /** Where it comes from; null = counted in the guide or in Fairway's own register. */
  fact: MarketFact | null;
  /** Of a figure that is a count of facts of the guide: the oldest year among them. */
  oldest?: number | null;
  /** Why the figure is missing or half known. */
  note: "noFigure" | "agricultural" | null;
};
export type DatumName =
  | "gdp"
  | "imports"
  | "import-growth"
  | "tariff-average"
  | "free-trade"
  | "lpi-score"
  | "internet-users"
  | "online-sales"
  | "rules"
  | "languages"
  | "country-risk-class"
  | "fairs"
  | "network";

export type Measure = { criterion: Criterion; span: Span; data: Datum[] };

const exactly = (value: number): Span => {
  const thousandths = Math.round(Math.min(1, Math.max(0, value)) * 1000);
  return { low: thousandths, high: thousandths };
};

/** 0 at `worst`, 1 at `best`, straight between; either may be the larger. */
export const linear = (worst: number, best: number) => (value: number) => (value - worst) / (best - worst);
/** As `linear`, but by orders of magnitude: for sizes, of which one can be a hundred times another. */
export const logarithmic = (worst: number, best: number) => (value: number) =>
  value <= 0 ? 0 : Math.log(value / worst) / Math.log(best / worst);
/** 0, ½, ¾, ⅞ …: the first counts most. */
export const saturating = (count: number) => 1 - 0.5 ** count;

/**
 * Fixed ends of the scales, chosen round and wide enough for all markets of the world, so that a market's value does
 * not depend on which others it is compared with. Documented for readers on the page and in docs/decisions.
 */
const scales = {
  gdp: { of: logarithmic, worst: 1e11, best: 3e13 },
  imports: { of: logarithmic, worst: 2e10, best: 4e12 },
  "import-growth": { of: linear, worst: -1, best: 8 },
  "tariff-average": { of: linear, worst: 15, best: 0 },
  "lpi-score": { of: linear, worst: 2, best: 4.5 },
  "internet-users": { of: linear, worst: 20, best: 100 },
  "online-sales": { of: logarithmic, worst: 50, best: 4000 },
  rules: { of: linear, worst: 25, best: 5 },
  "country-risk-class": { of: linear, worst: 7, best: 0 },
} as const;
const scaled = (name: keyof typeof scales, value: number) => {
  const { of, worst, best } = scales[name];
  return exactly(of(worst, best)(value));
};

type Part = Omit<Datum, "share">;
const gapOf = (name: DatumName, fact: MarketFact | null = null): Part => ({
  ...{ name, span: unknown, said: null, fact, note: "noFigure" },
});

/** A fact's figure on its scale; a fact without one is a gap and keeps its note. */
function figure(market: MarketFigures, name: DatumName & keyof typeof scales): Part {
  const fact = market.facts.find((one) => one.key === name) ?? null;
  if (!fact || fact.gap || fact.value === null) return gapOf(name, fact);
  return {
    ...{ name, fact, note: null, span: scaled(name, fact.value) },
    said: { value: fact.value, unit: fact.unit ?? "" },
  };
}

const isAgricultural = (code: string) => /^(0\d|1\d|2[0-4])/.test(code);

/** The average covers industrial goods only: for farm products and food (chapters 01–24) it says nothing. */
function duty(market: MarketFigures, { products }: Asked): Part {
  const part = figure(market, "tariff-average");
  const outside = products.filter(isAgricultural).length;
  if (outside === 0 || part.said === null) return part;
  const inside = products.length - outside;
  const mix = (end: "low" | "high") =>
    Math.round((part.span[end] * inside + unknown[end] * outside) / products.length);
  return { ...part, span: { low: mix("low"), high: mix("high") }, note: "agricultural" };
}

/** After ten years most duties of an agreement have come down; before, they still fall in steps. */
const stagingYears = 10;

/**
 * 1 = a free-trade agreement with China in force for ten years; 0.7 = in force for less; 0.3 = preferences for a
 * limited list; 0 = none in force. The best agreement counts.
 */
function freeTrade(market: MarketFigures, { now }: Asked): Part {
  const agreements = market.facts.filter((fact) => fact.kind === "fta");
  if (agreements.length === 0 || agreements.every(({ gap }) => gap)) return gapOf("free-trade");
  const worth = (fact: MarketFact): number => {
    const { ftaKind, inForce } = fact.detail;
    const years = inForce ? now.getUTCFullYear() - Number(inForce.slice(0, 4)) : 0;
    if (fact.gap || !inForce || inForce.slice(0, 10) > now.toISOString().slice(0, 10)) return 0;
    if (ftaKind === "bilateral" || ftaKind === "regional") return years >= stagingYears ? 1 : 0.7;
    return ftaKind === "preferential" ? 0.3 : 0;
  };
  const best = agreements.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  return {
    ...{ name: "free-trade", span: exactly(worth(best)), fact: best, note: null },
    said: { level: String(worth(best)), since: best.detail.inForce?.slice(0, 4) ?? "" },
  };
}

/** Online sales to consumers by head; known for the largest e-commerce countries only. */
function onlineSales(market: MarketFigures): Part {
  const sales = market.facts.find((one) => one.key === "e-commerce-b2c");
  const people = market.facts.find((one) => one.key === "population");
  if (!sales?.value || !people?.value) return gapOf("online-sales");
  const perHead = sales.value / people.value;
  return {
    ...{ name: "online-sales", span: scaled("online-sales", perHead), fact: sales, note: null },
    said: { value: Math.round(perHead / 10) * 10, unit: "USD" },
  };
}

const voluntary = /^(voluntary|optional)/;

const oldestOf = (facts: MarketFact[]) => {
  const years = facts.flatMap(({ asOf }) => asOf ?? []);
  return years.length > 0 ? Math.min(...years) : null;
};

/** How many rules and compulsory marks the guide lists: a rough measure, said to be one. */
function rules(market: MarketFigures): Part {
  const listed = market.facts.filter(
    (fact) =>
      !fact.gap &&
      (fact.kind === "regulation" || (fact.kind === "mark" && !voluntary.test(fact.detail.statusEn ?? ""))),
  );
  if (listed.length === 0) return gapOf("rules");
  const marks = listed.filter(({ kind }) => kind === "mark").length;
  return {
    ...{ name: "rules", span: scaled("rules", listed.length), fact: null, note: null },
    oldest: oldestOf(listed),
    said: { rules: listed.length - marks, marks },
  };
}

/** Chinese goes by the name of its spoken standard in the guides. */
const sameLanguage = (name: string) => (name === "Mandarin" ? "Chinese" : name);

/** 1 = the team works in an official language of the market; 0.6 = in one widely used there; 0.2 = in neither. */
function languages(market: MarketFigures, asked: Asked): Part {
  if (market.languages.length === 0) return gapOf("languages");
  const spoken = market.languages.filter(({ nameEn }) => asked.languages.includes(sameLanguage(nameEn)));
  const official = spoken.filter(({ status }) => status !== "widely used");
  const common = official.length > 0 ? official : spoken;
  return {
    ...{ name: "languages", fact: null, note: null },
    span: exactly(official.length > 0 ? 1 : spoken.length > 0 ? 0.6 : 0.2),
    said: {
      en: (common.length > 0 ? common : market.languages).map(({ nameEn }) => nameEn),
      zh: (common.length > 0 ? common : market.languages).map(({ nameZh }) => nameZh),
      level: official.length > 0 ? "official" : spoken.length > 0 ? "used" : "none",
    },
  };
}

const fits = (product: string, sector: string) =>
  ["within", "broader", "heading"].includes(fit(product, sector));

/** Regular fairs of the products' trade; a fair of all trades counts half. Without a product: all, out of eight. */
function fairs(market: MarketFigures, { products }: Asked): Part {
  const listed = market.facts.filter((fact) => fact.kind === "fair" && !fact.gap);
  if (listed.length === 0) return gapOf("fairs");
  const shows = listed.map((fact) => ({ fact, ...fairSectors(fact.detail.sectorsEn ?? "") }));
  const own = shows.filter(({ codes }) =>
    products.some((product) => codes.some((code) => fits(product, code))),
  );
  const general = shows.filter((one) => one.all && !own.includes(one)).length;
  const value = products.length === 0 ? listed.length / 8 : saturating(own.length + general / 2);
  return {
    ...{ name: "fairs", span: exactly(value), fact: null, note: null },
    oldest: oldestOf(listed),
    said: { own: products.length === 0 ? listed.length : own.length, general, chosen: products.length },
  };
}

/** Peers are told in steps of three only: a smaller number could point to one firm. */
const peerStep = 3;

/**
 * Open sponsor programmes, delegation places and consortium programmes for the market, and vetted or endorsed firms
 * that go there: ½ for the first, ¾ for two …; three firms count as much as one programme.
 */
function network({ opportunities, peers }: Network, { products }: Asked): Part {
  const matches = (sectors: string[]) =>
    products.length === 0 ||
    sectors.length === 0 ||
    products.some((product) => sectors.some((sector) => fits(product, sector)));
  const chapters = products.map((product) => (/^\d/.test(product) ? product.slice(0, 2) : product));
  const open = opportunities.filter(matches).length;
  const firms = peers.filter(
    (own) => products.length === 0 || own.some((one) => chapters.includes(one)),
  ).length;
  const steps = Math.floor(firms / peerStep);
  return {
    ...{ name: "network", span: exactly(saturating(open + steps)), fact: null, note: null },
    said: { open, peers: steps * peerStep },
  };
}

/** A market's measure on every criterion: its span of values and the figures it comes from. Pure. */
export function measureMarket(market: MarketFigures, own: Network, asked: Asked): Record<Criterion, Measure> {
  const parts: Record<Criterion, [share: number, part: Part][]> = {
    "market-size": [
      [0.5, figure(market, "imports")],
      [0.5, figure(market, "gdp")],
    ],
    "import-growth": [[1, figure(market, "import-growth")]],
    duty: [[1, duty(market, asked)]],
    "free-trade": [[1, freeTrade(market, asked)]],
    logistics: [[1, figure(market, "lpi-score")]],
    "e-commerce": [
      [0.7, figure(market, "internet-users")],
      [0.3, onlineSales(market)],
    ],
    standards: [[1, rules(market)]],
    language: [[1, languages(market, asked)]],
    risk: [[1, figure(market, "country-risk-class")]],
    fairs: [[1, fairs(market, asked)]],
    network: [[1, network(own, asked)]],
  };
  const measured = criteria.map((criterion): [Criterion, Measure] => {
    const data = parts[criterion].map(([share, part]): Datum => ({ ...part, share }));
    const mean = (end: "low" | "high") =>
      Math.round(data.reduce((sum, { share, span }) => sum + share * span[end], 0));
    return [criterion, { criterion, data, span: { low: mean("low"), high: mean("high") } }];
  });
  return Object.fromEntries(measured) as Record<Criterion, Measure>;
}
