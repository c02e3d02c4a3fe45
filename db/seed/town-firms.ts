import type { TownKey } from "./town-organisations.ts";

type Vetting = {
  state: "in_review" | "more_info" | "approved" | "expired";
  /** Identity and legal standing; capability; compliance and governance; export readiness; each 0–5. */
  scores?: [number, number, number, number];
  submittedDaysAgo: number;
  decidedDaysAgo?: number;
};

export type TownFirm = {
  /** Division of GB/T 4754-2017; absent in a profile from before it was asked for. */
  division?: string;
  industry: string;
  employees?: number;
  revenueWan?: number;
  assetsWan?: number;
  summaryEn: string;
  summaryZh: string;
  capabilities?: string[];
  capacityEn?: string;
  capacityZh?: string;
  underLargeControl?: boolean;
  /** Answers of the self-assessment, in the order of its questions: one digit each. */
  readiness?: string;
  /** Years since the first export; absent = none yet, or not said (see `stated`). */
  exportYears?: number;
  /** HS code, English name, Chinese name. */
  products: [string, string, string][];
  /** Code, issuer, months until expiry (null = does not expire). */
  certificates: [string, string, number | null][];
  targets: string[];
  exported: string[];
  needs: string[];
  languages: string[];
  /** Field groups the firm has saved; absent = all of them. */
  stated?: string[];
  vetting?: Vetting;
};

/** The twelve exporters of the demo town: several sectors, provinces and sizes, in every state of vetting. */
export const townFirms: Partial<Record<TownKey, TownFirm>> = {
  toys: {
    division: "24",
    industry: "industry",
    employees: 86,
    revenueWan: 2400,
    assetsWan: 1750,
    summaryEn:
      "Wooden blocks, puzzles and pull-along toys in beech and birch, painted with water-based colours. Own moulds and a small test room; 40,000 pieces a month.",
    summaryZh: "生产榉木、桦木积木、拼图和拖拉玩具，使用水性漆；自有模具和小型检测室，月产能4万件。",
    exportYears: 4,
    capabilities: ["ownDesign", "oem", "ownMoulds", "smallBatches", "customPackaging", "testLab"],
    capacityEn: "40,000 pieces a month; 35 days; smallest order 500 pieces.",
    capacityZh: "月产能4万件，交货期35天，起订量500件。",
    readiness: "3322323212322131323323",
    underLargeControl: false,
    products: [
      ["950300", "Wooden toys and puzzles", "木制玩具及拼图"],
      ["950490", "Wooden board games", "木制桌游"],
    ],
    certificates: [
      ["CE", "Manufacturer's declaration, Toy Safety Directive", null],
      ["EN 71", "Testing laboratory in Ningbo", 14],
      ["FSC", "FSC chain of custody", 26],
      ["ISO 9001", "Certification body in Hangzhou", -2],
    ],
    targets: ["DE", "GB", "US"],
    exported: ["JP", "DE"],
    needs: ["sourcing", "certification", "booth"],
    languages: ["zh", "en"],
    vetting: { state: "approved", scores: [4, 4, 4, 3], submittedDaysAgo: 140, decidedDaysAgo: 118 },
  },
  newcomer: {
    industry: "industry",
    employees: 34,
    summaryEn: "",
    summaryZh: "生产宠物牵引绳、胸背带和猫抓玩具，主要为国内电商品牌代工，尚未自主出口。",
    products: [["4201", "Pet leads and harnesses", "宠物牵引绳及胸背带"]],
    certificates: [],
    targets: ["US"],
    exported: [],
    needs: [],
    languages: [],
    stated: ["firm", "products", "markets"],
  },
  lamps: {
    division: "38",
    industry: "industry",
    employees: 210,
    revenueWan: 9800,
    assetsWan: 6100,
    summaryEn: "LED ceiling and desk lamps for homes and small offices; in-house photometry and ageing test.",
    summaryZh: "家用和小型办公LED吸顶灯、台灯，厂内配有光度测试和老化测试设备。",
    exportYears: 7,
    capabilities: ["odm", "oem", "testLab", "fastSamples"],
    capacityEn: "90,000 luminaires a month; 30 days.",
    capacityZh: "月产能9万盏，交货期30天。",
    readiness: "3333222223222132222333",
    underLargeControl: false,
    products: [
      ["940511", "LED ceiling lamps", "LED吸顶灯"],
      ["940521", "LED desk lamps", "LED台灯"],
    ],
    certificates: [
      ["CE", "Manufacturer's declaration, LVD and EMC", null],
      ["RoHS", "Testing laboratory in Guangzhou", 9],
      ["BSCI", "amfori BSCI audit", 4],
    ],
    targets: ["DE", "NL", "SA"],
    exported: ["DE", "AE", "AU"],
    needs: ["pilot", "finance", "logistics"],
    languages: ["zh", "en"],
    vetting: { state: "approved", scores: [4, 4, 3, 4], submittedDaysAgo: 372, decidedDaysAgo: 344 },
  },
  textiles: {
    division: "17",
    industry: "industry",
    employees: 420,
    revenueWan: 16000,
    assetsWan: 12400,
    summaryEn: "Bed linen and towels in organic cotton, from weaving to sewing under one roof.",
    summaryZh: "有机棉床品和毛巾，织造、染整、缝制一体化。",
    exportYears: 12,
    capabilities: ["oem", "privateLabel", "recycledMaterials", "traceability"],
    capacityEn: "60,000 sets a month; 45 days.",
    capacityZh: "月产能6万套，交货期45天。",
    readiness: "3233222233332232223333",
    products: [
      ["630221", "Printed cotton bed linen", "印花棉床品"],
      ["630260", "Terry towels", "毛圈毛巾"],
    ],
    certificates: [
      ["OEKO-TEX Standard 100", "OEKO-TEX institute", 7],
      ["GOTS", "GOTS certification body", 10],
      ["BSCI", "amfori BSCI audit", 14],
      ["ISO 9001", "Certification body in Shanghai", 20],
    ],
    targets: ["FR", "DE", "NL", "JP"],
    exported: ["DE", "FR", "JP", "US"],
    needs: ["sourcing", "insurance"],
    languages: ["zh", "en", "ja"],
    vetting: { state: "approved", scores: [5, 5, 4, 5], submittedDaysAgo: 220, decidedDaysAgo: 201 },
  },
  tea: {
    division: "15",
    industry: "industry",
    employees: 16,
    revenueWan: 480,
    assetsWan: 390,
    summaryEn: "Family tea house with 30 hectares of terraces; oolong and green tea, loose and in gift tins.",
    summaryZh: "家族茶企，自有茶园450亩，生产乌龙茶和绿茶，散装及礼盒装。",
    exportYears: 1,
    products: [
      ["090210", "Green tea in packs up to 3 kg", "绿茶（每件不超过3千克）"],
      ["090230", "Oolong tea in packs up to 3 kg", "乌龙茶（每件不超过3千克）"],
    ],
    certificates: [
      ["HACCP", "Certification body in Xiamen", 15],
      ["EU Organic", "Organic certification body", 5],
    ],
    targets: ["AE", "MY", "JP"],
    exported: ["MY"],
    needs: ["booth", "digital", "training"],
    languages: ["zh"],
    vetting: { state: "approved", scores: [4, 3, 4, 2], submittedDaysAgo: 95, decidedDaysAgo: 70 },
  },
  valves: {
    division: "34",
    industry: "industry",
    employees: 360,
    revenueWan: 12000,
    assetsWan: 9800,
    summaryEn: "Forged steel gate, globe and check valves for water, oil and gas.",
    summaryZh: "锻钢闸阀、截止阀、止回阀，用于供水、石油和天然气管线。",
    exportYears: 9,
    capabilities: ["oem", "ownMoulds", "testLab", "traceability", "afterSales"],
    capacityEn: "8,000 valves a month; 60 days.",
    capacityZh: "月产能8千台，交货期60天。",
    readiness: "3323222223232121213333",
    underLargeControl: false,
    products: [["848180", "Forged steel valves", "锻钢阀门"]],
    certificates: [
      ["ISO 9001", "Certification body in Wenzhou", 16],
      ["API 6D", "American Petroleum Institute", 13],
      ["CE", "Notified body, Pressure Equipment Directive", null],
    ],
    targets: ["AE", "SA", "US"],
    exported: ["AE", "VN", "TR"],
    needs: ["sourcing", "insurance", "finance"],
    languages: ["zh", "en"],
    vetting: { state: "approved", scores: [5, 4, 4, 4], submittedDaysAgo: 260, decidedDaysAgo: 240 },
  },
  ceramics: {
    division: "30",
    industry: "industry",
    employees: 12,
    revenueWan: 260,
    assetsWan: 180,
    summaryEn: "Hand-thrown porcelain tableware in small runs, celadon and blue-and-white.",
    summaryZh: "手工拉坯瓷餐具，青瓷与青花，小批量定制。",
    exportYears: 2,
    products: [["691110", "Porcelain tableware", "瓷餐具"]],
    certificates: [["LFGB", "Testing laboratory in Nanchang", 6]],
    targets: ["JP", "FR"],
    exported: ["JP"],
    needs: ["mentoring", "digital"],
    languages: ["zh", "en"],
    vetting: { state: "in_review", submittedDaysAgo: 9 },
  },
  furniture: {
    division: "21",
    industry: "industry",
    employees: 180,
    revenueWan: 5200,
    assetsWan: 4300,
    summaryEn: "Garden tables and folding chairs in acacia and aluminium, flat-packed.",
    summaryZh: "金合欢木与铝合金庭院桌椅，可折叠、平板包装。",
    exportYears: 6,
    products: [
      ["940169", "Wooden garden chairs", "木制庭院椅"],
      ["940360", "Wooden garden tables", "木制庭院桌"],
    ],
    certificates: [
      ["FSC", "FSC chain of custody", 3],
      ["BSCI", "amfori BSCI audit", -5],
    ],
    targets: ["GB", "DE", "AU"],
    exported: ["GB", "AU"],
    needs: ["sourcing", "logistics"],
    languages: ["zh", "en"],
    vetting: { state: "expired", scores: [4, 3, 3, 4], submittedDaysAgo: 430, decidedDaysAgo: 402 },
  },
  sensors: {
    division: "40",
    industry: "industry",
    employees: 58,
    revenueWan: 3100,
    assetsWan: 2600,
    summaryEn: "Temperature and vibration sensors for machine monitoring, with own firmware.",
    summaryZh: "用于设备状态监测的温度、振动传感器，自主研发固件。",
    exportYears: 3,
    products: [
      ["902519", "Temperature sensors", "温度传感器"],
      ["903180", "Vibration monitors", "振动监测仪"],
    ],
    certificates: [
      ["CE", "Manufacturer's declaration, EMC and RED", null],
      ["RoHS", "Testing laboratory in Shenzhen", 15],
      ["FCC", "Accredited test laboratory", null],
    ],
    targets: ["DE", "KR", "JP"],
    exported: ["KR"],
    needs: ["digital", "booth", "legal"],
    languages: ["zh", "en"],
    vetting: { state: "approved", scores: [4, 5, 4, 3], submittedDaysAgo: 60, decidedDaysAgo: 38 },
  },
  bamboo: {
    division: "20",
    industry: "industry",
    employees: 45,
    revenueWan: 900,
    assetsWan: 720,
    summaryEn: "Bamboo cutting boards, trays and storage boxes from managed groves.",
    summaryZh: "以可持续竹林为原料的竹砧板、托盘和收纳盒。",
    exportYears: 5,
    capabilities: ["ownDesign", "ownBrand", "dropShipping", "overseasWarehouse"],
    capacityEn: "25,000 pieces a month; smallest order 200 pieces.",
    capacityZh: "月产能2.5万件，起订量200件。",
    products: [
      ["441911", "Bamboo cutting boards", "竹砧板"],
      ["460211", "Bamboo baskets", "竹编篮"],
    ],
    certificates: [
      ["FSC", "FSC chain of custody", 18],
      ["LFGB", "Testing laboratory in Hangzhou", 12],
    ],
    targets: ["DE", "US", "AU"],
    exported: ["DE", "AU"],
    needs: ["sourcing", "pilot", "booth"],
    languages: ["zh", "en"],
    vetting: { state: "approved", scores: [4, 4, 4, 4], submittedDaysAgo: 180, decidedDaysAgo: 160 },
  },
  kitchen: {
    division: "33",
    industry: "industry",
    employees: 240,
    revenueWan: 8600,
    assetsWan: 5900,
    summaryEn: "Kitchen knives, scissors and stainless steel cookware.",
    summaryZh: "厨刀、剪刀及不锈钢锅具。",
    exportYears: 8,
    products: [
      ["821192", "Kitchen knives", "厨刀"],
      ["732393", "Stainless steel cookware", "不锈钢锅具"],
    ],
    certificates: [
      ["ISO 9001", "Certification body in Guangzhou", 8],
      ["LFGB", "Testing laboratory in Yangjiang", 4],
    ],
    targets: ["US", "MX", "BR"],
    exported: ["US", "RU"],
    needs: ["research", "insurance"],
    languages: ["zh", "en"],
    vetting: { state: "more_info", submittedDaysAgo: 21 },
  },
  solar: {
    division: "38",
    industry: "industry",
    employees: 310,
    revenueWan: 21000,
    assetsWan: 15500,
    summaryEn: "Aluminium roof and ground mounting systems for solar modules.",
    summaryZh: "铝合金光伏屋顶支架和地面支架系统。",
    exportYears: 4,
    products: [
      ["761090", "Aluminium mounting structures", "铝合金支架结构件"],
      ["730890", "Steel ground mounts", "钢制地面支架"],
    ],
    certificates: [
      ["ISO 9001", "Certification body in Hefei", 22],
      ["CE", "Manufacturer's declaration, EN 1090", null],
    ],
    targets: ["SA", "AE", "VN", "ZA"],
    exported: ["VN", "TH"],
    needs: ["finance", "insurance", "research"],
    languages: ["zh", "en"],
    vetting: { state: "approved", scores: [4, 4, 3, 3], submittedDaysAgo: 130, decidedDaysAgo: 101 },
  },
};
