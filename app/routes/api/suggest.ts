import { apiAnswer, apiError } from "#app/platform/api.server.ts";
import { parameterError, parametersOf, suggestAnswer } from "#app/modules/search/queries.server.ts";
import { suggestQuerySchema } from "#app/modules/search/schema.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/suggest";

export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  const query = suggestQuerySchema.safeParse(parametersOf(args.request.url));
  if (!query.success) {
    const { message, field } = parameterError(query.error);
    return apiError(400, "bad_parameter", message, field);
  }
  const { q, lang, limit } = query.data;
  return apiAnswer(suggestAnswer(q, lang, limit), { maxAgeSeconds: 30 });
}
