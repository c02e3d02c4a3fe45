import { apiAnswer } from "#app/platform/api.server.ts";
import { env } from "#app/platform/env.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/openapi";
import { apiDescription } from "./description.ts";

export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  return apiAnswer(apiDescription(env().APP_ORIGIN), { maxAgeSeconds: 300 });
}
