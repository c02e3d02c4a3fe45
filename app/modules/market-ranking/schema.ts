import { z } from "zod";
import { isRegionGroup, type RegionGroup } from "#app/modules/markets/regions.ts";
import { workingLanguages } from "#app/modules/matching/vocabulary.ts";
import {
  criteria,
  defaultPreset,
  maxWeight,
  presets,
  presetWeights,
  type Criterion,
  type Preset,
  type Weights,
} from "./criteria.ts";

/** Stands in a link for "no product, on purpose", where an absent one would be filled from the reader's profile. */
const allGoods = "*";

const marketCode = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/);
const weight = z.coerce.number().min(0).max(maxWeight);

/** What somebody asks, as it stands in the URL: the whole answer can be had again from it. */
export type Question = {
  /** As typed; "" = none. Undefined = the URL says nothing of products. */
  typed: string | undefined;
  weights: Weights;
  /** The preset whose weights these are, if they are one's. */
  preset: Preset | null;
  region: RegionGroup | null;
  /** Markets left out. */
  without: string[];
  /** Working languages of the team, ISO 639-1. Undefined = the URL says nothing. */
  team: string[] | undefined;
  /** Criteria whose weight in the URL was no number from 0 to 10; the starting value stands instead. */
  notUnderstood: Criterion[];
};

/** Reads the URL. What is not understood is left out or set back, never an error page; wrong weights are named. */
export function readQuestion(params: URLSearchParams): Question {
  const named = presets.find((preset) => preset === params.get("preset")) ?? null;
  const start = presetWeights[named ?? defaultPreset];
  const notUnderstood: Criterion[] = [];
  const weights = { ...start };
  for (const criterion of criteria) {
    const typed = params.get(criterion)?.normalize("NFKC").trim();
    if (!typed) continue;
    const read = weight.safeParse(typed);
    if (read.success) weights[criterion] = Math.round(read.data * 100) / 100;
    else notUnderstood.push(criterion);
  }
  const typed = params.get("products");
  const region = params.get("region");
  const team = params.getAll("team").filter((code) => (workingLanguages as readonly string[]).includes(code));
  return {
    typed: typed === null ? undefined : typed.trim() === allGoods ? "" : typed.slice(0, 300),
    weights,
    preset: presetOf(weights),
    region: isRegionGroup(region) ? region : null,
    without: codesIn(params, "without"),
    team: params.has("team") ? [...new Set(team)] : undefined,
    notUnderstood,
  };
}

/** Market codes of a repeated parameter, in order, without repeats or anything else. */
export function codesIn(params: URLSearchParams, name: string): string[] {
  const codes = params.getAll(name).map((code) => marketCode.safeParse(code).data);
  return [...new Set(codes.filter((code) => code !== undefined))].slice(0, 60);
}

function presetOf(weights: Weights): Preset | null {
  return (
    presets.find((preset) => criteria.every((one) => presetWeights[preset][one] === weights[one])) ?? null
  );
}

export type QuestionQuery = Record<string, string | number | string[] | undefined>;

/** The question as query parameters, shortest form: `readQuestion` reads the same question out of them. */
export function queryOf(question: Omit<Question, "notUnderstood" | "preset">): QuestionQuery {
  const preset = presetOf(question.weights);
  const weights = preset
    ? { preset: preset === defaultPreset ? undefined : preset }
    : Object.fromEntries(criteria.map((one) => [one, question.weights[one]]));
  return {
    products: question.typed === "" ? allGoods : question.typed,
    ...weights,
    region: question.region ?? undefined,
    without: question.without,
    team: question.team?.length === 0 ? ["none"] : question.team,
  };
}
