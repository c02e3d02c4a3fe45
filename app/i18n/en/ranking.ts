import type { Criterion, Preset } from "#app/modules/market-ranking/criteria.ts";
import type { DatumName } from "#app/modules/market-ranking/measure.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const criteria: Record<Criterion, string> = {
  "market-size": "Market size",
  "import-growth": "Growth of imports",
  duty: "Low duties",
  "free-trade": "Free-trade access",
  logistics: "Logistics",
  "e-commerce": "E-commerce",
  standards: "Ease of standards",
  language: "Language",
  risk: "Low risk",
  fairs: "Trade fairs",
  network: "Sponsors and peers",
};

/** How a figure becomes a value from 0 to 1, in the order of the page's method. */
const methods: Record<Criterion, string> = {
  "market-size":
    "Half imports of goods and services (USD 20 billion = 0, 4 trillion = 1), half GDP (100 billion = 0, 30 trillion = 1), both by orders of magnitude. These are the figures of the whole market, not of your product.",
  "import-growth":
    "Average growth of goods imports per year, 2013 to 2023: −1% = 0, 8% = 1. All goods, not your product alone.",
  duty: "Average most-favoured-nation duty on industrial goods: 15% = 0, none = 1. It does not cover farm products and food, nor trade remedies; the official tariff of the market has your product's rate.",
  "free-trade":
    "A free-trade agreement with China in force for ten years = 1, for less = 0.7 (duties still fall in steps), preferences for a limited list = 0.3, none in force = 0. Your goods must meet the rules of origin.",
  logistics: "World Bank Logistics Performance Index: 2 = 0, 4.5 = 1.",
  "e-commerce":
    "Seven tenths people who use the internet (20% = 0, all = 1), three tenths online sales to consumers by head in 2018 (USD 50 = 0, 4,000 = 1, by orders of magnitude), known for nine markets only.",
  standards:
    "How many rules and compulsory marks our guide lists: 25 = 0, 5 = 1. A rough measure: it counts what is written, not what it costs your product.",
  language:
    "Your team works in an official language of the market = 1, in one widely used there = 0.6, in neither = 0.2.",
  risk: "OECD country risk class: 7 = 0, 0 or not classified = 1.",
  fairs:
    "Regular fairs of your products' trade: none = 0, one = ½, two = ¾ and so on; a fair of all trades counts half. With no product chosen: all fairs, out of eight.",
  network:
    "Open sponsor programmes, delegation places and consortium programmes in Fairway for this market and trade: one = ½, two = ¾ and so on; three vetted or endorsed firms that go there count as one. Firms are counted in threes and never named.",
};

const data: Record<DatumName, string> = {
  gdp: "GDP",
  imports: "Imports of goods and services",
  "import-growth": "Growth of goods imports per year",
  "tariff-average": "Average duty on industrial goods",
  "free-trade": "Agreement with China",
  "lpi-score": "Logistics Performance Index",
  "internet-users": "People who use the internet",
  "online-sales": "Online sales by head, 2018",
  rules: "Rules and compulsory marks in the guide",
  languages: "Language",
  "country-risk-class": "Country risk class",
  fairs: "Regular fairs",
  network: "In Fairway",
};

const presets: Record<Preset, string> = {
  balanced: "Balanced",
  "big-market": "Big market",
  "cheap-entry": "Cheap entry",
  "e-commerce-first": "E-commerce first",
  "with-support": "With support",
};

export const ranking = {
  criteria,
  methods,
  data,
  presets,
  groups: {
    demand: "Demand",
    access: "Access",
    selling: "Getting it there and sold",
    risk: "Risk",
    support: "Support",
  },
  said: {
    levels: {
      "1": (name: string, year: string) => `${name}, since ${year}`,
      "0.7": (name: string, year: string) => `${name}, since ${year}; duties still falling`,
      "0.3": (name: string) => `${name}: limited list`,
      "0": () => "none that cuts duties",
    } as Record<string, (name: string, year: string) => string>,
    perYear: (value: string) => `${value} a year`,
    byHead: (money: string) => `${money} by head`,
    outOfFive: (value: string) => `${value} of 5`,
    riskClass: (value: string) => `class ${value} of 7`,
    rules: (rules: number, marks: number) =>
      `${plural(rules, "rule", "rules")}, ${plural(marks, "mark", "marks")}`,
    shared: (names: string) => `You share ${names}`,
    notShared: (names: string) => `${names}; none that you named`,
    fairs: (own: number, general: number) =>
      `${own} of your trade${general > 0 ? `, ${general} of all trades` : ""}`,
    allFairs: (count: number) => plural(count, "fair", "fairs"),
    network: (open: number, peers: number) =>
      `${plural(open, "open programme or place", "open programmes and places")}; ${peers > 0 ? `${peers} or more peers` : "fewer than 3 peers"}`,
  },
  noFigure: "no figure",
  agricultural: "does not cover farm products and food: partly a gap",
  ofFairway: "Fairway's own register, today",
  ofGuide: "From the guide",
  ofGuideSince: (year: number) => `Counted in the guide; facts of ${year} or later`,

  page: {
    title: "Where to export",
    kicker: "Find your market",
    lead: "Say what you make and what matters to you. Thirty markets are ranked by published figures; every one shows its year and how sure it is, and a gap stays a gap.",
    description:
      "Rank thirty export markets by what matters to you: size, duties, free-trade access, logistics, e-commerce, standards, language, risk, fairs and support.",
    form: "Your question",
    products: "What you make",
    productsHint: "Words or HS codes, parted by commas: toys, 9405, 家具",
    optional: "(optional)",
    presets: "Start from",
    weights: "What matters to you",
    weightsHint: "0 = not at all, 10 = most. Only the proportions count.",
    notUnderstood: (names: string) =>
      `A weight is a number from 0 to 10. Not understood, and set back: ${names}.`,
    unknownProducts: "Not recognised: ",
    near: (words: string) => `Did you mean ${words}?`,
    unknownHint: "Try a plain word, or the first two to six digits of the HS code.",
    readAs: "Read as: ",
    fromProfile: "From your profile: ",
    more: "Region and languages",
    region: "Region",
    anyRegion: "All regions",
    team: "Languages your team works in",
    submit: "Rank the markets",
    leftOut: "Left out:",
    putBack: (name: string) => `Put ${name} back`,
    putBackShort: "put back",
    share: "Link to this ranking",
    shareHint: "The address holds your products and weights; whoever opens it sees the same question.",
    noWeights: "Nothing matters yet",
    noWeightsText: "Give at least one criterion a weight above 0, or start from one of the presets.",
    noMarkets: "No market left",
    noMarketsText: "Every market of this region has been left out. Put one back, or choose all regions.",
    answer: "The answer",
    first: (name: string, score: string, low: string, high: string, count: number) =>
      `Of ${plural(count, "market", "markets")}, ${name} comes first with ${score} of 100${low === high ? "" : ` (${low} to ${high}, as the gaps may fall)`}.`,
    tied: (names: string, score: string) => `${names} share the first place with ${score} of 100.`,
    open: (count: number) =>
      `With the gaps filled, ${plural(count, "other market", "other markets")} could come first: the ranges overlap.`,
    sure: "No gap can change who is first.",
    smallest: "Smallest change that would put another first: ",
    none: "No change of a single weight puts another market first.",
    ranking: "Ranking",
    rank: "Rank",
    range: (low: string, high: string) => `${low} to ${high}`,
    barLabel: (name: string, score: string, low: string, high: string) =>
      `${name}: ${score} of 100, between ${low} and ${high}`,
    legend: "How to read the bars",
    legendText:
      "Full colour: points that are sure. Hatched: what the gaps may add. The mark in the middle is the score by which markets are ranked.",
    gapsLegend: "gaps",
    details: "Figures behind it",
    detailsOf: (name: string) => `Figures behind the score of ${name}`,
    criterion: "Criterion",
    figure: "Figure, year and confidence",
    sources: "Source: ",
    value: "Value",
    weight: "Weight",
    points: "Points",
    sum: "Sum",
    leaveOut: (name: string) => `Leave ${name} out`,
    leaveOutShort: "leave out",
    compare: "Compare",
    compareThis: (name: string) => `Tick to compare ${name}`,
    compareTicked: "Compare the ticked markets",
    pareto: {
      best: "Pareto-best",
      open: "Pareto-best if gaps allow",
      dominated: (name: string) => `${name} is at least as good on all that you weigh`,
    },
    paretoTitle: "Pareto-best markets",
    paretoText: (best: number, open: number, dominated: number) =>
      `Pareto-best means: no other market is at least as good on every criterion you weigh and better on one, however the gaps turn out. Here ${best === 1 ? "1 market is" : `${best} markets are`} for certain, for ${open} the gaps decide, and ${dominated} ${dominated === 1 ? "is" : "are"} beaten throughout, however these criteria are weighed.`,
    flips: "What would put another market first",
    flipsText:
      "For each market, the smallest change of one single weight, all others kept, that puts it first and alone there. Worked out exactly, within 0 to 10; the weight shown is the nearest with two decimals.",
    flipMarket: "Market",
    flipChange: "Change",
    flipBy: "By more than",
    raise: (criterion: string, from: string, to: string) => `Raise “${criterion}” from ${from} to ${to}`,
    lower: (criterion: string, from: string, to: string) => `Lower “${criterion}” from ${from} to ${to}`,
    justOver: (edge: string) => `just over ${edge}`,
    justUnder: (edge: string) => `just under ${edge}`,
    apply: "Try it",
    applyLabel: (market: string) => `Try the change that puts ${market} first`,
    more10: "All other changes",
    impossible: (names: string) => `No single weight can put first: ${names}.`,
    method: "How the ranking is made",
    methodText:
      "Each figure becomes a value from 0 (worst) to 1 (best) on a fixed scale, so a market's value does not depend on the others. The score is the mean of the values by your weights, times 100. A missing figure counts neither as 0 nor as 1: it spreads the score into a range, and the middle of the range ranks.",
    methodSee: "Explained in the guide: ",
    productNote:
      "Size, growth and duties are those of all goods in the market: Fairway has no trade flows by product. Fairs and support are counted for your products. For your own duty rate, see the official tariff linked in each guide.",
    csv: "fairway-where-to-export.csv",
    updated: (name: string) => `Ranking updated: ${name} comes first.`,
    guideTo: (name: string) => `Guide to ${name}`,
  },
  csv: {
    low: "Low",
    score: "Score",
    high: "High",
    pareto: "Pareto",
    paretoStates: { best: "best", open: "gaps decide", dominated: "beaten" },
    flip: "Smallest change that puts it first",
    weightOf: (criterion: string) => `${criterion}: weight`,
    valueOf: (criterion: string) => `${criterion}: value 0–100`,
    figureOf: (criterion: string) => `${criterion}: figure`,
    sourceOf: (criterion: string) => `${criterion}: source, year`,
  },
  compare: {
    title: "Compare markets",
    kicker: "Side by side",
    lead: "The same criteria as in the ranking, market by market. Each dot stands between worst (left) and best (right); the best of a row is marked, and a gap stays a gap.",
    description:
      "Export markets side by side: duties, standards, logistics, e-commerce, risk, fairs and key figures.",
    empty: "No market chosen yet",
    emptyText: "Choose two or more markets below, or tick them in the ranking.",
    add: "Add a market",
    choose: "Choose a market",
    addButton: "Add",
    remove: (name: string) => `Remove ${name}`,
    removeShort: "remove",
    best: "best",
    table: "Markets side by side",
    facts: "Key figures and rules",
    otherFacts: {
      population: "Population",
      "import-share-china": "Share of imports from China",
      vat: "VAT",
      "de-minimis": "Duty-free parcels up to",
      marketplaces: "Online marketplaces",
      ports: "Ports",
    },
    toRanking: "Rank all markets",
    unknown: (codes: string) => `No guide to: ${codes}.`,
    csv: "fairway-compare.csv",
    guide: "Guide",
    tariff: "Official tariff and customs",
  },
  compareLink: "Compare with other markets",
  homeLead:
    "Not sure which market? Weigh what matters, see thirty markets ranked, and what would change the order.",
  homeLink: "Find out where to export",
  guidesLead: "Which of them suits your product?",
};
