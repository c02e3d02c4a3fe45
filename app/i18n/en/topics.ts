import type { Topic } from "#app/modules/guides/topics.ts";

export const topics: Record<Topic, string> = {
  snapshot: "Snapshot and key figures",
  opportunity: "Opportunity and fit",
  risks: "Challenges and geopolitical risk",
  sectors: "Leading sectors",
  entry: "Entry strategy",
  "tariffs-taxes": "Tariffs, taxes and origin",
  "import-procedures": "Import procedures and documents",
  standards: "Standards, testing and labelling",
  barriers: "Barriers, remedies and export controls",
  channels: "Channels and agents",
  "e-commerce": "E-commerce and digital marketing",
  "pricing-payment": "Pricing, payment and trade finance",
  "ip-contracts": "IP, data and contracts",
  procurement: "Public procurement",
  establishment: "Establishment, investment, labour and social security",
  logistics: "Logistics and clearance",
  culture: "Business culture and travel",
  fairs: "Fairs and events",
  contacts: "Contacts and vetted providers",
};
