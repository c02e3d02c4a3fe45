import express, { type ErrorRequestHandler, type Express } from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import type { Database } from "#db/client.server.ts";
import { assets } from "./assets.server.ts";
import { clientKey } from "./client-key.server.ts";
import { requestContext, type Actor } from "./context.ts";
import type { Env } from "./env.server.ts";
import { identify, securityHeaders } from "./headers.server.ts";
import { health, type SearchStatus } from "./health.server.ts";
import { htmlCache, sendKept } from "./html-cache.server.ts";
import { log } from "./log.server.ts";
import { pageRenderer, type ContextFor, type Page } from "./pages.server.ts";
import { refuseForeignOrigin, refuseMalformed } from "./refusals.server.ts";
import { rememberLanguage } from "./remember-language.server.ts";
import { requestLog } from "./request-log.server.ts";
import { send } from "./send.server.ts";

export type AppParts = {
  build: ServerBuild;
  db: Database;
  settings: Pick<Env, "APP_ORIGIN" | "SESSION_SECRET" | "TRUST_PROXY">;
  version: string;
  resolveActor(db: Database, request: Request, now: Date): Promise<Actor>;
  searchStatus(): SearchStatus;
  closing(): boolean;
  /** Where the client build lies; absent in development, where Vite serves it. */
  clientFolder?: string;
  dev?: boolean;
};

/**
 * Everything a request passes through, in order: id, health, headers, assets, log, refusals, kept pages, pages.
 * What is refused early gets the same error page as everything else.
 */
export function createApp(parts: AppParts): Express {
  const { db, settings, dev = false } = parts;
  const cache = htmlCache(db);

  const senderOf = async (headers: Headers) => {
    const actor = await parts.resolveActor(db, new Request(settings.APP_ORIGIN, { headers }), new Date());
    return actor.kind === "user" ? actor.userId : null;
  };
  const contextFor: ContextFor = async (request, req, res) => {
    const now = new Date();
    const { requestId, nonce, refusal } = res.locals;
    const actor = refusal ? { kind: "visitor" as const } : await parts.resolveActor(db, request, now);
    if (actor.kind === "user") res.set("Cache-Control", "private, no-store");
    const context = new RouterContextProvider();
    const key = clientKey(req.ip, settings.SESSION_SECRET);
    context.set(requestContext, { db, actor, now, requestId, nonce, clientKey: key, refusal });
    return context;
  };
  const render = pageRenderer(parts.build, settings.APP_ORIGIN, contextFor, senderOf);

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", settings.TRUST_PROXY);
  app.use(identify);
  app.use(health({ version: parts.version, db, search: parts.searchStatus, closing: parts.closing }));
  app.use(securityHeaders({ tls: settings.APP_ORIGIN.startsWith("https:"), dev }));
  if (parts.clientFolder) app.use(assets(parts.clientFolder));
  app.use(requestLog);
  app.use(refuseMalformed);
  app.use(refuseForeignOrigin(settings.APP_ORIGIN));
  app.use(rememberLanguage(settings.APP_ORIGIN));
  app.use(async (req, res) => {
    const key = dev ? null : cache.keyOf(req, res, new Date());
    const kept = key === null ? undefined : cache.get(key);
    if (kept) return sendKept(req, res, kept);
    const page = await render(req, res);
    if (dev) addReloadClient(page);
    const fresh = key === null ? null : cache.keep(key, page, res.locals.nonce);
    if (fresh) return sendKept(req, res, fresh);
    await send(req, res, page);
  });
  app.use(lastResort);
  return app;
}

/** While somebody develops, each page listens for Vite's word that a file changed. */
function addReloadClient(page: Page): void {
  if (!page.headers.get("Content-Type")?.startsWith("text/html")) return;
  const client = '<script type="module" src="/@vite/client"></script></head>';
  page.body = Buffer.from(page.body.toString().replace("</head>", client));
}

/** Faults outside the framework, which draws its own error pages: a plain answer with the request id. */
const lastResort: ErrorRequestHandler = (error, _req, res, next) => {
  const requestId = res.locals.requestId;
  log.error({ err: error as unknown, requestId }, "request failed");
  if (res.headersSent) return next(error);
  res.status(500).type("text").send(`Something went wrong on our side. 系统出错了。 ${requestId}\n`);
};
