import type { TownOpportunity } from "./town-opportunities.ts";

/** Three consortium programmes in the manner of JETRO's New Export Nation Consortium. */
export const townConsortia: TownOpportunity[] = [
  {
    slug: "new-exporters-germany",
    kind: "consortium",
    owner: "chamber",
    titleEn: "New Exporters to Germany and its neighbours",
    titleZh: "德国及周边市场新出口企业联盟",
    summaryEn:
      "Eighteen months from export plan to first reorder, with an importers' association, a bank and a broker.",
    summaryZh: "十八个月，从出口计划到首次返单，进口商协会、银行和报关行全程协同。",
    bodyEn:
      "Five phases: plan, market research, sales, launch, operation. One person at the chamber answers for your case and brings in the Rhine-Main Toy Importers' Association for market entry, Pujiang Harbour Bank for payment terms and Siming Customs Brokers for clearance and the EU responsible person.\n\nYou bring one product line, a decision maker with four hours a week, and test reports that are in date. Milestones are agreed at the start; each phase closes with a short review.",
    bodyZh:
      "分五个阶段：计划、市场调研、销售、上市、运营。商会指定一名负责人跟进，并协调莱茵—美因玩具进口商协会（市场进入）、浦江海港银行（收付款条件）、宁波四明报关（清关及欧盟责任人）。\n\n企业需提供一条产品线、每周投入四小时的决策者以及有效的检测报告。里程碑在启动时商定，每阶段结束进行简短评审。",
    seats: 10,
    dates: { applyInDays: 60, startInDays: 100, days: 540 },
    timeZone: "Asia/Shanghai",
    offers: ["mentoring", "research", "certification", "legal", "logistics", "sourcing"],
    certificates: ["CE", "FSC", "ISO 9001", "BSCI"],
    languages: ["zh", "en"],
    sectors: ["44", "63", "69", "94", "95"],
    markets: ["DE", "NL", "FR"],
    rules: [
      { rule: "vetted" },
      { rule: "size", in: ["micro", "small", "medium"] },
      { rule: "market", anyOf: ["DE", "NL", "FR"] },
    ],
    weights: { sector: 25, market: 25, certificates: 15, needs: 15, readiness: 15, language: 5 },
    quotas: [{ group: "micro", minShare: 0.3 }],
  },
  {
    slug: "gulf-projects-consortium",
    kind: "consortium",
    owner: "insurer",
    titleEn: "Gulf Projects Consortium",
    titleZh: "海湾项目供应联盟",
    summaryEn: "Suppliers bid together for building, water and energy projects, with payment risk insured.",
    summaryZh: "建材、供水和能源项目联合投标，收款风险由信用保险承保。",
    bodyEn:
      "Project buyers in the Gulf want one counterpart and long payment terms. The consortium offers both: a joint offer, export credit insurance for each delivery, and help with the GCC conformity marks. Firms keep their own contracts and prices; nothing is shared among members without consent.",
    bodyZh:
      "海湾项目买方希望对接单一供应方并要求较长账期。联盟提供联合报价、逐单出口信用保险以及海合会合格标志办理协助。各企业独立签约定价，未经同意不向其他成员披露信息。",
    seats: 12,
    dates: { applyInDays: 41, startInDays: 75, days: 400 },
    timeZone: "Asia/Shanghai",
    offers: ["insurance", "finance", "legal", "sourcing"],
    certificates: ["ISO 9001", "CE"],
    languages: ["zh", "en"],
    sectors: ["73", "76", "84", "94"],
    markets: ["SA", "AE"],
    rules: [
      { rule: "vetted" },
      { rule: "size", in: ["small", "medium"] },
      { rule: "sector", in: ["73", "76", "84", "94"] },
      { rule: "revenueWan", min: 2000 },
    ],
    weights: { sector: 30, market: 25, certificates: 15, needs: 15, readiness: 15 },
    quotas: [],
  },
  {
    slug: "asean-online-consortium",
    kind: "consortium",
    owner: "academy",
    titleEn: "ASEAN Online Launch Consortium",
    titleZh: "东盟跨境电商启航联盟",
    summaryEn:
      "A joint warehouse, shared shop operation and origin paperwork for a first year online in ASEAN.",
    summaryZh: "共享海外仓、店铺代运营和原产地证办理，助力企业在东盟线上起步第一年。",
    bodyEn:
      "Small parcels and returns eat the margin of a first year online. Members share a bonded warehouse in Malaysia and an operator who runs the shops in local languages; the academy trains your people until they take over. Certificates of origin under ACFTA and RCEP are handled for the group.",
    bodyZh:
      "线上起步首年，小包物流和退货往往吞噬利润。成员共用马来西亚保税仓和本地语言店铺运营，学院培训企业人员直至自主接手，并统一办理中国—东盟自贸协定和RCEP原产地证。",
    seats: 14,
    dates: { applyInDays: 35, startInDays: 66, days: 365 },
    timeZone: "Asia/Shanghai",
    offers: ["digital", "logistics", "training", "research"],
    certificates: ["HACCP", "ISO 9001"],
    languages: ["zh"],
    sectors: ["09", "42", "63", "69", "95"],
    markets: ["VN", "TH", "MY", "SG"],
    rules: [
      { rule: "vetted" },
      { rule: "size", in: ["micro", "small"] },
      { rule: "market", anyOf: ["VN", "TH", "MY", "SG"] },
    ],
    weights: { sector: 25, market: 30, certificates: 10, needs: 20, readiness: 15 },
    quotas: [{ group: "micro", minShare: 0.4 }],
  },
];
