import { passportBehind } from "#app/modules/passports/open-passport.server.ts";
import { RateLimited } from "#app/platform/rate-limits.server.ts";
import type { Guarded } from "#app/routes/guard.server.ts";

/** The link's passport for this browser. @throws Response 429 when too many links were tried */
export function behind(ctx: Guarded, request: Request, token: string) {
  try {
    return passportBehind(ctx, token, request.headers.get("cookie"));
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    throw new Response(null, { status: 429, headers: { "Retry-After": String(error.retryAfterSeconds) } });
  }
}
