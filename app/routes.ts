import { index, prefix, route, type RouteConfig } from "@react-router/dev/routes";

/** The URL map, read like a table of contents. Each route's right stands in tests/…/rights walk through its guard. */
export default [
  index("routes/home/choose-language.ts"),
  route(":lang", "routes/shell.tsx", [
    index("routes/home/home.tsx"),
    route("about", "routes/home/about.tsx"),
    route("search", "routes/search/search.tsx"),

    route("guides", "routes/guides/markets.tsx"),
    route("guides/:market", "routes/guides/market.tsx"),
    route("guides/:market/:topic", "routes/guides/section.tsx"),
    route("guides/:market/:topic/feedback", "routes/readers/feedback.tsx"),
    route("guides/:market/:topic/report", "routes/readers/report.tsx"),
    route("guides/:market/follow", "routes/readers/follow.tsx"),
    route("account/follows", "routes/readers/follows.tsx"),

    route("opportunities", "routes/opportunities/opportunities.tsx"),
    route("opportunities/:slug", "routes/opportunities/opportunity.tsx"),

    route("profile", "routes/matching/profile.tsx"),
    route("matches", "routes/matching/matches.tsx"),
    route("matches.csv", "routes/matching/matches-csv.ts"),
    route("matches/:slug", "routes/matching/match.tsx"),

    route("sign-up", "routes/accounts/sign-up.tsx"),
    route("sign-in", "routes/accounts/sign-in.tsx"),
    route("sign-in/second-factor", "routes/accounts/second-factor.tsx"),
    route("sign-out", "routes/accounts/sign-out.tsx"),
    route("verify-email/:token?", "routes/accounts/verify-email.tsx"),
    route("forgot-password", "routes/accounts/forgot-password.tsx"),
    route("reset-password/:token", "routes/accounts/reset-password.tsx"),
    route("account", "routes/accounts/account.tsx"),
    route("account/security", "routes/accounts/security.tsx"),
    route("account/second-factor", "routes/accounts/second-factor-set-up.tsx"),
    route("organisation", "routes/accounts/organisation.tsx"),
    route("organisation/new", "routes/accounts/organisation-new.tsx"),
    route("invitations/:token", "routes/accounts/invitation.tsx"),
    route("notifications", "routes/accounts/notifications.tsx"),

    ...prefix("staff", [
      index("routes/staff/desk.tsx"),
      route("people", "routes/staff/people.tsx"),
      route("people/:id", "routes/staff/person.tsx"),
      route("audit", "routes/staff/audit.tsx"),
      route("audit.csv", "routes/staff/audit-csv.ts"),
      route("mail", "routes/staff/mail.tsx"),
      route("search", "routes/staff/search.tsx"),
    ]),
    route("*", "routes/not-found.tsx"),
  ]),
  ...prefix("api", [
    route("openapi.json", "routes/api/openapi.ts"),
    route("v1/search", "routes/api/search.ts"),
    route("v1/suggest", "routes/api/suggest.ts"),
    route("v1/markets", "routes/api/markets.ts"),
    route("v1/markets/:code", "routes/api/market.ts"),
    route("v1/opportunities", "routes/api/opportunities.ts"),
    route("*", "routes/api/not-found.ts"),
  ]),
  route("robots.txt", "routes/home/robots.ts"),
  route("sitemap.xml", "routes/home/sitemap.ts"),
  route("*", "routes/home/no-language.tsx"),
] satisfies RouteConfig;
