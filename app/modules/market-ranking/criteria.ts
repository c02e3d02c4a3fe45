import type { Topic } from "#db/schema/topics.ts";

/** What a firm can weigh when it asks where to export, in reading order. Worded in i18n (ranking.criteria). */
export const criteria = [
  "market-size",
  "import-growth",
  "duty",
  "free-trade",
  "logistics",
  "e-commerce",
  "standards",
  "language",
  "risk",
  "fairs",
  "network",
] as const;
export type Criterion = (typeof criteria)[number];

/** The guide section that explains a criterion in a market. */
export const topicOf: Record<Criterion, Topic> = {
  "market-size": "opportunity",
  "import-growth": "opportunity",
  duty: "tariffs-taxes",
  "free-trade": "tariffs-taxes",
  logistics: "logistics",
  "e-commerce": "e-commerce",
  standards: "standards",
  language: "culture",
  risk: "risks",
  fairs: "fairs",
  network: "contacts",
};

/** 0–10 each, at most two decimals; 0 = does not matter. Only their proportions count. */
export type Weights = Record<Criterion, number>;
export const maxWeight = 10;

export const presets = ["balanced", "big-market", "cheap-entry", "e-commerce-first", "with-support"] as const;
export type Preset = (typeof presets)[number];

const weigh = (...values: number[]) =>
  Object.fromEntries(criteria.map((criterion, index) => [criterion, values[index]!])) as Weights;

/** Starting points, in the order of `criteria`; every one can be changed. */
export const presetWeights: Record<Preset, Weights> = {
  balanced: weigh(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5),
  "big-market": weigh(10, 8, 3, 2, 5, 4, 2, 2, 4, 3, 2),
  "cheap-entry": weigh(2, 2, 8, 10, 5, 2, 8, 6, 6, 2, 4),
  "e-commerce-first": weigh(5, 4, 5, 3, 8, 10, 4, 4, 4, 0, 2),
  "with-support": weigh(3, 3, 3, 4, 3, 2, 3, 4, 4, 9, 10),
};
export const defaultPreset: Preset = "balanced";
