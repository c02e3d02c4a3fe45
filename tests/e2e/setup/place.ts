import { fileURLToPath } from "node:url";

/** Where the browser stories' server listens and keeps its data; E2E_PORT when the usual one is taken. */
const e2ePort = Number(process.env.E2E_PORT ?? 3977);
export const e2eOrigin = `http://127.0.0.1:${e2ePort}`;
export const e2eData = fileURLToPath(new URL("../../../.cache/e2e-data", import.meta.url));
