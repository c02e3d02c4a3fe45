import type { Lang } from "./context.ts";

/**
 * English or Chinese from an Accept-Language header (RFC 9110): the one with the higher weight, English on a tie
 * or when neither is asked for.
 */
export function preferredLang(header: string | null): Lang {
  const weights: Record<Lang, number> = { en: 0, zh: 0 };
  for (const part of (header ?? "").split(",")) {
    const [tag = "", ...params] = part.trim().toLowerCase().split(";");
    const lang = tag.split("-")[0];
    if (lang !== "en" && lang !== "zh") continue;
    const q = Number(params.find((param) => param.trim().startsWith("q="))?.split("=")[1] ?? 1);
    weights[lang] = Math.max(weights[lang], Number.isFinite(q) ? q : 0);
  }
  return weights.zh > weights.en ? "zh" : "en";
}
