import { listOpportunities, type Opportunity } from "#app/modules/opportunities/queries.server.ts";
import {
  opportunitiesAnswerSchema,
  opportunityQuerySchema,
  type OpportunitiesAnswer,
} from "#app/modules/opportunities/schema.ts";
import { apiAnswer, apiError } from "#app/platform/api.server.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/opportunities";

/** `GET /api/v1/opportunities`: what a visitor may see, whoever asks. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const asked = Object.fromEntries(new URL(args.request.url).searchParams);
  const query = opportunityQuerySchema.safeParse(asked);
  if (!query.success) {
    const issue = query.error.issues[0]!;
    if (issue.code === "unrecognized_keys") {
      const message = `${issue.keys[0]!} is no parameter here; there are kind, sector and market.`;
      return apiError(400, "bad_parameter", message, issue.keys[0]!);
    }
    const field = String(issue.path[0]);
    return apiError(400, "bad_parameter", `${field} must be ${issue.message}.`, field);
  }
  const opportunities = listOpportunities({ ...ctx, actor: { kind: "visitor" } }, query.data).map(asAnswer);
  return apiAnswer(opportunitiesAnswerSchema.parse({ total: opportunities.length, opportunities }));
}

function asAnswer(row: Opportunity): OpportunitiesAnswer["opportunities"][number] {
  const url = (lang: "en" | "zh") => env().APP_ORIGIN + at(lang).opportunity(row.slug);
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    state: row.state,
    title: { en: row.titleEn, zh: row.titleZh },
    summary: { en: row.summaryEn, zh: row.summaryZh },
    owner: { en: row.owner.nameEn, zh: row.owner.nameZh },
    place: row.placeEn || row.placeZh ? { en: row.placeEn ?? "", zh: row.placeZh ?? "" } : null,
    seats: row.seats,
    applyBy: row.applyBy.toISOString(),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    datePrecision: row.datePrecision,
    timeZone: row.timeZone,
    sectors: row.sectors,
    markets: row.markets,
    offers: row.offers,
    url: { en: url("en"), zh: url("zh") },
  };
}
