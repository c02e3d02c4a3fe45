import { existsSync, readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, sep } from "node:path";
import express, { Router, type RequestHandler } from "express";
import { acceptsGzip } from "./send.server.ts";

/**
 * The client build: files with a hash in their name may be kept for ever, the few others an hour. Where the build
 * left a .gz beside a file, that one is sent.
 */
export function assets(folder: string): Router {
  const router = Router();
  router.use(preferCompressed(folder));
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", setHeaders }),
  );
  router.use("/assets", (_req, res) => void res.status(404).type("text").send("Not found"));
  router.use(express.static(folder, { maxAge: "1h", index: false, redirect: false, setHeaders }));
  return router;
}

/** Which files have a compressed form is known from the start: a request never asks the disk for it. */
function preferCompressed(folder: string): RequestHandler {
  const compressed = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".gz"))
          .map((name) => `/${name.split(sep).join("/").slice(0, -3)}`)
      : [],
  );
  return (req, res, next) => {
    if (compressed.has(req.path)) {
      res.vary("Accept-Encoding");
      if (acceptsGzip(req)) req.url = `${req.path}.gz`;
    }
    next();
  };
}

function setHeaders(res: ServerResponse, file: string): void {
  if (!file.endsWith(".gz")) return;
  res.setHeader("Content-Encoding", "gzip");
  res.setHeader("Content-Type", types[/\.(\w+)\.gz$/.exec(file)?.[1] ?? ""] ?? "application/octet-stream");
}

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};
