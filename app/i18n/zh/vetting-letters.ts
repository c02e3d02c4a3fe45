import type { vettingLetters as shape } from "../en/vetting-letters.ts";

export const vettingLetters: typeof shape = {
  submitted: {
    subject: "{firm}：商会已收到审核申请",
    text: "商会已收到{firm}的审核申请。两位审核员将各自独立审阅，通常在五个工作日内完成。您目前无需操作；如需补充材料，我们会联系您。",
  },
  moreInfo: {
    subject: "{firm}：请在{date}前补充材料",
    text: "为继续审核{firm}的申请，请在{date}前答复。问题内容、答复和上传入口见：",
  },
  approved: {
    subject: "{firm}已通过审核",
    text: "{firm}已通过商会审核，有效期至{date}。跨国企业现在可以为您背书，面向已审核企业的项目也已向您开放。",
  },
  rejected: {
    subject: "{firm}：审核结果通知",
    text: "{firm}本次未能通过商会审核。原因及改进方向见审核页面。30天内可以申诉，由另外两位审核员重新评定。",
  },
  appealed: {
    subject: "{firm}：商会已收到申诉",
    text: "商会已收到{firm}的申诉，将由两位未参与过本案的审核员重新评定。",
  },
  suspended: {
    subject: "{firm}：审核资格已暂停",
    text: "商会已暂停{firm}的审核资格，依托该资格的背书在此期间不生效。原因见审核页面，请与商会联系。",
  },
  lifted: {
    subject: "{firm}：审核资格已恢复",
    text: "{firm}的审核资格已恢复，有效期至{date}。",
  },
  lapsed: {
    subject: "{firm}：审核资格已到期",
    text: "{firm}的审核资格已于{date}到期。您可以随时重新申请，企业档案仍然保留。",
  },
  remind: {
    subject: "{firm}：审核资格将于{date}到期",
    text: "{firm}的审核资格将于{date}到期。请及时续期：续期审核期间，现有资格继续有效。",
  },
};
