import type { Lang } from "./context.ts";

type Query = Record<string, string | number | string[] | undefined | null>;

function withQuery(path: string, query?: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== "") params.append(name, String(item));
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Which step of the profile holds a field; others stand on its overview. */
const profileFields: Record<string, string> = {
  province: "registered",
  creditCode: "registered",
  division: "firm",
  industry: "firm",
  employees: "firm",
  revenueWan: "firm",
  assetsWan: "firm",
  summaryZh: "about",
  products: "products",
  capabilities: "capabilities",
  certificates: "certificates",
  exportingSince: "export",
  targets: "markets",
  needs: "needs",
  languages: "languages",
  readiness: "readiness",
};

/** Every URL of the site is a function here. `at(lang)` gives the pages of one language. */
export function at(lang: Lang) {
  const p = (path: string, query?: Query) => withQuery(`/${lang}${path}`, query);
  return {
    home: () => `/${lang}`,
    search: (query?: {
      q?: string;
      market?: string[];
      topic?: string[];
      tab?: string | undefined;
      page?: number;
    }) => p("/search", query),
    savedSearches: (query?: Query) => p("/account/searches", query),
    unsubscribe: (token: string) => p(`/digest/${token}`),
    ask: (query?: { q?: string }) => p("/ask", query),
    questions: () => p("/account/questions"),
    staffQuestions: (query?: { state?: string; page?: number }) => p("/staff/questions", query),
    staffSynonyms: (query?: Query) => p("/staff/search/synonyms", query),
    staffQueries: (query?: Query) => p("/staff/search/queries", query),
    staffQueriesCsv: (query?: Query) => p("/staff/search/queries.csv", query),
    guides: (query?: { region?: string }) => p("/guides", query),
    guide: (market: string) => p(`/guides/${market}`),
    section: (market: string, topic: string) => p(`/guides/${market}/${topic}`),
    guidesAtom: (market?: string) => p(market ? `/guides/${market}.atom` : "/guides.atom"),
    guidePdf: (market: string) => p(`/guides/${market}.pdf`),
    sectionPdf: (market: string, topic: string) => p(`/guides/${market}/${topic}.pdf`),
    marketChecklist: (market: string, query?: { product?: string | null; ship?: string | null }) =>
      p(`/guides/${market}/checklist`, query),
    checklists: (query?: { deleted?: string }) => p("/checklists", query),
    checklist: (id: string, query?: { removed?: string }) => p(`/checklists/${id}`, query),
    checklistCsv: (id: string) => p(`/checklists/${id}.csv`),
    checklistCalendar: (id: string) => p(`/checklists/${id}.ics`),
    feedback: (market: string, topic: string) => p(`/guides/${market}/${topic}/feedback`),
    report: (market: string, topic: string, query?: { quote?: string }) =>
      p(`/guides/${market}/${topic}/report`, query),
    follow: (market: string, query?: { topic?: string }) => p(`/guides/${market}/follow`, query),
    follows: (query?: { ended?: string }) => p("/account/follows", query),
    whereToExport: (query?: Query) => p("/where-to-export", query),
    whereToExportCsv: (query?: Query) => p("/where-to-export.csv", query),
    compare: (query?: Query) => p("/compare", query),
    compareCsv: (query?: Query) => p("/compare.csv", query),
    topics: () => p("/topics"),
    topic: (topic: string, query?: { region?: string }) => p(`/topics/${topic}`, query),
    topicCsv: (topic: string, query?: { region?: string }) => p(`/topics/${topic}/table.csv`, query),
    sectors: () => p("/sectors"),
    sector: (code: string) => p(`/sectors/${code}`),
    glossary: (query?: { q?: string }) => p("/glossary", query),
    glossaryTerm: (id: string) => `${p("/glossary")}#${id}`,
    opportunities: (query?: { kind?: string; sector?: string; market?: string }) =>
      p("/opportunities", query),
    opportunity: (slug: string) => p(`/opportunities/${slug}`),
    offline: () => p("/offline"),
    about: () => p("/about"),
    matches: (query?: { kind?: string }) => p("/matches", query),
    matchesCsv: (query?: { kind?: string }) => p("/matches.csv", query),
    match: (slug: string) => p(`/matches/${slug}`),
    verifyForm: () => p("/verify"),
    verify: (id: string) => p(`/verify/${id}`),
    verifyJwt: (id: string) => p(`/verify/${id}.jwt`),
    verifyPdf: (id: string) => p(`/verify/${id}.pdf`),
    passports: () => p("/passports"),
    passportNew: () => p("/passports/new"),
    ownPassport: (id: string) => p(`/passports/${id}`),
    passport: (token: string) => p(`/passport/${token}`),
    passportPdf: (token: string) => p(`/passport/${token}.pdf`),
    trade: () => p("/trade"),
    vetting: (part?: string) => p("/vetting") + (part ? `#${part}` : ""),
    vettingEvidence: () => p("/vetting/evidence"),
    upload: (id: string) => p(`/uploads/${id}`),
    staffVetting: (query?: Query) => p("/staff/vetting", query),
    staffVettingCsv: (query?: Query) => p("/staff/vetting.csv", query),
    staffVettingCase: (id: string, query?: { template?: string }) => p(`/staff/vetting/${id}`, query),
    staffVettingStanding: (query?: { q?: string }) => p("/staff/vetting/standing", query),
    endorsements: (query?: Query) => p("/endorsements", query),
    endorsementsCsv: (query?: Query) => p("/endorsements.csv", query),
    endorsementCalendar: () => p("/endorsements/calendar"),
    endorsementCalendarIcs: () => p("/endorsements/calendar.ics"),
    endorsementDesk: () => p("/endorsements/desk"),
    endorsementNew: (query?: { q?: string; firm?: string }) => p("/endorsements/new", query),
    endorsement: (id: string) => p(`/endorsements/${id}`),
    endorsementEdit: (id: string) => p(`/endorsements/${id}/edit`),
    endorsedList: () => p("/endorsed"),
    endorsed: (id: string) => p(`/endorsed/${id}`),
    suppliers: (query?: { stage?: string }) => p("/suppliers", query),
    suppliersCsv: (query?: { stage?: string }) => p("/suppliers.csv", query),
    supplierInvite: () => p("/suppliers/invite"),
    supplierTemplate: () => p("/suppliers/template.csv"),
    supplierJoin: (token: string) => p(`/suppliers/join/${token}`),
    relations: () => p("/relations"),
    staffFlags: (query?: { show?: string }) => p("/staff/endorsement-flags", query),
    disclosure: (field?: string) => p("/profile/disclosure") + (field ? `#${field}` : ""),
    profilePreview: (as: string, query?: { from?: string }) => p(`/profile/preview/${as}`, query),
    firm: (id: string) => p(`/firms/${id}`),
    network: (query?: Query) => p("/network", query),
    networkCsv: (query?: Query) => p("/network.csv", query),
    networkKept: (query?: { removed?: string }) => p("/network/kept", query),
    networkCompare: (query?: { firm?: string[] }) => p("/network/compare", query),
    introductions: () => p("/introductions"),
    introductionNew: (query?: { firm?: string }) => p("/introductions/new", query),
    introductionsReceived: () => p("/introductions/received"),
    /** With a field: the step that holds it. */
    profile: (field?: string) => {
      const step = field && Object.hasOwn(profileFields, field) ? `/${profileFields[field]}` : "";
      return p(`/profile${step}`) + (field ? `#${field}` : "");
    },
    profileStep: (step: string, query?: { saved?: string }) => p(`/profile/${step}`, query),
    profileReadiness: (dimension?: string, query?: { saved?: string }) =>
      p(dimension ? `/profile/readiness/${dimension}` : "/profile/readiness", query),
    signUp: (query?: { to?: string | null; email?: string }) => p("/sign-up", query),
    signIn: (query?: { to?: string | null }) => p("/sign-in", query),
    secondFactor: (query?: { to?: string | null }) => p("/sign-in/second-factor", query),
    signOut: () => p("/sign-out"),
    verifyEmail: (token?: string, query?: { to?: string | null }) =>
      p(token ? `/verify-email/${token}` : "/verify-email", query),
    forgotPassword: () => p("/forgot-password"),
    resetPassword: (token: string) => p(`/reset-password/${token}`),
    account: () => p("/account"),
    accountEmail: () => p("/account/email"),
    emailChange: (token: string) => p(`/account/email/${token}`),
    accountClose: () => p("/account/close"),
    accountData: () => p("/account/data.json"),
    security: () => p("/account/security"),
    secondFactorSetUp: (query?: { to?: string | null }) => p("/account/second-factor", query),
    organisation: () => p("/organisation"),
    organisationNew: (query?: { to?: string | null | undefined; notice?: string | null }) =>
      p("/organisation/new", query),
    invitation: (token: string) => p(`/invitations/${token}`),
    notifications: (query?: { page?: number }) => p("/notifications", query),
    staff: () => p("/staff"),
    staffPeople: (query?: Query) => p("/staff/people", query),
    staffPeopleCsv: (query?: Query) => p("/staff/people.csv", query),
    staffStanding: () => p("/staff/people/standing"),
    staffPerson: (id: string) => p(`/staff/people/${id}`),
    staffAudit: (query?: Query) => p("/staff/audit", query),
    staffAuditCsv: (query?: Query) => p("/staff/audit.csv", query),
    staffIntroductions: (query?: { state?: string; page?: number }) => p("/staff/introductions", query),
    staffPartnerScopes: (query?: { partner?: string }) => p("/staff/partner-scopes", query),
    staffMail: (query?: Query) => p("/staff/mail", query),
    staffSearch: () => p("/staff/search"),
    staffGuides: (query?: Query) => p("/staff/guides", query),
    staffGuidesCsv: (query?: Query) => p("/staff/guides.csv", query),
    staffGuidesZip: (query?: { market?: string }) => p("/staff/guides.zip", query),
    staffGuidesImport: () => p("/staff/guides/import"),
    staffGuidesPreview: () => p("/staff/guides/preview"),
    staffGuide: (market: string, topic: string) => p(`/staff/guides/${market}/${topic}`),
    staffGuideReview: (market: string, topic: string) => p(`/staff/guides/${market}/${topic}/review`),
    staffGuideRevisions: (
      market: string,
      topic: string,
      query?: { side?: Lang; from?: number; to?: number },
    ) => p(`/staff/guides/${market}/${topic}/revisions`, query),
    staffGuideFeedback: (market: string, topic: string) => p(`/staff/guides/${market}/${topic}/feedback`),
    staffSizeStandards: () => p("/staff/size-standards"),
    staffSizeStandardNew: () => p("/staff/size-standards/new"),
    staffFacts: () => p("/staff/guides/facts"),
    staffMarketFacts: (market: string, query?: Query) => p(`/staff/guides/facts/${market}`, query),
    staffFact: (market: string, key: string) => p(`/staff/guides/facts/${market}/${key}`),
  };
}

export const api = {
  search: () => "/api/v1/search",
  suggest: () => "/api/v1/suggest",
  markets: () => "/api/v1/markets",
  market: (code: string) => `/api/v1/markets/${code}`,
  opportunities: () => "/api/v1/opportunities",
  endorsement: (id: string) => `/api/v1/endorsements/${id}`,
  openapi: () => "/api/openapi.json",
};

/** The same page in the other language: swaps the first path segment, keeps the rest and the query. */
export function inLang(lang: Lang, path: string): string {
  return path.replace(/^\/(en|zh)(?=\/|$|\?)/, `/${lang}`);
}

/** A path of our own site, or null: the guard against open redirects for `?to=`. */
export function ownPath(value: string | null): string | null {
  return value && /^\/(en|zh)(\/[\w\-./?=&%#+~,]*)?$/.test(value) && !value.includes("//") ? value : null;
}
