import "./app.css";
import { Links, Meta, Outlet, useLocation } from "react-router";
import { requestContext } from "#app/platform/context.ts";
import { ErrorPage } from "#app/routes/error-page.tsx";
import type { Route } from "./+types/root";
import islands from "./islands/index.ts?worker&url";

export function loader({ context }: Route.LoaderArgs) {
  return { requestId: context.get(requestContext).requestId };
}

/** Pages are finished HTML: React renders on the server only, islands add the few living parts (decision 005). */
export function Layout({ children }: { children: React.ReactNode }) {
  const { pathname } = useLocation();
  return (
    <html lang={pathname.startsWith("/zh") ? "zh-Hans" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b2239" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
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
  return <ErrorPage error={error} />;
}
