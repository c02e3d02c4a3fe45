import { isRouteErrorResponse, useLocation, useRouteLoaderData } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

/** One page for every way a request can end badly, in the reader's language, with the request id for faults. */
export function ErrorPage({ error }: { error: unknown }) {
  const { pathname } = useLocation();
  const lang: Lang = pathname.startsWith("/zh") ? "zh" : "en";
  const words = dictionary(lang).common.errorPages;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const requestId = useRouteLoaderData<{ requestId: string }>("root")?.requestId;
  const [title, text] =
    status === 404
      ? [words.notFoundTitle, words.notFoundText]
      : status === 403
        ? [words.forbiddenTitle, words.forbiddenText]
        : status === 429
          ? [words.tooManyTitle, words.tooManyText]
          : status < 500
            ? [words.badRequestTitle, words.badRequestText]
            : [words.faultTitle, words.faultText];
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-16">
      <title>{`${title} · ${dictionary(lang).common.site.name}`}</title>
      <p className="text-note font-semibold">{status}</p>
      <h1 className="mt-1 text-3xl">{title}</h1>
      <p className="measure mt-4">{text}</p>
      {requestId ? (
        <p className="text-ink-soft mt-4 text-sm">
          {words.requestId} <code>{requestId}</code>
        </p>
      ) : null}
      <p className="mt-8 flex gap-6">
        <a href={at(lang).home()}>{words.toHome}</a>
        <a href={at(lang).guides()}>{words.toGuides}</a>
      </p>
    </main>
  );
}
