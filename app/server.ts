import express, { type ErrorRequestHandler } from "express";
import { RouterContextProvider } from "react-router";
import * as build from "virtual:react-router/server-build";
import { resolveActor } from "#app/modules/accounts/resolve-actor.server.ts";
import { assets } from "#app/platform/assets.server.ts";
import { clientKey } from "#app/platform/client-key.server.ts";
import { requestContext } from "#app/platform/context.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { env, SettingError } from "#app/platform/env.server.ts";
import { identify, securityHeaders } from "#app/platform/headers.server.ts";
import { health } from "#app/platform/health.server.ts";
import { htmlCache, sendKept } from "#app/platform/html-cache.server.ts";
import { listen } from "#app/platform/http.server.ts";
import { log } from "#app/platform/log.server.ts";
import { startMail } from "#app/platform/mail.server.ts";
import { pageRenderer } from "#app/platform/pages.server.ts";
import { refuseForeignOrigin, refuseMalformed } from "#app/platform/refusals.server.ts";
import { requestLog } from "#app/platform/request-log.server.ts";
import { send } from "#app/platform/send.server.ts";
import packageJson from "../package.json";

export { SettingError };

/** What runs beside the requests: the database and the workers. `close` stops them in the order of use. */
export async function openServices() {
  const settings = env();
  const db = database();
  const mail = startMail({ db, smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM, log });
  let closing = false;
  return {
    db,
    closing: () => closing,
    startClosing: () => void (closing = true),
    async close() {
      await mail.stop();
      closeDatabase();
    },
  };
}

export type Services = Awaited<ReturnType<typeof openServices>>;

export function createApp(services: Services, options: { clientFolder?: string; dev?: boolean } = {}) {
  const settings = env();
  const { db } = services;
  const cache = htmlCache(db, { sessionCookie: "fairway_session" });
  const tls = settings.APP_ORIGIN.startsWith("https:");

  const render = pageRenderer(build, async (request, req, res) => {
    const now = new Date();
    const { requestId, nonce, refusal } = res.locals;
    const actor = refusal ? { kind: "visitor" as const } : await resolveActor(db, request, now);
    const context = new RouterContextProvider();
    const key = clientKey(req.ip, settings.SESSION_SECRET);
    context.set(requestContext, { db, actor, now, requestId, nonce, clientKey: key, refusal });
    return context;
  });

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", settings.TRUST_PROXY);
  app.use(identify);
  app.use(health({ version: packageJson.version, db, closing: services.closing }));
  app.use(securityHeaders({ tls, dev: options.dev ?? false }));
  if (options.clientFolder) app.use(assets(options.clientFolder));
  app.use(requestLog);
  app.use(refuseMalformed);
  app.use(refuseForeignOrigin(settings.APP_ORIGIN));
  app.use(async (req, res) => {
    const key = options.dev ? null : cache.keyOf(req, res, new Date());
    const kept = key === null ? undefined : cache.get(key);
    if (kept) return sendKept(req, res, kept);
    const page = await render(req, res);
    const fresh = key === null ? null : cache.keep(key, page, res.locals.nonce);
    if (fresh) return sendKept(req, res, fresh);
    if (!page.headers.has("Cache-Control")) page.headers.set("Cache-Control", "private, no-cache");
    await send(req, res, page);
  });
  app.use(lastResort);
  return app;
}

/** Faults outside the framework, which draws its own error pages: a plain answer with the request id. */
const lastResort: ErrorRequestHandler = (error, _req, res, next) => {
  const requestId = res.locals.requestId;
  log.error({ err: error as unknown, requestId }, "request failed");
  if (res.headersSent) return next(error);
  res.status(500).type("text").send(`Something went wrong on our side. 系统出错了。 ${requestId}\n`);
};

/** Opens everything, listens, and gives the address and the way to close again in good order. */
export async function start() {
  const settings = env();
  const services = await openServices();
  const app = createApp(services, { clientFolder: "build/client" });
  const server = await listen(app, { port: settings.PORT, host: settings.HOST });
  log.info({ url: server.url, version: packageJson.version }, "serving");
  return {
    url: server.url,
    async close() {
      services.startClosing();
      await server.stop();
      await services.close();
      log.info("closed");
    },
  };
}
