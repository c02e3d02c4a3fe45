import { isRouteErrorResponse, useRouteLoaderData } from "react-router";
import type { loader as rootLoader } from "#app/root.tsx";
import { dictionary } from "#app/i18n/index.ts";
import { at } from "#app/platform/paths.ts";

/** One page for every way a request can end badly, in the reader's language, with the request id for faults. */
export function ErrorPage({ error }: { error: unknown }) {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const lang = root?.lang ?? "en";
  const words = dictionary(lang).common.errorPages;
  const long = dictionary(lang).searching;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, text] =
    status === 404
      ? [words.notFoundTitle, words.notFoundText]
      : status === 403
        ? [words.forbiddenTitle, words.forbiddenText]
        : status === 429
          ? [words.tooManyTitle, words.tooManyText]
          : status === 414
            ? [long.tooLongTitle, long.tooLongText]
            : status === 413
              ? [dictionary(lang).vetting.tooLargeTitle, dictionary(lang).vetting.tooLargeText]
              : status < 500
                ? [words.badRequestTitle, words.badRequestText]
                : [words.faultTitle, words.faultText];
  return (
    <>
      <title>{`${title} · ${dictionary(lang).common.site.name}`}</title>
      <p className="text-note font-semibold">{status}</p>
      <h1 className="mt-1 text-3xl">{title}</h1>
      <p className="measure mt-4">{text}</p>
      {root ? (
        <p className="text-ink-soft mt-4 text-sm">
          {words.requestId} <code>{root.requestId}</code>
        </p>
      ) : null}
      <p className="mt-8 flex gap-6">
        {status === 414 ? <a href={at(lang).search()}>{dictionary(lang).search.title}</a> : null}
        <a href={at(lang).home()}>{words.toHome}</a>
        <a href={at(lang).guides()}>{words.toGuides}</a>
      </p>
    </>
  );
}
