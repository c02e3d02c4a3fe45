import type { Request, RequestHandler } from "express";
import { langOfPath, languageCookie } from "./language.ts";

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Remembers the language of a reader who comes to a page from one of ours in the other language: that is a choice,
 * while whoever follows a link from elsewhere has made none. The cookie goes onto the answer itself, never into a
 * page that is kept for others.
 */
export function rememberLanguage(appOrigin: string): RequestHandler {
  const secure = appOrigin.startsWith("https:");
  return (req, res, next) => {
    const lang = langOfPath(req.path);
    const before = cameFrom(req, appOrigin);
    if (lang && before && before !== lang) {
      res.cookie(languageCookie, lang, {
        maxAge: yearSeconds * 1000,
        httpOnly: true,
        sameSite: "lax",
        secure,
      });
    }
    next();
  };
}

/** The language of the page of ours that led here; null when it was another site's, or nobody says. */
function cameFrom(req: Request, appOrigin: string) {
  const referrer = req.get("Referer");
  if (!referrer || !URL.canParse(referrer)) return null;
  const { origin, host, pathname } = new URL(referrer);
  return origin === appOrigin || host === req.get("Host") ? langOfPath(pathname) : null;
}
