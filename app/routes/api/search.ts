import { apiAnswer, apiError } from "#app/platform/api.server.ts";
import { parameterError, parametersOf, searchAnswer } from "#app/modules/search/queries.server.ts";
import { searchQuerySchema } from "#app/modules/search/schema.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/search";

export async function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  const query = searchQuerySchema.safeParse(parametersOf(args.request.url));
  if (!query.success) {
    const { message, field } = parameterError(query.error);
    return apiError(400, "bad_parameter", message, field);
  }
  const answer = await searchAnswer(query.data, args.request.signal);
  if (!answer) {
    return apiError(503, "search_starting", "The search index is being built; ask again in a few seconds.");
  }
  return apiAnswer(answer, { maxAgeSeconds: 0 });
}
