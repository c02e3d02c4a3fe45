import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response } from "express";
import type { Page } from "./pages.server.ts";

const compress = promisify(gzip);
const compressible = /^(text\/|application\/(json|xml|javascript|problem\+json)|image\/svg)/;

export const acceptsGzip = (req: Request) =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(req.get("Accept-Encoding") ?? "");

/**
 * Sends a finished answer, gzipped where that pays. Never brotli: compressing a page anew with it costs three
 * times as much as rendering it.
 */
export async function send(req: Request, res: Response, page: Page): Promise<void> {
  if (res.destroyed) return;
  res.status(page.status);
  for (const [name, value] of page.headers) {
    if (name !== "set-cookie") res.set(name, value);
  }
  if (!res.hasHeader("Cache-Control")) res.set("Cache-Control", "private, no-cache");
  for (const cookie of page.headers.getSetCookie()) res.append("Set-Cookie", cookie);
  let body = page.body;
  if (body.length > 1_000 && compressible.test(page.headers.get("Content-Type") ?? "")) {
    res.vary("Accept-Encoding");
    if (acceptsGzip(req)) {
      body = await compress(body, { level: 6 });
      res.set("Content-Encoding", "gzip");
    }
  }
  res.set("Content-Length", String(body.length));
  res.end(req.method === "HEAD" ? undefined : body);
}
