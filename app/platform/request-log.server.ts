import type { RequestHandler } from "express";
import { log } from "./log.server.ts";

/** Paths whose last part is a secret that opens something; the router takes them in capitals, too. */
const secretPath =
  /\/(verify-email|reset-password|invitations|passport|suppliers\/join|account\/email|digest)\/[^/]+/i;

/** A path as it may be logged: no query (people search for themselves), no token. */
export function loggablePath(url: string): string {
  return url.split("?", 1)[0]!.slice(0, 200).replace(secretPath, "/$1/:token");
}

/** One line per request: id, method, path, status, time. No address, no query, no cookie, no agent. */
export const requestLog: RequestHandler = (req, res, next) => {
  const began = performance.now();
  res.once("close", () => {
    const line = {
      requestId: res.locals.requestId,
      method: req.method,
      path: loggablePath(req.originalUrl),
      status: res.statusCode,
      ms: Math.round((performance.now() - began) * 10) / 10,
      ...(res.writableFinished ? {} : { aborted: true }),
    };
    if (res.statusCode >= 500) log.error(line, "request");
    else log.info(line, "request");
  });
  next();
};
