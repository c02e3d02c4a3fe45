import { isRouteErrorResponse } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { ErrorPage } from "#app/routes/error-page.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { MissingPlace } from "./place.server.ts";

function missingPlace(error: unknown): MissingPlace | null {
  if (!isRouteErrorResponse(error) || error.status !== 404) return null;
  const place = error.data as Partial<MissingPlace> | null;
  return place?.missing && place.suggestions ? (place as MissingPlace) : null;
}

/** The 404 of a guide address: names what was typed and the places that were probably meant. */
export function GuideError({ error, lang }: { error: unknown; lang: Lang }) {
  const place = missingPlace(error);
  if (!place) return <ErrorPage error={error} />;
  const t = dictionary(lang);
  const words = t.guides.missing;
  const title = words[place.missing];
  const text = place.missing === "market" ? words.marketText : words.topicText;
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead kicker="404" title={title} />
      {place.suggestions.length > 0 ? (
        <>
          <p className="measure">{text(place.typed)}</p>
          <ul className="my-4 flex flex-wrap gap-x-8 gap-y-2 text-lg">
            {place.suggestions.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="measure">{t.common.errorPages.notFoundText}</p>
      )}
      <p className="mt-6">
        <a href={at(lang).guides()}>{words.all}</a>
      </p>
    </>
  );
}
