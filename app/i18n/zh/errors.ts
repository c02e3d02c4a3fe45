import type { errors as shape } from "../en/errors.ts";

export const errors: Record<keyof typeof shape, string> = {
  "form.required": "请填写此项。",
  "form.invalid": "请检查此项内容。",
  "form.tooShort": "请至少填写{min}个字符。",
  "form.tooLong": "请不要超过{max}个字符。",
  "form.tooLow": "不能小于{min}。",
  "form.tooHigh": "不能大于{max}。",
  "rate.tooMany": "操作过于频繁，请在{minutes}分钟后重试。",
};
