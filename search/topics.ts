import type { Topic } from "#db/schema/topics.ts";

/** The guide topics as the index knows them: slug, English and Chinese name. */
export const topicNames: Record<Topic, readonly [en: string, zh: string]> = {
  snapshot: ["Snapshot and key figures", "市场速览与关键数据"],
  opportunity: ["Opportunity and fit", "市场机会与适配度"],
  risks: ["Challenges and geopolitical risk", "市场挑战与地缘政治风险"],
  sectors: ["Leading sectors", "重点行业"],
  entry: ["Entry strategy", "进入策略"],
  "tariffs-taxes": ["Tariffs, taxes and origin", "关税、税费与原产地规则"],
  "import-procedures": ["Import procedures and documents", "进口流程与单证"],
  standards: ["Standards, testing and labelling", "标准、检测与标签"],
  barriers: ["Barriers, remedies and export controls", "贸易壁垒、救济与出口管制"],
  channels: ["Channels and agents", "渠道与代理"],
  "e-commerce": ["E-commerce and digital marketing", "跨境电商与数字营销"],
  "pricing-payment": ["Pricing, payment and trade finance", "定价、收付款与贸易融资"],
  "ip-contracts": ["IP, data and contracts", "知识产权、数据与合同"],
  procurement: ["Public procurement", "政府采购"],
  establishment: ["Establishment, investment, labour and social security", "设立、投资、用工与社保"],
  logistics: ["Logistics and clearance", "物流与清关"],
  culture: ["Business culture and travel", "商务文化与差旅"],
  fairs: ["Fairs and events", "展会与活动"],
  contacts: ["Contacts and vetted providers", "联系人与认证服务商"],
};

/** Languages of documents and readers. */
export type Lang = "en" | "zh";
