import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Listening = { url: string; stop(): Promise<void> };

/** Longest wait for requests in flight at shutdown; what still runs then is cut. */
const graceMs = 10_000;

/**
 * Listens with limits on slow and oversized requests. `stop` accepts nothing new, lets requests in flight finish
 * and resolves when the last connection is closed.
 */
export async function listen(
  app: RequestListener,
  address: { port: number; host: string },
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 16_384, requireHostHeader: true }, app);
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  // Longer than the idle time of common proxies (60 s), so that they never reuse a connection that we just closed.
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return { url: `http://${host}:${port}`, stop: stopper(server) };
}

/** Counts requests under way: once there are none, connections that browsers merely keep open are cut. */
function stopper(server: Server): () => Promise<void> {
  let underWay = 0;
  let stopping = false;
  const cutWhenDone = () => {
    if (stopping && underWay === 0) server.closeAllConnections();
  };
  server.on("request", (_req, res) => {
    underWay += 1;
    res.once("close", () => {
      underWay -= 1;
      cutWhenDone();
    });
  });
  return () =>
    new Promise((resolve) => {
      stopping = true;
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      cutWhenDone();
    });
}
