import type { ownAccount as shape } from "../en/own-account.ts";

export const ownAccount: typeof shape = {
  change: "更改",
  yourData: "我的数据",
  download: "下载我的数据（JSON）",
  downloadHint:
    "账户、所属机构、登录设备、通知、清单、关注、已存搜索、提问与纠错，即平台保存的全部个人信息。",
  closeLink: "注销账户",

  email: {
    title: "更改邮箱",
    now: "当前邮箱",
    newEmail: "新邮箱",
    lead: "我们会向新邮箱发送确认链接，并告知当前邮箱。打开链接并确认之前，一切不变。",
    ends: "确认后请用新邮箱登录，其他设备将全部退出登录。",
    submit: "发送确认链接",
    pendingTitle: "等待确认",
    pending: (email, until) =>
      `邮件已发往${email}，其中的链接只能使用一次，${until}前有效。没有收到？请查看垃圾邮件，并核对邮箱拼写。`,
    cancel: "继续使用当前邮箱",
  },
  confirm: {
    title: "确认新邮箱",
    lead: (email) => `账户邮箱将改为${email}，其他设备将全部退出登录。`,
    passwordLead: "请填写要更改邮箱的账户的密码。",
    submit: "确认新邮箱",
    goneTitle: "链接已失效",
    gone: "链接已使用、已取消或已超过24小时，账户没有任何变动。",
    again: "前往我的账户",
  },
  close: {
    title: "注销账户",
    lead: "注销后无法恢复。",
    goesTitle: "立即删除",
    goes: [
      "姓名、邮箱、密码和两步验证",
      "全部登录：所有设备均会退出",
      "机构成员身份和各种角色，以及您发出但尚未接受的邀请",
      "通知、待发邮件和邮件中的链接",
      "您的清单、关注、已存搜索和向商会的提问",
    ],
    staysTitle: "予以保留",
    stays: [
      "所属机构的记录，包括企业档案和已作出的决定",
      "审计记录和指南的历史版本，其中只剩一个无法追溯到您的编号",
      "对指南的纠错（不含姓名），以及同事已收到的通知",
    ],
    vacantTitle: "贵机构没有其他成员",
    vacant: (organisation) =>
      `${organisation}的记录由商会保管，并标为无人代表。同事向商会证明身份后，可由商会移交。想自己指定接手人？请先邀请对方担任负责人。`,
    pendingVacant: (organisation) => `${organisation}尚未经商会确认，其登记将随账户一并撤回。`,
    toMembers: "前往成员页面",
    keepCopy: "注销之前：下载我的数据（JSON）",
    password: "请输入密码以注销账户",
    submit: "永久注销我的账户",
    back: "保留账户",
    cannot: "暂时无法注销",
  },
  vacant: {
    title: "无人代表的机构",
    lead: "最后一名成员已注销账户。请先核实申请人身份，再邀请其担任负责人。",
    since: "起始日期",
    email: "新负责人的邮箱",
    submit: "邀请担任负责人",
    invited: "已邀请",
  },
  standing: {
    title: { disable: "停用账户", enable: "恢复账户" },
    pick: (name) => `选择${name}`,
    choose: "选择",
    chosen: "对所选账户：",
    lead: {
      disable: "这些账户的登录将全部结束，且不能再登录；记录予以保留，账户可随时恢复。",
      enable: "这些人员可以重新登录。",
    },
    already: { disable: "已经停用", enable: "本来正常" },
    you: "您本人的账户，不作更改",
    submit: {
      disable: (count) => `停用${count}个账户`,
      enable: (count) => `恢复${count}个账户`,
    },
    back: "返回列表",
    none: "没有可更改的账户",
    noneText: "请在列表中选择需要更改状态的账户。",
    csv: "下载CSV",
  },
};
