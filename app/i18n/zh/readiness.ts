import type { readiness as shape } from "../en/readiness.ts";

export const readiness: typeof shape = {
  dimensions: {
    product: "产品",
    people: "人员",
    money: "资金",
    compliance: "合规",
    digital: "数字化",
    logistics: "物流",
  },
  questions: {
    exportVersion: {
      ask: "是否有适合目标市场的产品版本（电压、尺寸、语言、口味等）？",
      full: "“已做到”指：已投产，并给当地采购商看过。",
    },
    spareCapacity: {
      ask: "在国内订单之外，是否有余力承接出口订单？",
      full: "“已做到”指：清楚每个月还有多少余量。",
    },
    samples: {
      ask: "能否在两周内寄出样品，并附规格书和报价？",
      full: "“已做到”指：样品、英文规格书和报价单均已备好。",
    },
    qualityControl: {
      ask: "是否逐批检验质量并留有记录？",
      full: "“已做到”指：近12个月的记录可供审核员查看。",
    },
    exportOwner: {
      ask: "是否有专人负责出口？",
      full: "“已做到”指：职责成文，并安排了时间。",
    },
    foreignLanguage: {
      ask: "是否有人能在一个工作日内用外语答复客户？",
      full: "“已做到”指：有两人能书面和电话沟通。",
    },
    tradeSkills: {
      ask: "员工是否了解贸易术语、报关单证和信用证？",
      full: "“已做到”指：有人从报价到收款完整做过一票。",
    },
    managementTime: {
      ask: "管理层是否为出口定了目标和预算？",
      full: "“已做到”指：未来12个月的目标和预算均已成文。",
    },
    landedCost: {
      ask: "是否算过产品送到买家手中的全部成本？",
      full: "“已做到”指：至少为一个市场算清了运费、关税、税费和各环节加价。",
    },
    paymentTerms: {
      ask: "是否确定了对不同客户接受哪些付款方式？",
      full: "“已做到”指：有成文规则，销售人员都照此执行。",
    },
    workingCapital: {
      ask: "能否垫付一笔订单直到收款（约90天）？",
      full: "“已做到”指：自有资金或授信额度已到位。",
    },
    riskCover: {
      ask: "是否防范了收款风险和汇率风险？",
      full: "“已做到”指：已有出口信用保险，并有汇率管理办法。",
    },
    marketStandards: {
      ask: "是否了解并符合目标市场的标准和标签要求？",
      full: "“已做到”指：检测报告或证书目前有效。",
    },
    exportRights: {
      ask: "是否已办妥海关备案和出口退税手续？",
      full: "“已做到”指：可以自己名义报关，或已签约由代理办理。",
    },
    contracts: {
      ask: "是否有含争议解决条款的英文出口合同？",
      full: "“已做到”指：已由律师审阅。",
    },
    trademark: {
      ask: "品牌在目标市场是否受到保护？",
      full: "“已做到”指：已注册或通过马德里体系申请；没有自有品牌的，合同中写明了买方的商标权。",
    },
    foreignSite: {
      ask: "是否有海外客户能快速打开的英文产品页面？",
      full: "“已做到”指：页面有规格、起订量和联系方式。",
    },
    onlineChannel: {
      ask: "是否在使用能让海外买家找到您的平台或渠道？",
      full: "“已做到”指：询盘有统计、有跟进。",
    },
    dataAndReplies: {
      ask: "询盘和客户数据是否有序保存、安全管理？",
      full: "“已做到”指：集中保存，并有涉外个人信息的管理办法。",
    },
    packaging: {
      ask: "包装能否经受海运并符合当地规定？",
      full: "“已做到”指：做过测试，唛头和回收标志符合当地要求。",
    },
    forwarder: {
      ask: "是否有合作货代和目标市场的运价？",
      full: "“已做到”指：有两家门到门报价。",
    },
    documents: {
      ask: "能否准确制作发票、装箱单和原产地证明？",
      full: "“已做到”指：有模板，并由第二人复核。",
    },
  },
  answers: ["没有", "已开始", "基本做到", "已做到"],
  result: "目前状况",
  share: "得分比例",
  dimension: "方面",
  points: "结果",
  answered: (done, total) => `${total}题已答${done}题`,
  unanswered: "尚未作答",
  open: "待答",
  start: "开始作答",
  goOn: (dimension) => `继续：${dimension}`,
  again: "重新作答",
  gaps: "差距与可获得的帮助",
  gapsLead: "由弱到强排列；有目标市场指南的，优先列出。",
  noGaps: "已答的各题没有明显差距。",
  noAnswers: "尚未作答。题目分六个部分，边答边存。",
  yourAnswer: "您的回答",
  read: "阅读",
  allMarkets: (topic) => `${topic}：各市场`,
  apply: "现可申请",
  toResult: "查看结果",
};
