import type { Topic } from "#db/schema/topics.ts";
import type { SupportKind } from "#app/modules/matching/vocabulary.ts";

export const dimensions = ["product", "people", "money", "compliance", "digital", "logistics"] as const;
export type Dimension = (typeof dimensions)[number];

/** 0 = no, 1 = begun, 2 = mostly, 3 = fully. */
export const answerLevels = [0, 1, 2, 3] as const;

/** From this answer on, a question is no gap. */
const enough = 2;

type Question = {
  id: string;
  dimension: Dimension;
  /** The guide sections that help with a gap, the closest first. */
  topics: readonly [Topic, ...Topic[]];
  /** What a programme would have to offer to help with it. */
  support: readonly SupportKind[];
};

/**
 * The export-readiness self-assessment. The questions follow what the guides ask of a firm before its first shipment;
 * words in i18n (readiness).
 */
export const readinessQuestions = [
  {
    id: "exportVersion",
    dimension: "product",
    topics: ["opportunity", "standards"],
    support: ["mentoring", "research"],
  },
  {
    id: "spareCapacity",
    dimension: "product",
    topics: ["entry", "channels"],
    support: ["mentoring", "pilot"],
  },
  {
    id: "samples",
    dimension: "product",
    topics: ["channels", "fairs"],
    support: ["sourcing", "pilot", "booth"],
  },
  {
    id: "qualityControl",
    dimension: "product",
    topics: ["standards"],
    support: ["certification", "training"],
  },
  { id: "exportOwner", dimension: "people", topics: ["entry"], support: ["training", "mentoring"] },
  { id: "foreignLanguage", dimension: "people", topics: ["culture"], support: ["interpreting", "training"] },
  {
    id: "tradeSkills",
    dimension: "people",
    topics: ["import-procedures", "pricing-payment"],
    support: ["training"],
  },
  {
    id: "managementTime",
    dimension: "people",
    topics: ["culture", "fairs"],
    support: ["mentoring", "travel"],
  },
  {
    id: "landedCost",
    dimension: "money",
    topics: ["tariffs-taxes", "pricing-payment"],
    support: ["mentoring", "training"],
  },
  { id: "paymentTerms", dimension: "money", topics: ["pricing-payment"], support: ["finance", "training"] },
  { id: "workingCapital", dimension: "money", topics: ["pricing-payment"], support: ["finance"] },
  {
    id: "riskCover",
    dimension: "money",
    topics: ["risks", "pricing-payment"],
    support: ["insurance", "finance"],
  },
  { id: "marketStandards", dimension: "compliance", topics: ["standards"], support: ["certification"] },
  {
    id: "exportRights",
    dimension: "compliance",
    topics: ["import-procedures", "barriers"],
    support: ["legal", "training"],
  },
  { id: "contracts", dimension: "compliance", topics: ["ip-contracts"], support: ["legal"] },
  { id: "trademark", dimension: "compliance", topics: ["ip-contracts"], support: ["legal"] },
  { id: "foreignSite", dimension: "digital", topics: ["e-commerce"], support: ["digital"] },
  { id: "onlineChannel", dimension: "digital", topics: ["e-commerce", "channels"], support: ["digital"] },
  {
    id: "dataAndReplies",
    dimension: "digital",
    topics: ["e-commerce", "ip-contracts"],
    support: ["digital", "training"],
  },
  { id: "packaging", dimension: "logistics", topics: ["logistics", "standards"], support: ["logistics"] },
  { id: "forwarder", dimension: "logistics", topics: ["logistics"], support: ["logistics"] },
  {
    id: "documents",
    dimension: "logistics",
    topics: ["import-procedures", "logistics"],
    support: ["logistics", "training"],
  },
] as const satisfies readonly Question[];
export type QuestionId = (typeof readinessQuestions)[number]["id"];

export type Answers = Readonly<Record<string, number>>;

export const questionsOf = (dimension: Dimension) =>
  readinessQuestions.filter((one) => one.dimension === dimension);

export function isDimension(value: unknown): value is Dimension {
  return dimensions.includes(value as Dimension);
}

export type DimensionResult = {
  dimension: Dimension;
  answered: number;
  questions: number;
  /** Share of the points of all its questions; null until each is answered: a part would not be comparable. */
  percent: number | null;
};

/** Where the firm stands, dimension by dimension. */
export function readinessResults(answers: Answers): DimensionResult[] {
  return dimensions.map((dimension) => {
    const questions = questionsOf(dimension);
    const given = questions.map(({ id }) => answers[id]).filter((one) => one !== undefined);
    const points = given.reduce((sum, one) => sum + one, 0);
    return {
      dimension,
      answered: given.length,
      questions: questions.length,
      percent: given.length === questions.length ? Math.round((points / (3 * given.length)) * 100) : null,
    };
  });
}

export type Gap = Question & { id: QuestionId; answer: number };

/** Questions answered with "no" or "begun", the weakest first; in the order of the questions where equal. */
export function readinessGaps(answers: Answers): Gap[] {
  return readinessQuestions
    .flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined || answer >= enough ? [] : [{ ...question, answer }];
    })
    .sort((a, b) => a.answer - b.answer);
}
