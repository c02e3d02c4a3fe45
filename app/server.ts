import { randomBytes, randomUUID } from "node:crypto";
import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express from "express";
import { RouterContextProvider } from "react-router";
import * as build from "virtual:react-router/server-build";
import { resolveActor } from "#app/modules/accounts/resolve-actor.server.ts";
import { requestContext } from "#app/platform/context.ts";
import { database } from "#app/platform/database.server.ts";

export function createApp() {
  const app = express();
  app.disable("x-powered-by");
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
  app.use(compression());
  app.use(
    createRequestHandler({
      build,
      async getLoadContext(request) {
        const context = new RouterContextProvider();
        const now = new Date();
        const db = database();
        const web = new Request(`http://x${request.url}`, {
          headers: { cookie: request.headers.cookie ?? "" },
        });
        context.set(requestContext, {
          db,
          actor: await resolveActor(db, web, now),
          now,
          requestId: randomUUID(),
          nonce: randomBytes(16).toString("base64"),
          clientKey: "local",
        });
        return context;
      },
    }),
  );
  return app;
}
