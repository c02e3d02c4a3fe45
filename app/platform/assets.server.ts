import { existsSync, readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import express, { type RequestHandler } from "express";
import { acceptsGzip } from "./send.server.ts";

/**
 * The client build: files with a hash in their name may be kept for ever, the few others an hour. Where the build
 * left a .gz beside a file, that one is sent. Which files there are is known from the start: a page's request never
 * asks the disk for a file of its name.
 */
export function assets(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? filesIn(folder) : []);
  const send = express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders });
  return (req, res, next) => {
    const path = req.path;
    if (!files.has(path)) {
      if (path.startsWith("/assets/")) return void res.status(404).type("text").send("Not found");
      return next();
    }
    if (files.has(`${path}.gz`)) {
      res.vary("Accept-Encoding");
      if (acceptsGzip(req)) req.url = `${path}.gz`;
    }
    send(req, res, next);
  };
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`);

function setHeaders(res: ServerResponse, file: string): void {
  const hashed = file.includes(`${sep}assets${sep}`);
  res.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
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
