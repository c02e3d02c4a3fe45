import { fill } from "../fill.ts";
import { vettingLetters } from "./vetting-letters.ts";
import type { mail as shape } from "../en/mail.ts";

const signature = "\n\n航道 Fairway\n商会出口支持平台";
const notYou = "如非本人操作，请立即重设密码，并检查登录设备：";

export const mail: typeof shape = {
  verifyEmail: ({ url }) => ({
    subject: "请验证您在航道的邮箱地址",
    text: `您好：\n\n请点击以下链接验证此邮箱，链接48小时内有效：\n\n${url}\n\n如果您没有注册账户，无需任何操作；未经验证的账户不会启用。${signature}`,
  }),
  alreadyRegistered: ({ signInUrl, resetUrl }) => ({
    subject: "您已有航道账户",
    text: `您好：\n\n有人（可能是您本人）用此邮箱注册账户，但该邮箱已经注册过。\n\n登录：\n${signInUrl}\n\n忘记密码？请重设：\n${resetUrl}\n\n如非本人操作，无需理会，您的账户没有任何变动。${signature}`,
  }),
  resetPassword: ({ name, url }) => ({
    subject: "重设航道账户密码",
    text: `${name}，您好：\n\n请点击以下链接设置新密码，链接1小时内有效，且只能使用一次：\n\n${url}\n\n如非本人操作，无需理会，您的密码不会改变。${signature}`,
  }),
  passwordChanged: ({ name, url }) => ({
    subject: "您的航道账户密码已更改",
    text: `${name}，您好：\n\n您的账户密码刚刚已更改，其他设备均已退出登录。\n\n${notYou}\n${url}${signature}`,
  }),
  confirmNewEmail: ({ url }) => ({
    subject: "请确认您在航道的新邮箱",
    text: `您好：\n\n您申请将航道账户的邮箱改为此邮箱。请点击以下链接确认，链接24小时内有效，且只能使用一次：\n\n${url}\n\n如非本人操作，无需理会；未经确认，一切不变。${signature}`,
  }),
  emailTaken: ({ url }) => ({
    subject: "您已有航道账户",
    text: `您好：\n\n有人（可能是您本人）申请将另一账户的邮箱改为此邮箱，但此邮箱已有账户，因此未作任何更改。\n\n用此邮箱登录：\n${url}\n\n如需将此邮箱用于另一账户，请先更改本账户的邮箱，或注销本账户。如非本人操作，无需理会。${signature}`,
  }),
  emailChangeAsked: ({ name, newEmail, url }) => ({
    subject: "您的航道账户申请更改邮箱",
    text: `${name}，您好：\n\n有人用您的密码申请将账户邮箱改为${newEmail}。新邮箱确认后，更改即生效。\n\n${notYou}\n${url}${signature}`,
  }),
  emailChanged: ({ name, newEmail }) => ({
    subject: "您的航道账户邮箱已更改",
    text: `${name}，您好：\n\n您的账户邮箱已改为${newEmail}，其他设备均已退出登录，今后邮件不再发往此邮箱。\n\n如非本人操作，请立即联系商会。${signature}`,
  }),
  accountClosed: ({ name }) => ({
    subject: "您的航道账户已注销",
    text: `${name}，您好：\n\n您的账户已注销，我们保存的个人数据已删除。这是我们发给您的最后一封邮件，欢迎您随时重新注册。\n\n如非本人操作，请立即联系商会。${signature}`,
  }),
  secondFactorChanged: ({ name, url }) => ({
    subject: "您的航道账户两步验证已变更",
    text: `${name}，您好：\n\n您的账户两步验证设置刚刚已变更，其他设备均已退出登录。\n\n${notYou}\n${url}${signature}`,
  }),
  invitation: (p) => ({
    subject: `邀请您加入航道平台上的${p.organisation}`,
    text: `您好：\n\n${p.inviter}邀请您在商会出口支持平台“航道”上代表${p.organisation}。邀请7天内有效：\n\n${p.url}\n\n如果您不认识发件人，无需理会。${signature}`,
  }),
  endorsementToAccept: (p) => ({
    subject: `${p.mnc}愿为贵公司背书`,
    text: `${p.name}，您好：\n\n${p.mnc}愿在航道平台上为贵公司背书。在您同意之前，任何内容都不会公开。请打开下面的链接，查看外人会看到什么，选择展示哪些内容，再决定接受或谢绝；谢绝无需说明理由：\n\n${p.url}${signature}`,
  }),
  endorsementExpiring: (p) => ({
    subject: `贵方对${p.firm}的背书将于${p.until}到期`,
    text: `${p.name}，您好：\n\n贵方对${p.firm}的背书将于${p.until}到期。请及时续期，或任其到期：\n\n${p.url}${signature}`,
  }),
  supplierInvitation: (p) => ({
    subject: `${p.mnc}邀请贵公司加入航道平台`,
    text: `您好：\n\n${p.mnc}的${p.inviter}邀请贵公司以供应商身份加入商会出口支持平台“航道”。贵公司在平台上建立一份企业档案，经商会审核后，${p.mnc}可以向海外买家为贵公司背书。全程免费。\n\n链接${p.days}天内有效：\n\n${p.url}\n\n如果贵公司并非${p.mnc}的供应商，无需理会。${signature}`,
  }),
  organisationConfirmed: ({ organisation, url }) => ({
    subject: `${organisation}已通过航道平台确认`,
    text: `您好：\n\n商会已确认${organisation}，机构的各项功能现已开通：\n\n${url}${signature}`,
  }),
  followDigest: ({ name, changes, url, stopUrl }) => ({
    subject: `您关注的指南有${changes.length}处变动`,
    text: `${name}，您好：\n\n您关注的指南有以下变动：\n\n${changes.map((line) => `• ${line}`).join("\n\n")}\n\n您的关注：\n${url}\n\n一键停止接收此邮件：\n${stopUrl}${signature}`,
  }),
  organisationRefused: ({ organisation }) => ({
    subject: `${organisation}未通过航道平台确认`,
    text: `您好：\n\n商会未能确认${organisation}，该机构记录已删除，您的个人账户仍然保留。如有疑问，请联系商会。${signature}`,
  }),
  searchDigest: (p) => ({
    subject: `您保存的搜索有${p.count}条新内容`,
    text: `${p.name}，您好：\n\n您保存的搜索有以下新内容：\n\n${p.searches
      .map(
        (search) =>
          `${search.name}（新增${search.count}条）\n${search.hits.map((hit) => `• ${hit.title}\n  ${hit.url}`).join("\n")}\n全部结果：\n${search.url}`,
      )
      .join("\n\n")}\n\n您保存的搜索：\n${p.listUrl}\n\n一键停止接收此邮件：\n${p.stopUrl}${signature}`,
  }),
  introductionForwarded: (p) => ({
    subject: `${p.body}希望结识贵企业`,
    text: `${p.name}，您好：\n\n${p.body}请商会服务台引荐贵企业。请阅读对方留言，选择接受或婉拒，无需说明理由：\n\n${p.url}${signature}`,
  }),
  introductionReminder: (p) => ({
    subject: `请于${p.date}前答复${p.body}的引荐申请`,
    text: `${p.name}，您好：\n\n${p.body}请商会服务台引荐贵企业，期待您在${p.date}前答复。您可以接受或婉拒，无需说明理由。逾期未答复，申请将自动关闭：\n\n${p.url}${signature}`,
  }),
  introductionAnswered: (p) => ({
    subject: "您的引荐申请有新进展",
    text: `${p.name}，您好：\n\n您申请结识${p.body}一事有新进展，请查看最新状态：\n\n${p.url}${signature}`,
  }),
  certificatesEnding: (p) => ({
    subject: `${p.firm}：有证书即将到期`,
    text: `${p.name}，您好：\n\n${p.firm}档案中的以下证书即将到期：\n\n${p.lines.map((line) => `• ${line}`).join("\n")}\n\n证书到期后，匹配时不再计入。续证后，请更新有效期：\n\n${p.url}${signature}`,
  }),
  deskAnswer: (p) => ({
    subject: "商会服务台已答复您的问题",
    text: `${p.name}，您好：\n\n您的问题：\n\n${p.question}\n\n服务台答复：\n\n${p.answer}\n\n您的全部提问：\n${p.url}${signature}`,
  }),
  vettingStep: ({ name, firm, step, date, url }) => ({
    subject: fill(vettingLetters[step].subject, { firm, date }),
    text: `${name}，您好：\n\n${fill(vettingLetters[step].text, { firm, date })}\n\n${url}${signature}`,
  }),
};
