import "./app.css";
import { Links, Meta, Outlet, useRouteLoaderData } from "react-router";
import { requestContext } from "#app/platform/context.ts";
import { langOfPath, preferredLang } from "#app/platform/language.ts";
import { ErrorPage } from "#app/routes/error-page.tsx";
import type { Route } from "./+types/root";
import islands from "./islands/index.ts?worker&url";
// Built into the client here; routes/home/service-worker.ts, which has no client side, names it.
import "./islands/service-worker.ts?worker&url";

export function loader({ context, request }: Route.LoaderArgs) {
  return {
    requestId: context.get(requestContext).requestId,
    lang: langOfPath(new URL(request.url).pathname) ?? preferredLang(request.headers),
  };
}

/** Pages are finished HTML: React renders on the server only, islands add the few living parts (decision 005). */
export function Layout({ children }: { children: React.ReactNode }) {
  const lang = useRouteLoaderData<typeof loader>("root")?.lang;
  return (
    <html lang={lang === "zh" ? "zh-Hans" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b2239" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Meta />
        <Links />
        <script type="module" src={islands} />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-16">
      <ErrorPage error={error} />
    </main>
  );
}
