import type { Request, Response as ExpressResponse } from "express";
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from "react-router";
import { langOfPath, preferredLang } from "./language.ts";
import { readBody, type SenderOf } from "./request-body.server.ts";
import { refuse } from "./refusals.server.ts";

/** A finished answer, whole in memory: pages are small, and a whole one can be cached and compressed once. */
export type Page = { status: number; headers: Headers; body: Buffer };

export type ContextFor = (
  request: globalThis.Request,
  req: Request,
  res: ExpressResponse,
) => Promise<RouterContextProvider>;

/**
 * Lets the framework answer one request; knows nothing of sockets, so the cache can stand before it. `origin` is the
 * site's own: the framework's URL never holds what the sender put into Host, where a `/` or `?` would name another
 * page than the one that was asked for, under whose address the answer would be kept.
 */
export function pageRenderer(
  build: ServerBuild,
  origin: string,
  contextFor: ContextFor,
  senderOf: Whence["senderOf"],
) {
  const handle = createRequestHandler(build, process.env.NODE_ENV);
  const answers = plainAnswers(build);
  return async (req: Request, res: ExpressResponse): Promise<Page> => {
    const controller = new AbortController();
    // Only a reader who left: ending the signal of an answered request costs and tells nobody anything.
    res.once("close", () => {
      if (!res.writableFinished) controller.abort();
    });
    const request = await webRequest(req, res, { origin, signal: controller.signal, senderOf });
    const context = await contextFor(request, req, res);
    const answer = req.method === "GET" && !res.locals.refusal ? answers.get(req.path) : undefined;
    const response = (await answer?.(request, context)) ?? (await handle(request, context));
    const page = {
      status: res.locals.refusal ?? response.status,
      headers: response.headers,
      body: Buffer.from(await response.arrayBuffer()),
    };
    return req.path.startsWith("/api/") && page.status >= 400 ? asApiError(page) : page;
  };
}

type PlainAnswer = (request: globalThis.Request, context: RouterContextProvider) => Promise<Response | null>;

/**
 * The API's routes with a fixed path, by that path: their loaders are asked without the framework's way to them,
 * which costs more than finding an answer does. Null when the loader ended otherwise than with an answer of its
 * own (a redirect, a refusal, a fault); the framework then asks it again and draws what it always draws.
 */
function plainAnswers(build: ServerBuild): Map<string, PlainAnswer> {
  const answers = new Map<string, PlainAnswer>();
  for (const route of Object.values(build.routes)) {
    const loader = route?.module.loader;
    if (!route?.path?.startsWith("api/") || /[:*]/.test(route.path) || !loader) continue;
    const path = `/${route.path}`;
    answers.set(path, async (request, context) => {
      try {
        const args = {
          request,
          context,
          params: {},
          url: new URL(request.url),
          pattern: path,
          unstable_pattern: path,
        };
        const answer: unknown = await loader(args as Parameters<typeof loader>[0]);
        return answer instanceof Response ? answer : null;
      } catch {
        return null;
      }
    });
  }
  return answers;
}

type Whence = {
  origin: string;
  signal: AbortSignal;
  senderOf: (headers: Headers) => ReturnType<SenderOf>;
};

/**
 * The request as the framework wants it. A refused one becomes a GET of a page that isn't there, in the reader's
 * language: whatever was sent, no loader of a real page and no action runs.
 */
async function webRequest(
  req: Request,
  res: ExpressResponse,
  { origin, signal, senderOf }: Whence,
): Promise<globalThis.Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else value?.forEach((item) => headers.append(name, item));
  }
  // Whence a form may come is settled (refusals.server.ts); the framework would hold it against `origin` alone.
  headers.delete("origin");
  let body: Buffer<ArrayBuffer> | undefined;
  if (req.method === "POST" && !res.locals.refusal) {
    const read = await readBody(req, () => senderOf(headers));
    if (read.ok) body = Buffer.from(read.bytes);
    else refuse(res, read.status);
  }
  if (res.locals.refusal) {
    // What was sent and not read must not be taken for the next request of this connection.
    if (!req.complete) res.set("Connection", "close");
    const lang = langOfPath(req.path) ?? preferredLang(headers);
    const path = req.path.startsWith("/api/") ? "/api/-" : `/${lang}/-`;
    return new globalThis.Request(origin + path, { headers: withoutBody(headers), signal });
  }
  return new globalThis.Request(origin + req.originalUrl, { method: req.method, headers, body, signal });
}

function withoutBody(headers: Headers): Headers {
  for (const name of ["content-type", "content-length", "transfer-encoding"]) headers.delete(name);
  return headers;
}

const apiErrors: Record<number, [code: string, message: string]> = {
  400: ["bad_request", "The request could not be read."],
  401: ["unauthorized", "Sign in first."],
  403: ["forbidden", "This is not open to you."],
  404: ["not_found", "There is nothing at this address."],
  405: ["method_not_allowed", "This address does not take that method."],
  413: ["too_large", "The request is too large."],
  414: ["url_too_long", "The address is too long."],
  415: ["unsupported_media_type", "The request has a type that is not taken here."],
  429: ["too_many_requests", "Too many requests; try again in a minute."],
};

/** Every error below /api is JSON; a route's own error document stays as it is. */
function asApiError(page: Page): Page {
  if (page.headers.get("Content-Type")?.includes("json")) return page;
  const [code, message] = apiErrors[page.status] ?? ["internal", "Something went wrong on our side."];
  page.headers.set("Content-Type", "application/json; charset=utf-8");
  return { ...page, body: Buffer.from(JSON.stringify({ error: { code, message } })) };
}
