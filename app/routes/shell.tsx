import { Outlet, useLocation, useRouteLoaderData, useSearchParams } from "react-router";

import { may } from "#app/modules/accounts/rights.ts";
import { unreadCount } from "#app/modules/notifications/queries.server.ts";
import { ErrorPage } from "#app/routes/error-page.tsx";
import { guard } from "#app/routes/guard.server.ts";
import { SiteFooter } from "#app/routes/site-footer.tsx";
import { SiteHeader } from "#app/routes/site-header.tsx";
import { YourPlaces } from "#app/routes/your-places.tsx";
import { dictionary } from "#app/i18n/index.ts";
import type { NoticeKey } from "#app/i18n/en/notices.ts";
import { Notice } from "#app/ui/text.tsx";
import type { Route } from "./+types/shell";

/** What the frame around every page needs to know of the reader; null for visitors. */
export type Reader = {
  name: string;
  organisation: { nameEn: string; nameZh: string; kind: string } | null;
  unread: number;
  places: {
    matches: boolean;
    profile: boolean;
    received: boolean;
    suppliers: boolean;
    passports: boolean;
    trade: boolean;
    organisation: boolean;
    staff: boolean;
    /** Gives endorsements and invites suppliers. */
    endorses: boolean;
    /** Answers endorsements. */
    endorsed: boolean;
    relations: boolean;
  };
};

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { actor } = ctx;
  if (actor.kind === "visitor") return { lang: ctx.lang, reader: null };
  const reader: Reader = {
    name: actor.name,
    organisation: actor.organisation,
    unread: unreadCount(ctx),
    places: {
      matches: may(actor, "matches.read"),
      profile: may(actor, "profile.edit"),
      received: may(actor, "introductions.answer"),
      suppliers: may(actor, "network.read"),
      passports: may(actor, "passports.keep"),
      trade: may(actor, "trade.confirm"),
      organisation: may(actor, "organisation.read"),
      staff: actor.staffRoles.length > 0,
      endorses: may(actor, "endorsements.draft"),
      endorsed: may(actor, "endorsements.answer"),
      relations: may(actor, "relations.declare"),
    },
  };
  return { lang: ctx.lang, reader };
}

export default function Shell({ loaderData: { lang, reader } }: Route.ComponentProps) {
  return (
    <Frame lang={lang} reader={reader}>
      <Outlet />
    </Frame>
  );
}

/** An error inside a page keeps the frame, so the reader can search on from there. */
export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>("routes/shell");
  const lang = data?.lang ?? (params.lang === "zh" ? "zh" : "en");
  return (
    <Frame lang={lang} reader={data?.reader ?? null}>
      <ErrorPage error={error} />
    </Frame>
  );
}

function Frame({
  lang,
  reader,
  children,
}: {
  lang: "en" | "zh";
  reader: Reader | null;
  children: React.ReactNode;
}) {
  const location = useLocation();
  const [search] = useSearchParams();
  const t = dictionary(lang);
  const notice = search.get("notice");
  const words = notice && Object.hasOwn(t.notices, notice) ? t.notices[notice as NoticeKey] : undefined;
  return (
    <div className="flex min-h-screen flex-col">
      <a href="#content" className="skip-link">
        {t.common.nav.skip}
      </a>
      <SiteHeader lang={lang} reader={reader} path={location.pathname} query={location.search} />
      <div
        className={`mx-auto w-full max-w-7xl flex-1 px-4 sm:px-6 ${reader ? "lg:grid lg:grid-cols-[13rem_1fr] lg:gap-10" : ""}`}
      >
        {reader ? <YourPlaces lang={lang} reader={reader} path={location.pathname} /> : null}
        <main id="content" tabIndex={-1} className="min-w-0 py-8 focus:outline-none">
          {words ? (
            <Notice tone="good" live>
              {words}
            </Notice>
          ) : null}
          {children}
        </main>
      </div>
      <SiteFooter lang={lang} />
    </div>
  );
}
