import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import {
  isRouteErrorResponse,
  ServerRouter,
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
} from "react-router";
import { requestContext } from "#app/platform/context.ts";
import { log } from "#app/platform/log.server.ts";

/**
 * Renders the whole page before anything is sent: nothing hydrates it, loaders are synchronous, and a finished
 * page can be cached and gets the right status even when a component fails.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { nonce, requestId } = loadContext.get(requestContext);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let code = status;
    const collector = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(Buffer.from(chunk));
        done();
      },
      final(done) {
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(Buffer.concat(chunks), { status: code, headers }));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(<ServerRouter context={entryContext} url={request.url} />, {
      nonce,
      onAllReady: () => pipe(collector),
      onShellError: reject,
      onError(error) {
        code = 500;
        log.error({ err: error, requestId }, "render failed");
      },
    });
  });
}

/** Faults are logged once, with the request id; expected refusals and aborted requests are not faults. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || error instanceof Response || isRouteErrorResponse(error)) return;
  const requestId = (context as RouterContextProvider).get(requestContext).requestId;
  log.error({ err: error, requestId }, "request failed");
};
