import { isRouteErrorResponse } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { ErrorPage } from "#app/routes/error-page.tsx";
import { PageHead } from "#app/ui/text.tsx";

/** The 404 of a topic or sector: what there is instead. Any other error is the site's. */
export function MissingEntry({
  error,
  lang,
  title,
  text,
  links,
}: {
  error: unknown;
  lang: Lang;
  title: string;
  text: string;
  links: { href: string; label: string }[];
}) {
  if (!isRouteErrorResponse(error) || error.status !== 404) return <ErrorPage error={error} />;
  return (
    <>
      <title>{`${title} · ${dictionary(lang).common.site.name}`}</title>
      <PageHead kicker="404" title={title} lead={text} />
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
