import { connect } from "node:net";
import { expect, test } from "vitest";
import { listen } from "#app/platform/http.server.ts";

const anyPort = { port: 0, host: "127.0.0.1" };

test("closing finishes what is under way, accepts nothing new, and ends idle connections", async () => {
  let arrived: () => void;
  const underWay = new Promise<void>((resolve) => (arrived = resolve));
  const server = await listen((_req, res) => {
    arrived();
    setTimeout(() => res.end("finished"), 200);
  }, anyPort);
  const idle = connect(Number(new URL(server.url).port), "127.0.0.1");
  const idleClosed = new Promise((resolve) => idle.once("close", resolve));
  const answer = fetch(server.url);
  await underWay;

  const stopped = server.stop();
  await expect(fetch(`${server.url}/new`)).rejects.toThrow();
  expect(await (await answer).text()).toBe("finished");
  await stopped;
  idle.destroy();
  await idleClosed;
});

test("a taken port is an error with its code, not a hang", async () => {
  const first = await listen((_req, res) => void res.end(), anyPort);
  const { port } = new URL(first.url);
  await expect(
    listen((_req, res) => void res.end(), { ...anyPort, port: Number(port) }),
  ).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  await first.stop();
});

test("headers beyond their limit are refused by the server itself", async () => {
  const server = await listen((_req, res) => void res.end("ok"), anyPort);
  const answer = await fetch(server.url, { headers: { "X-Large": "x".repeat(20_000) } });
  expect(answer.status).toBe(431);
  await server.stop();
});
