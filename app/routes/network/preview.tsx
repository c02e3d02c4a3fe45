import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { isPreviewKind, previewKinds, type PreviewKind } from "#app/modules/msmes/disclosure-schema.ts";
import { ownFirmAs, ownLevels } from "#app/modules/msmes/firm.server.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import { FirmView } from "./firm-view.tsx";
import { placeOf } from "./firm-words.ts";
import type { Route } from "./+types/preview";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const { as } = args.params;
  if (!isPreviewKind(as)) throw new Response(null, { status: 404 });
  const kind = previewKinds[as];
  const abroad = kind !== "public" && new URL(args.request.url).searchParams.get("from") === "abroad";
  const { consentAbroad, suspended } = ownLevels(ctx);
  return {
    lang: ctx.lang,
    as,
    abroad,
    consentAbroad,
    suspended,
    places: kind !== "public",
    today: ctx.now.toISOString().slice(0, 10),
    tables: nameTables(ctx, ctx.lang, []),
    ...ownFirmAs(ctx, { kind, abroad }),
  };
}

/** The firm's own page with somebody else's eyes: the same rule and the same component as `firms/:id`. */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const { lang, as, abroad, consentAbroad, suspended, places, today, tables, seen, hidden } = loaderData;
  const t = dictionary(lang);
  const words = t.network.preview;
  const go = at(lang);
  const current = (here: boolean) =>
    here ? ({ "aria-current": "page", className: "font-semibold" } as const) : {};
  return (
    <>
      <title>{`${words.title(words.kinds[as])} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.disclosure()}>{t.network.disclosure.title}</a>}
        title={words.title(words.kinds[as])}
        lead={words.lead}
        actions={<ButtonLink href={go.disclosure()}>{words.back}</ButtonLink>}
      />
      <nav aria-label={words.choose} className="no-print mb-6">
        <ul className="flex flex-wrap gap-x-6">
          {(Object.keys(previewKinds) as PreviewKind[]).map((kind) => (
            <li key={kind} className="min-h-9 content-center">
              <a href={go.profilePreview(kind, abroad ? { from: "abroad" } : {})} {...current(kind === as)}>
                {words.kinds[kind]}
              </a>
            </li>
          ))}
        </ul>
        {places ? (
          <ul className="text-sm flex flex-wrap gap-x-6">
            <li className="min-h-9 content-center">
              <a href={go.profilePreview(as)} {...current(!abroad)}>
                {words.inChina}
              </a>
            </li>
            <li className="min-h-9 content-center">
              <a href={go.profilePreview(as, { from: "abroad" })} {...current(abroad)}>
                {words.abroad}
              </a>
            </li>
          </ul>
        ) : null}
      </nav>
      {abroad && !consentAbroad ? (
        <Notice tone="warn">
          {words.abroadWithout} <a href={go.disclosure("abroad")}>{t.network.consent.title}</a>
        </Notice>
      ) : null}
      {hidden ? <Notice tone="warn">{suspended ? words.suspended : words.hidden}</Notice> : null}
      <div className="border-line-strong border p-4 sm:p-6">
        <p className="text-2xl font-semibold">{nameOf(lang, seen.firm)}</p>
        <p className="text-ink-soft mb-4">{placeOf(lang, seen.firm)}</p>
        <FirmView lang={lang} firm={seen} names={namesOf(lang, tables)} today={today} />
      </div>
    </>
  );
}
