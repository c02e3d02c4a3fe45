import type { notices as shape } from "../en/notices.ts";

export const notices: Record<keyof typeof shape, string> = {
  saved: "已保存。",
};
