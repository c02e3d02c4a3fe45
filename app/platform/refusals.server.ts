import type { Request, RequestHandler, Response } from "express";

/** Longest URL we answer, in characters: a search with every filter stays far below. */
const maxUrlLength = 4096;

const methods = ["GET", "HEAD", "POST"];

/**
 * Marks a request as refused. The page for it is drawn like every error page; no action and no body reader sees
 * the request any more (app/platform/pages.server.ts).
 */
export function refuse(res: Response, status: number): void {
  res.locals.refusal ??= status;
}

/** Refuses what no page of ours could ever be asked for, before anything costs time. */
export const refuseMalformed: RequestHandler = (req, res, next) => {
  if (req.originalUrl.length > maxUrlLength) refuse(res, 414);
  else if (!decodes(req.originalUrl) || !meansItself(req)) refuse(res, 400);
  else if (!methods.includes(req.method)) {
    res.set("Allow", methods.join(", "));
    refuse(res, 405);
  } else if (isFrameworkEndpoint(req.path)) refuse(res, 404);
  next();
};

/** A path that cannot be decoded, or that hides a NUL, can name nothing. */
function decodes(url: string): boolean {
  try {
    return !decodeURIComponent(url.split("?", 1)[0]!).includes("\0");
  } catch {
    return false;
  }
}

/**
 * Whether the path is the one that URL parsers see: `\`, `.` and `..` (also as %2e) would make the framework serve
 * another page than the one that was looked at here, and a whole address or `*` in its place none at all. Browsers
 * send none of these.
 */
function meansItself({ originalUrl, path }: Request): boolean {
  if (!originalUrl.startsWith("/")) return false;
  const { pathname } = new URL(`http://localhost${originalUrl}`);
  return decodeURIComponent(pathname) === decodeURIComponent(path);
}

/**
 * The framework's own data endpoints: pages are finished HTML, so nobody needs them, and `/__manifest` could be
 * made to block the event loop for seconds by one long request.
 */
function isFrameworkEndpoint(path: string): boolean {
  return path.startsWith("/__manifest") || path.endsWith("/__manifest") || path.endsWith(".data");
}

/**
 * Refuses every mutation that another site caused. Browsers send Origin on each POST ("null" from sandboxed
 * frames and data: pages) and Sec-Fetch-Site; a request with neither comes from no browser, so carries nobody's
 * cookies against their will.
 */
export function refuseForeignOrigin(appOrigin: string): RequestHandler {
  return (req, res, next) => {
    if (req.method !== "GET" && req.method !== "HEAD" && isForeign(req, appOrigin)) refuse(res, 403);
    next();
  };
}

function isForeign(req: Request, appOrigin: string): boolean {
  const site = req.get("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = req.get("Origin");
  return origin !== undefined && origin !== appOrigin && origin !== `${req.protocol}://${req.get("Host")}`;
}
