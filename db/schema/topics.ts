/** The canonical guide sections, in reading order. Worded in i18n (topics). */
export const topics = [
  "snapshot",
  "opportunity",
  "risks",
  "sectors",
  "entry",
  "tariffs-taxes",
  "import-procedures",
  "standards",
  "barriers",
  "channels",
  "e-commerce",
  "pricing-payment",
  "ip-contracts",
  "procurement",
  "establishment",
  "logistics",
  "culture",
  "fairs",
  "contacts",
] as const;

export type Topic = (typeof topics)[number];
