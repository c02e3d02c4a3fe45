import { ownData } from "#app/modules/accounts/own-data.server.ts";
import { RateLimited } from "#app/platform/rate-limits.server.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/data";

/** Everything kept about the reader, as a file; instants in UTC. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "account.manage");
  try {
    return new Response(`${JSON.stringify(ownData(ctx), null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="fairway-${ctx.now.toISOString().slice(0, 10)}.json"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    const headers = { "Retry-After": String(error.retryAfterSeconds), "Cache-Control": "private, no-store" };
    throw new Response(null, { status: 429, headers });
  }
}
