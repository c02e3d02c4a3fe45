import { randomBytes, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { keptKey, keyExpected, readKey } from "./signing-key.server.ts";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const flag = (fallback: boolean) =>
  optional(z.enum(["0", "1"], { error: "0 or 1" })).transform((value) =>
    value === undefined ? fallback : value === "1",
  );

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const httpUrl = z.url({ protocol: /^https?$/, error: "an http or https URL" });

/** Thrown when a setting is wrong; `message` names the variable and what is expected. */
export class SettingError extends Error {}

function schemaFor(production: boolean) {
  return z.object({
    NODE_ENV: z.enum(["production", "development", "test"]).catch("development"),
    PORT: optional(
      z.coerce
        .number({ error: "a port number" })
        .int("a whole number")
        .min(0, "0 to 65535")
        .max(65535, "0 to 65535"),
    ).transform((port) => port ?? 3000),
    HOST: optional(z.string()).transform((host) => host ?? "127.0.0.1"),
    APP_ORIGIN: optional(httpUrl.transform((url) => new URL(url).origin)),
    DATA_DIR: optional(z.string()).transform((dir) => resolve(dir ?? "data")),
    MEILI_URL: optional(httpUrl),
    MEILI_KEY: optional(z.string()),
    SEARCH_ENGINE: optional(
      z.enum(["auto", "meilisearch", "sqlite"], { error: "auto, meilisearch or sqlite" }),
    ).transform((engine) => engine ?? "auto"),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "an smtp or smtps URL" })),
    MAIL_FROM: optional(z.string()).transform((from) => from ?? "Fairway 航道 <no-reply@fairway.example>"),
    DEMO: flag(!production),
    /** How many proxies stand in front and set X-Forwarded-For; 0 = none. */
    TRUST_PROXY: optional(z.coerce.number({ error: "a number of proxies" }).int().min(0)).transform(
      (hops) => hops ?? 0,
    ),
    LOG_LEVEL: optional(z.enum(logLevels, { error: `one of ${logLevels.join(", ")}` })),
    SESSION_SECRET: optional(z.string().min(32, "at least 32 characters")),
    SIGNING_KEY: optional(
      z.string().transform((text, check) => {
        const key = readKey(text);
        if (key) return key;
        // Never the text itself: it may be a key with a slip of the hand in it.
        check.addIssue({ code: "custom", message: keyExpected });
        return z.NEVER;
      }),
    ),
  });
}

export type Env = Omit<
  z.infer<ReturnType<typeof schemaFor>>,
  "SESSION_SECRET" | "SIGNING_KEY" | "APP_ORIGIN"
> & {
  SESSION_SECRET: string;
  APP_ORIGIN: string;
  /** A key object: printed or logged by mistake, it shows nothing of itself. */
  SIGNING_KEY: KeyObject;
};

/**
 * Reads and validates the settings. A missing SESSION_SECRET or SIGNING_KEY is made on first use and kept in DATA_DIR
 * with permissions 600. A DATA_DIR that is not there is made for this user alone (700).
 *
 * @throws SettingError naming the first wrong variable and what is expected of it.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schemaFor(source.NODE_ENV === "production").safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new SettingError(`${issue.path.join(".")} must be ${issue.message}`);
  }
  const env = parsed.data;
  return {
    ...env,
    APP_ORIGIN: env.APP_ORIGIN ?? `http://${env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST}:${env.PORT}`,
    SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(join(env.DATA_DIR, "session-secret")),
    SIGNING_KEY: env.SIGNING_KEY ?? keyIn(env.DATA_DIR),
  };
}

/** Where the key lies unless SIGNING_KEY holds it. */
export const signingKeyFile = (dataDir: string) => join(dataDir, "signing-key");

function keyIn(dataDir: string): KeyObject {
  try {
    return keptKey(signingKeyFile(dataDir));
  } catch (error) {
    // What the system says (no right, no space) has remedies of its own.
    if ((error as NodeJS.ErrnoException).code) throw error;
    throw new SettingError((error as Error).message);
  }
}

/** The key to sign with now: `npm run keys:rotate` may have put another into DATA_DIR since the start. */
export function signingKey(): KeyObject {
  return process.env.SIGNING_KEY ? env().SIGNING_KEY : keyIn(env().DATA_DIR);
}

function keptSecret(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString("hex");
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

let current: Env | undefined;

/** The process's settings, read once. */
export function env(): Env {
  return (current ??= readEnv());
}
