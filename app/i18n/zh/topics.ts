import type { Topic } from "#app/modules/guides/topics.ts";

export const topics: Record<Topic, string> = {
  snapshot: "市场速览与关键数据",
  opportunity: "市场机会与适配度",
  risks: "市场挑战与地缘政治风险",
  sectors: "重点行业",
  entry: "进入策略",
  "tariffs-taxes": "关税、税费与原产地规则",
  "import-procedures": "进口流程与单证",
  standards: "标准、检测与标签",
  barriers: "贸易壁垒、救济与出口管制",
  channels: "渠道与代理",
  "e-commerce": "跨境电商与数字营销",
  "pricing-payment": "定价、收付款与贸易融资",
  "ip-contracts": "知识产权、数据与合同",
  procurement: "政府采购",
  establishment: "设立、投资、用工与社保",
  logistics: "物流与清关",
  culture: "商务文化与差旅",
  fairs: "展会与活动",
  contacts: "联系人与认证服务商",
};
