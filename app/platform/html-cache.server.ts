import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import { LRUCache } from "lru-cache";
import type { Database } from "#db/client.server.ts";
import { acceptsGzip } from "./send.server.ts";
import type { Page } from "./pages.server.ts";

type Kept = { html: Buffer; gzip: Buffer; etag: string };

const guidePage = /^\/(en|zh)\/guides(\/[A-Za-z]{2,5}(\/[a-z-]+)?)?$/;
/** Anything that could be a session, valid or not, is left to the page itself. */
const sessionCookie = "fairway_session";
const eightHoursMs = 8 * 60 * 60 * 1000;

/**
 * Finished HTML of the public guide pages, for visitors only.
 *
 * The key holds content_version, which triggers raise with every change that a visitor could see: publishing shows
 * at once, and nothing has to be invalidated. It also holds the third of the UTC day, since "review due" turns at
 * midnight, in UTC or in Beijing. A request with a session or a query string never meets the cache, in either
 * direction, and a page that sets a cookie or carries its request's nonce is not kept.
 */
export function htmlCache(db: Database, maxBytes = 64_000_000) {
  const pages = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: (kept) => kept.html.length + kept.gzip.length,
  });
  const version = db.$client.prepare("select version from content_version where id = 1").pluck();

  /** Where this request's page is or would be kept; null when it must not be. */
  function keyOf(req: Request, res: Response, now: Date): string | null {
    if (req.method !== "GET" && req.method !== "HEAD") return null;
    if (res.locals.refusal !== undefined || req.originalUrl.includes("?")) return null;
    if (!guidePage.test(req.path) || req.headers.cookie?.includes(sessionCookie)) return null;
    return `${String(version.get())} ${Math.floor(now.getTime() / eightHoursMs)} ${req.path}`;
  }

  /** Keeps a freshly rendered page, unless something in it belongs to this one request. */
  function keep(key: string, page: Page, nonce: string): Kept | null {
    if (page.status !== 200 || page.headers.has("Set-Cookie")) return null;
    if (!page.headers.get("Content-Type")?.startsWith("text/html") || page.body.includes(nonce)) return null;
    const etag = `W/"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
    const kept = { html: page.body, gzip: gzipSync(page.body, { level: 6 }), etag };
    pages.set(key, kept);
    return kept;
  }

  return { keyOf, keep, get: (key: string) => pages.get(key) };
}

/** Answers from a kept page; 304 when the browser still has it. Costs no rendering and no compression. */
export function sendKept(req: Request, res: Response, kept: Kept): void {
  res.setHeader("Cache-Control", "private, no-cache");
  res.setHeader("Vary", "Accept-Encoding, Cookie");
  res.setHeader("ETag", kept.etag);
  if (req.headers["if-none-match"]?.split(/\s*,\s*/).includes(kept.etag)) {
    res.statusCode = 304;
    res.end();
    return;
  }
  const zipped = acceptsGzip(req);
  const body = zipped ? kept.gzip : kept.html;
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  if (zipped) res.setHeader("Content-Encoding", "gzip");
  res.setHeader("Content-Length", body.length);
  res.end(req.method === "HEAD" ? undefined : body);
}
