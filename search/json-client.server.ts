import http from "node:http";
import https from "node:https";

export type AskJson = (
  method: "GET" | "POST",
  path: string,
  options: { body?: string; signal?: AbortSignal | undefined },
) => Promise<unknown>;

/** The other side answered, but not with what was asked for. `code` is the engine's own word where it gave one. */
export class RefusedAnswer extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
    this.name = "RefusedAnswer";
  }
}

/**
 * Asks an HTTP server for JSON over kept connections, at a fraction of what `fetch` costs: on the way of every
 * search that is a third of the work. Replies are asked for uncompressed, as compressed ones stall for about 40 ms
 * on a kept connection.
 *
 * Rejects with the network's error, the signal's reason, `RefusedAnswer` for a status from 400, or `SyntaxError`
 * when the answer is no JSON.
 */
export function jsonClient(base: string, key: string): AskJson {
  const url = new URL(base);
  const { request, Agent } = url.protocol === "https:" ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const prefix = url.pathname.replace(/\/$/, "");
  const headers = {
    Authorization: `Bearer ${key}`,
    "Accept-Encoding": "identity",
    Accept: "application/json",
  };
  return (method, path, { body, signal }) =>
    new Promise((resolve, reject) => {
      const asking = request(
        {
          method,
          agent,
          host: url.hostname,
          port: url.port || undefined,
          path: `${prefix}/${path}`,
          headers:
            body === undefined
              ? headers
              : { ...headers, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) },
          ...(signal ? { signal } : {}),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            try {
              resolve(read(answer.statusCode ?? 0, Buffer.concat(chunks).toString()));
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          });
        },
      );
      asking.on("error", reject);
      asking.end(body);
    });
}

function read(status: number, text: string): unknown {
  if (status < 400) return JSON.parse(text);
  let code = "error";
  try {
    code = String((JSON.parse(text) as { code?: unknown }).code ?? code);
  } catch {
    // A page of HTML from a proxy: the status says enough.
  }
  throw new RefusedAnswer(status, code);
}
