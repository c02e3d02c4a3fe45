import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import {
  ServerRouter,
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
} from "react-router";
import { requestContext } from "#app/platform/context.ts";
import { log } from "#app/platform/log.server.ts";

const abortAfterMs = 5_000;
export const streamTimeout = abortAfterMs + 1_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { nonce } = loadContext.get(requestContext);
  const wholePage = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let code = status;
    const respond = () => {
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { status: code, headers }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entryContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        [wholePage ? "onAllReady" : "onShellReady"]: respond,
        onShellError: reject,
        onError(error) {
          code = 500;
          log.error({ err: error }, "render failed");
        },
      },
    );
    setTimeout(abort, abortAfterMs).unref();
  });
}

/** Faults are logged once, with the request id; expected refusals and aborted requests are not faults. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  if (error instanceof Response) return;
  const requestId = (context as RouterContextProvider).get(requestContext).requestId;
  log.error({ err: error, requestId }, "request failed");
};
