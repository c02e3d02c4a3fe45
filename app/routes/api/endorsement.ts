import { methodId } from "#app/modules/credentials/did.ts";
import { ownDid } from "#app/modules/credentials/keys.server.ts";
import { verificationOf, type Verification } from "#app/modules/credentials/queries.server.ts";
import { endorsementAnswerSchema } from "#app/modules/credentials/schema.ts";
import { apiAnswer, apiError } from "#app/platform/api.server.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/endorsement";

/** `GET /api/v1/endorsements/ID`: how an endorsement stands at this moment, and its signed form. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const params: { id?: string } = args.params;
  const found = verificationOf(ctx, params.id ?? "");
  if (!found) return apiError(404, "not_found", "There is no endorsement under this number.", "id");
  return apiAnswer(endorsementAnswerSchema.parse(asAnswer(found)), { maxAgeSeconds: 0 });
}

function asAnswer({ id, status, revokedAt, keyId, keyRetired, issuedAt, shown, jwt }: Verification): unknown {
  const url = (lang: "en" | "zh") => env().APP_ORIGIN + at(lang).verify(id);
  const both = (names: { nameEn: string; nameZh: string }) => ({ en: names.nameEn, zh: names.nameZh });
  return {
    id,
    status,
    revokedAt: revokedAt?.toISOString() ?? null,
    key: { id: methodId(ownDid(), keyId), retired: keyRetired },
    issuedAt: issuedAt.toISOString(),
    endorsement: shown && {
      endorser: both(shown.mnc),
      supplier: both(shown.msme),
      validFrom: shown.validFrom.toISOString(),
      validUntil: shown.validUntil.toISOString(),
      ...shown.said,
    },
    credential: jwt,
    url: { en: url("en"), zh: url("zh") },
  };
}
