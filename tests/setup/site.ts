import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { createElement, type FunctionComponent } from "react";
import {
  isRouteErrorResponse,
  Outlet,
  useActionData,
  useLoaderData,
  useRouteError,
  type ServerBuild,
} from "react-router";
import { onTestFinished } from "vitest";
import { createApp, type AppParts } from "#app/platform/app.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import * as entry from "#app/entry.server.tsx";
import type { Database } from "#db/client.server.ts";

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];
type Routes = Record<string, Partial<RouteModule>>;

/** A page that shows whatever error ended the request, as the real shell does. */
const frame: Partial<RouteModule> = {
  default: () => createElement("html", null, createElement("body", null, createElement(Outlet))),
  ErrorBoundary: () => {
    const error = useRouteError();
    const status = isRouteErrorResponse(error) ? error.status : 500;
    return createElement("html", null, createElement("body", null, `error page ${status}`));
  },
};

/** A page's module whose component gets what its loader and action gave, as the build does it for the real site. */
export function withProps<Module extends object>(module: Module): Module {
  const page = (module as { default: FunctionComponent<Record<string, unknown>> }).default;
  const Drawn = () => createElement(page, { loaderData: useLoaderData(), actionData: useActionData() });
  return { ...module, default: Drawn };
}

/** What answers a refused request: any address, first line guarded, as in app/routes/not-found.tsx. */
const anythingElse: Partial<RouteModule> = {
  loader: (args) => {
    guard(args, "site.read");
    throw new Response(null, { status: 404 });
  },
  default: () => null,
};

function buildOf(pages: Routes): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  const known: ServerBuild["assets"]["routes"] = {};
  for (const [path, module] of Object.entries({ ":lang/*": anythingElse, ...pages })) {
    routes[path] = { id: path, parentId: "root", path, module: module as RouteModule };
  }
  routes.root = { id: "root", path: "", module: frame as RouteModule };
  for (const id of Object.keys(routes)) {
    known[id] = {
      id,
      module: "",
      parentId: routes[id]!.parentId,
      path: routes[id]!.path,
      hasAction: false,
      hasLoader: false,
      hasClientAction: false,
      hasClientLoader: false,
      hasClientMiddleware: false,
      hasErrorBoundary: false,
      clientActionModule: undefined,
      clientLoaderModule: undefined,
      clientMiddlewareModule: undefined,
      hydrateFallbackModule: undefined,
    };
  }
  return {
    entry: { module: entry },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: known, url: "", version: "test" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v8_middleware: true } as ServerBuild["future"],
    ssr: true,
    isSpaMode: false,
    prerender: [],
    // The real build does without: here the framework would answer, so that only our own refusal keeps it from it.
    routeDiscovery: { mode: "lazy", manifestPath: "/__manifest" },
  };
}

/** The real pipeline on a free port, with a few pages of the test's own behind it. */
export async function testSite(
  db: Database,
  pages: Routes,
  parts: Partial<AppParts> = {},
): Promise<{ url: string; ask(path: string, init?: RequestInit): Promise<Response> }> {
  const app = createApp({
    build: buildOf(pages),
    db,
    settings: { APP_ORIGIN: "https://fairway.example", SESSION_SECRET: "s".repeat(32), TRUST_PROXY: 0 },
    version: "0.0.0",
    resolveActor: async () => ({ kind: "visitor" }),
    searchStatus: () => ({ engine: "sqlite", ok: true, pending: 0 }),
    closing: () => false,
    ...parts,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, ask: (path, init) => fetch(url + path, { redirect: "manual", ...init }) };
}
