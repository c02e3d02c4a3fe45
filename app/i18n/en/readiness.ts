import type { Dimension, QuestionId } from "#app/modules/msmes/readiness.ts";

const dimensions: Record<Dimension, string> = {
  product: "Product",
  people: "People",
  money: "Money",
  compliance: "Compliance",
  digital: "Digital",
  logistics: "Logistics",
};
const questions: Record<QuestionId, { ask: string; full: string }> = {
  exportVersion: {
    ask: "Is there a product version fit for your target market (voltage, size, language, taste)?",
    full: "Fully: it is in production and has been shown to a buyer there.",
  },
  spareCapacity: {
    ask: "Could you take an export order beside the domestic ones?",
    full: "Fully: you know the free capacity by month.",
  },
  samples: {
    ask: "Can you send a sample with a specification and a price within two weeks?",
    full: "Fully: samples, English specification and price list are ready.",
  },
  qualityControl: {
    ask: "Is quality checked and recorded batch by batch?",
    full: "Fully: records of the last 12 months can be shown to an auditor.",
  },
  exportOwner: {
    ask: "Does one person answer for exports?",
    full: "Fully: the task is written down and time is set aside for it.",
  },
  foreignLanguage: {
    ask: "Can somebody answer a foreign buyer within one working day?",
    full: "Fully: two people can, in writing and on the phone.",
  },
  tradeSkills: {
    ask: "Do people know Incoterms, customs documents and letters of credit?",
    full: "Fully: somebody has handled a shipment from quotation to payment.",
  },
  managementTime: {
    ask: "Has the management set a goal and a budget for exports?",
    full: "Fully: both are written down for the next 12 months.",
  },
  landedCost: {
    ask: "Do you know what your product costs at the buyer's door?",
    full: "Fully: freight, duty, taxes and margins are counted for one market.",
  },
  paymentTerms: {
    ask: "Have you decided which payment terms you accept from whom?",
    full: "Fully: there is a rule, and everybody who sells keeps to it.",
  },
  workingCapital: {
    ask: "Can you finance an order until it is paid, for 90 days?",
    full: "Fully: own funds or a credit line are at hand.",
  },
  riskCover: {
    ask: "Is the risk of non-payment and exchange rates covered?",
    full: "Fully: export credit insurance and a rule for exchange rates are in place.",
  },
  marketStandards: {
    ask: "Do you know and meet the standards and labels of your target market?",
    full: "Fully: test reports or certificates are valid now.",
  },
  exportRights: {
    ask: "Are customs registration and the tax refund for exports set up?",
    full: "Fully: you can declare in your own name, or an agent does by contract.",
  },
  contracts: {
    ask: "Is there an export contract in English with dispute rules?",
    full: "Fully: a lawyer has read it.",
  },
  trademark: {
    ask: "Is your brand protected in the target market?",
    full: "Fully: registered, or filed through Madrid. Without a brand of your own: the buyer's right to it is in the contract.",
  },
  foreignSite: {
    ask: "Is there an English product page that a buyer can open quickly?",
    full: "Fully: with specifications, minimum order and contact.",
  },
  onlineChannel: {
    ask: "Do you use a platform or channel through which foreign buyers find you?",
    full: "Fully: enquiries from it are counted and followed up.",
  },
  dataAndReplies: {
    ask: "Are enquiries and customers' data kept in order and safe?",
    full: "Fully: one place, with rules on personal data abroad.",
  },
  packaging: {
    ask: "Does the packaging survive sea freight and meet the market's rules?",
    full: "Fully: tested, with marks and recycling signs as asked for there.",
  },
  forwarder: {
    ask: "Do you have a forwarder and a freight price for your target market?",
    full: "Fully: two quotations, door to door.",
  },
  documents: {
    ask: "Can you prepare invoice, packing list and origin papers without mistakes?",
    full: "Fully: templates exist and a second person checks.",
  },
};

/** The export-readiness self-assessment. */
export const readiness = {
  dimensions,
  questions,
  answers: ["No", "Begun", "Mostly", "Fully"],
  result: "Where you stand",
  share: "share of the points",
  dimension: "Dimension",
  points: "Result",
  answered: (done: number, total: number) => `${done} of ${total} answered`,
  unanswered: "not answered yet",
  open: "open",
  start: "Answer the questions",
  goOn: (dimension: string) => `Go on with: ${dimension}`,
  again: "Answer again",
  gaps: "Gaps, and what helps",
  gapsLead: "The weakest first. Guides of your target markets come first where there are some.",
  noGaps: "No gaps among what you have answered.",
  noAnswers: "Nothing answered yet. The questions come in six short parts and are saved as you go.",
  yourAnswer: "Your answer",
  read: "Read",
  allMarkets: (topic: string) => `${topic}: all markets`,
  apply: "Open now",
  toResult: "See the result",
};
