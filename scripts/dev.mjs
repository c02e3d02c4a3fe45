// `npm run dev`: the same server with Vite in front of it. Changed styles and pages reload by themselves.
import { createServer } from "node:http";
import { address, checkNode, checkPort, command, ensureInstalled, forwardSignals } from "./bootstrap.mjs";
import { prepareData, root, say } from "./bootstrap.mjs";

await command(async () => {
  checkNode();
  const { port, host } = address();
  await checkPort(port, host);
  process.env.NODE_ENV = "development";
  const release = forwardSignals();
  await ensureInstalled();
  await prepareData();
  release();

  const server = createServer();
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({
    root,
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  // Pages are finished HTML: whatever changed, the browser shows it by loading the page again.
  let pending;
  vite.watcher.on("change", () => {
    clearTimeout(pending);
    pending = setTimeout(() => vite.ws.send({ type: "full-reload" }), 100);
  });

  // Vite gives the same module until one of its files changes; then the old services close and new ones open.
  let loaded, services, app;
  let queue = Promise.resolve();
  const currentApp = () =>
    (queue = queue
      .catch(() => undefined)
      .then(async () => {
        const server = await vite.ssrLoadModule("./app/server.ts");
        if (server !== loaded) {
          await services?.close();
          services = await server.openServices();
          app = server.appOn(services, { dev: true, closing: () => false });
          loaded = server;
        }
        return app;
      }));

  server.on("request", (req, res) => {
    vite.middlewares(req, res, async () => {
      try {
        (await currentApp())(req, res);
      } catch (error) {
        vite.ssrFixStacktrace(error);
        console.error(error);
        res.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error.stack);
      }
    });
  });
  server.listen(port, host, () => say(`Fairway 航道, development, serves http://${host}:${port}`));

  const close = async () => {
    server.close();
    server.closeAllConnections();
    await services?.close();
    await vite.close();
    process.exit(0);
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
});
