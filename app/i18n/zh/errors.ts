import type { errors as shape } from "../en/errors.ts";

export const errors: Record<keyof typeof shape, string> = {
  "form.required": "请填写此项。",
  "form.invalid": "请检查此项内容。",
};
