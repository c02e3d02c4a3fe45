import type { notifications as shape } from "../en/notifications.ts";

export const notifications: Record<keyof typeof shape, string> = {
  "password.changed": "您的密码已更改。如非本人操作，请立即重置密码。",
};
