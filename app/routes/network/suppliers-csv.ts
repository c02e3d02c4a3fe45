import { dictionary } from "#app/i18n/index.ts";
import { namesOf, type Names } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import { listSuppliers } from "#app/modules/network/queries.server.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { csv } from "#app/platform/csv.ts";
import { env } from "#app/platform/env.server.ts";
import { languageName } from "#app/platform/language-names.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { capabilityName, certificateLine, endorsementParts, industryName, placeOf } from "./firm-words.ts";
import { supplierFilterOf } from "./supplier-filter.ts";
import type { Route } from "./+types/suppliers-csv";

/** The filtered list as a file: what the list's reader may see, in the reader's language. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "network.read");
  const { lang } = ctx;
  const { firms } = listSuppliers(ctx, lang, supplierFilterOf(args.request));
  const names = namesOf(lang, nameTables(ctx, lang, []));
  const today = ctx.now.toISOString().slice(0, 10);
  const words = dictionary(lang).network;
  const { groups } = words;
  const head = [
    words.suppliers.name,
    words.suppliers.place,
    words.suppliers.standing,
    words.firm.endorsedBy,
    groups.products,
    groups.industry,
    groups.capacity,
    groups.certificates,
    groups.markets,
    words.firm.soldTo,
    groups.languages,
    "URL",
  ];
  return new Response(csv([head, ...firms.map((firm) => rowOf(lang, firm, names, today))]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="suppliers-${today}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function rowOf(lang: Lang, supplier: Disclosed, names: Names, today: string): string[] {
  const { firm, groups, standing, endorsements } = supplier;
  const words = dictionary(lang).network.firm;
  const semicolon = lang === "zh" ? "；" : "; ";
  const countries = (codes: string[] | undefined) =>
    (codes ?? []).map((code) => countryName(lang, code)).join(semicolon);
  return [
    nameOf(lang, firm),
    placeOf(lang, firm),
    standing?.status === "vetted" ? words.vetted(standing.until.slice(0, 10)) : "",
    endorsements
      .map((one) => [nameOf(lang, one.by), ...endorsementParts(lang, one, names)].join(" · "))
      .join(semicolon),
    (groups.products ?? []).map((one) => `${nameOf(lang, one)} (HS ${one.hs})`).join(semicolon),
    groups.industry ? industryName(lang, groups.industry) : "",
    (groups.capacity?.capabilities ?? []).map((code) => capabilityName(lang, code)).join(semicolon),
    (groups.certificates ?? []).map((one) => certificateLine(lang, one, today)).join(semicolon),
    countries(groups.markets),
    countries(groups.export?.markets),
    (groups.languages ?? []).map((code) => languageName(lang, code)).join(semicolon),
    env().APP_ORIGIN + at(lang).firm(firm.id),
  ];
}
