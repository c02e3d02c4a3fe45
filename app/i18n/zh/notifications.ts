import type { notifications as shape } from "../en/notifications.ts";

export const notifications: Record<keyof typeof shape, string> = {
  "password.changed": "您的密码已更改。如非本人操作，请立即重设密码。",
  "secondFactor.changed": "您的两步验证已变更。如非本人操作，请立即重设密码。",
  "secondFactor.recoveryUsed": "您的一个恢复码已用于登录。",
  "secondFactor.reset": "商会已应您的请求移除两步验证，请重新设置。",
  "organisation.pending": "{organisation}等待确认。",
  "organisation.confirmed": "商会已确认{organisation}。",
  "organisation.refused": "商会未能确认{organisation}。",
  "member.joined": "{name}已加入您的机构。",
  "member.left": "{name}已退出您的机构。",
  "member.removed": "您已不再属于{organisation}。",
  "member.changed": "您在{organisation}的权限已更改。",
  "feedback.error": "读者指出{placeZh}有误：“{quote}”",
  "follow.changed": "{placeZh}：{changeZh}",
  "staffRoles.changed": "您在商会的角色已更改。",
};
