import { apiAnswer, apiError } from "#app/platform/api.server.ts";
import { parameterError, parametersOf, searchAnswer } from "#app/modules/search/queries.server.ts";
import { namesOf, noteSearch } from "#app/modules/search/query-log.server.ts";
import { searchQuerySchema } from "#app/modules/search/schema.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/search";

export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const query = searchQuerySchema.safeParse(parametersOf(args.request.url));
  if (!query.success) {
    const { message, field } = parameterError(query.error);
    return apiError(400, "bad_parameter", message, field);
  }
  const answer = await searchAnswer(query.data, args.request.signal);
  if (!answer) {
    return apiError(503, "search_starting", "The search index is being built; ask again in a few seconds.");
  }
  const { q, lang, page } = query.data;
  if (page === 1 && q !== "") noteSearch({ query: q, lang, hits: answer.total }, ctx.now, namesOf(ctx.actor));
  return apiAnswer(answer, { maxAgeSeconds: 0 });
}
