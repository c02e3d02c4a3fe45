import type { Database } from "#db/client.server.ts";
import type { Actor } from "#app/platform/context.ts";

/** Who sends this request, from the session cookie; a visitor when there is none or it is no longer valid. */
export async function resolveActor(_db: Database, _request: Request, _now: Date): Promise<Actor> {
  return { kind: "visitor" };
}
