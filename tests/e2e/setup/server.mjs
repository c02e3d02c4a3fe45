// The server that the browser stories talk to: the real one, from the real start script, on a new demo town.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const data = fileURLToPath(new URL("../../../.cache/e2e-data", import.meta.url));
rmSync(data, { recursive: true, force: true });
const port = process.env.E2E_PORT ?? "3977";
Object.assign(process.env, { PORT: port, HOST: "127.0.0.1", DATA_DIR: data, DEMO: "1", LOG_LEVEL: "warn" });
for (const name of ["APP_ORIGIN", "SMTP_URL", "SESSION_SECRET", "MEILI_URL", "MEILI_KEY", "TRUST_PROXY"]) {
  delete process.env[name];
}
await import("../../../scripts/start.mjs");
