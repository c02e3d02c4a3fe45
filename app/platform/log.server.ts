import { pino } from "pino";

/** JSON lines on standard output. Never log bodies, cookies, addresses or e-mails. */
export const log = pino({
  level: process.env.NODE_ENV === "test" ? "silent" : "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});
