import type { Database } from "#db/client.server.ts";
import type { Person } from "#app/platform/context.ts";
import { testNow } from "./database.ts";

type Options = { now?: Date; clientKey?: string };

const rest = (options: Options) => ({
  now: options.now ?? testNow,
  clientKey: options.clientKey ?? "client-1",
  requestId: "test-request",
});

/** The context of a visitor's request, for verbs with a rate limit. */
export function visitor(db: Database, options: Options = {}) {
  return { db, actor: { kind: "visitor" } as const, ...rest(options) };
}

/** The context of a signed-in person's request. */
export function as(db: Database, actor: Person, options: Options = {}) {
  return { db, actor, ...rest(options) };
}
