import type { Lang } from "./context.ts";

/** Holds the language that a reader went over to, for addresses that name none. */
export const languageCookie = "fairway_lang";

/** The language that a path names: `/zh/guides` → zh; null for `/`, `/api` and files. */
export function langOfPath(path: string): Lang | null {
  return (/^\/(en|zh)(?=\/|$)/.exec(path)?.[1] ?? null) as Lang | null;
}

/** The reader's language where the address names none: the remembered one, else what the browser asks for. */
export function preferredLang(headers: Headers): Lang {
  const remembered = new RegExp(`(?:^|;\\s*)${languageCookie}=(en|zh)(?:;|$)`).exec(
    headers.get("cookie") ?? "",
  );
  return (remembered?.[1] as Lang | undefined) ?? acceptedLang(headers.get("accept-language"));
}

/**
 * English or Chinese from an Accept-Language header (RFC 9110): the one with the higher weight, English on a tie
 * or when neither is asked for.
 */
function acceptedLang(header: string | null): Lang {
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
