import type { Lang } from "#app/platform/context.ts";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

export type Dictionary = typeof en;

/** All words of one language. English is the shape; a missing Chinese word is a type error. */
export function dictionary(lang: Lang): Dictionary {
  return lang === "zh" ? zh : en;
}
