import type { RouteConfigEntry } from "@react-router/dev/routes";
import { RouterContextProvider } from "react-router";
import { beforeEach, describe, expect, test, vi } from "vitest";
import routes from "#app/routes.ts";
import { rights, roles, type Right, type Role } from "#app/modules/accounts/rights.ts";
import { requestContext, type Actor } from "#app/platform/context.ts";
import type { Database } from "#db/client.server.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testDatabase } from "#tests/setup/database.ts";

type Verb = "loader" | "action";
type Expected = Partial<Record<Verb, Right>>;

const read: Expected = { loader: "site.read" };
const enter: Expected = { loader: "account.enter", action: "account.enter" };
const manage: Expected = { loader: "account.manage", action: "account.manage" };

/** Which right each route asks for. A new route belongs here before it can be merged. */
const expected: Record<string, Expected> = {
  "routes/home/choose-language.ts": read,
  "routes/shell.tsx": read,
  "routes/home/home.tsx": read,
  "routes/home/about.tsx": read,
  "routes/home/offline.tsx": read,
  "routes/home/service-worker.ts": read,
  "routes/search/search.tsx": read,
  "routes/guides/markets.tsx": read,
  "routes/guides/market.tsx": read,
  "routes/guides/section.tsx": read,
  "routes/readers/guide-pdf.ts": read,
  "routes/readers/market-checklist.tsx": { loader: "site.read", action: "checklists.keep" },
  "routes/readers/checklists.tsx": { loader: "checklists.keep" },
  "routes/readers/checklist.tsx": { loader: "checklists.keep", action: "checklists.keep" },
  "routes/readers/checklist-csv.ts": { loader: "checklists.keep" },
  "routes/readers/checklist-ics.ts": { loader: "checklists.keep" },
  "routes/readers/guides-atom.ts": read,
  "routes/readers/feedback.tsx": { loader: "feedback.send", action: "feedback.send" },
  "routes/readers/report.tsx": { loader: "feedback.send", action: "feedback.send" },
  "routes/readers/follow.tsx": { loader: "guides.follow", action: "guides.follow" },
  "routes/readers/follows.tsx": { loader: "guides.follow" },
  "routes/ranking/where-to-export.tsx": read,
  "routes/ranking/where-to-export-csv.ts": read,
  "routes/ranking/compare.tsx": read,
  "routes/ranking/compare-csv.ts": read,
  "routes/cross/topics.tsx": read,
  "routes/cross/topic.tsx": read,
  "routes/cross/topic-csv.ts": read,
  "routes/cross/sectors.tsx": read,
  "routes/cross/sector.tsx": read,
  "routes/cross/glossary.tsx": read,
  "routes/cross/glossary-term.ts": read,
  "routes/opportunities/opportunities.tsx": read,
  "routes/opportunities/opportunity.tsx": read,
  "routes/profile/overview.tsx": { loader: "profile.edit" },
  "routes/profile/registered.tsx": { loader: "profile.edit", action: "profile.edit" },
  "routes/profile/photos.tsx": { loader: "profile.edit", action: "profile.edit" },
  "routes/profile/readiness.tsx": { loader: "profile.edit" },
  "routes/profile/readiness-questions.tsx": { loader: "profile.edit", action: "profile.edit" },
  "routes/profile/step.tsx": { loader: "profile.edit", action: "profile.edit" },
  "routes/staff/size-standards.tsx": { loader: "sizeStandard.edit", action: "sizeStandard.edit" },
  "routes/staff/size-standard-new.tsx": { loader: "sizeStandard.edit", action: "sizeStandard.edit" },
  "routes/matching/matches.tsx": { loader: "matches.read" },
  "routes/matching/match.tsx": { loader: "matches.read" },
  "routes/matching/matches-csv.ts": { loader: "matches.read" },
  "routes/vetting/apply.tsx": { loader: "vetting.apply", action: "vetting.apply" },
  "routes/vetting/evidence.tsx": { loader: "vetting.apply", action: "vetting.apply" },
  "routes/vetting/upload.ts": read,
  "routes/staff/vetting.tsx": { loader: "vetting.review" },
  "routes/staff/vetting-csv.ts": { loader: "vetting.review" },
  "routes/staff/vetting-case.tsx": { loader: "vetting.review", action: "vetting.review" },
  "routes/staff/vetting-standing.tsx": { loader: "vetting.suspend", action: "vetting.suspend" },
  "routes/endorsements/portfolio.tsx": { loader: "endorsements.draft" },
  "routes/endorsements/portfolio-csv.ts": { loader: "endorsements.draft" },
  "routes/endorsements/calendar.tsx": { loader: "endorsements.draft" },
  "routes/endorsements/calendar-ics.ts": { loader: "endorsements.draft" },
  "routes/endorsements/desk.tsx": { loader: "endorsements.draft" },
  "routes/endorsements/new.tsx": { loader: "endorsements.draft", action: "endorsements.draft" },
  "routes/endorsements/endorsement.tsx": { loader: "endorsements.draft", action: "endorsements.draft" },
  "routes/endorsements/edit.tsx": { loader: "endorsements.draft", action: "endorsements.draft" },
  "routes/endorsements/endorsed-list.tsx": { loader: "endorsements.answer" },
  "routes/endorsements/endorsed.tsx": { loader: "endorsements.answer", action: "endorsements.answer" },
  "routes/endorsements/suppliers.tsx": { loader: "suppliers.invite", action: "suppliers.invite" },
  "routes/endorsements/suppliers-csv.ts": { loader: "suppliers.invite" },
  "routes/endorsements/template-csv.ts": { loader: "suppliers.invite" },
  "routes/endorsements/invite.tsx": { loader: "suppliers.invite", action: "suppliers.invite" },
  "routes/endorsements/join.tsx": { loader: "account.enter", action: "organisation.create" },
  "routes/endorsements/relations.tsx": { loader: "relations.declare", action: "relations.declare" },
  "routes/staff/endorsement-flags.tsx": { loader: "endorsements.check", action: "endorsements.check" },
  "routes/accounts/sign-up.tsx": enter,
  "routes/accounts/sign-in.tsx": enter,
  "routes/accounts/second-factor.tsx": enter,
  "routes/accounts/sign-out.tsx": enter,
  "routes/accounts/verify-email.tsx": manage,
  "routes/accounts/forgot-password.tsx": enter,
  "routes/accounts/reset-password.tsx": enter,
  "routes/accounts/account.tsx": manage,
  "routes/accounts/email.tsx": manage,
  "routes/accounts/email-change.tsx": enter,
  "routes/accounts/close.tsx": manage,
  "routes/accounts/data.ts": { loader: "account.manage" },
  "routes/accounts/security.tsx": manage,
  "routes/accounts/second-factor-set-up.tsx": manage,
  "routes/accounts/organisation.tsx": { loader: "organisation.read", action: "organisation.read" },
  "routes/accounts/organisation-new.tsx": { loader: "organisation.create", action: "organisation.create" },
  "routes/accounts/invitation.tsx": { loader: "account.enter", action: "invitation.accept" },
  "routes/accounts/notifications.tsx": { loader: "notifications.read", action: "notifications.read" },
  "routes/staff/desk.tsx": { loader: "staff.enter", action: "people.manage" },
  "routes/staff/people.tsx": { loader: "people.manage" },
  "routes/staff/people-csv.ts": { loader: "people.manage" },
  "routes/staff/standing.tsx": { loader: "people.manage", action: "people.manage" },
  "routes/staff/person.tsx": { loader: "people.manage", action: "people.manage" },
  "routes/staff/audit.tsx": { loader: "audit.read" },
  "routes/staff/audit-csv.ts": { loader: "audit.read" },
  "routes/staff/mail.tsx": { loader: "mail.read", action: "mail.read" },
  "routes/staff/search.tsx": { loader: "search.operate", action: "search.operate" },
  "routes/editorial/queue.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/editorial/queue-csv.ts": { loader: "guides.edit" },
  "routes/editorial/export-zip.ts": { loader: "guides.edit" },
  "routes/editorial/import.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/editorial/preview.ts": { action: "guides.edit" },
  "routes/editorial/facts.tsx": { loader: "guides.edit" },
  "routes/editorial/market-facts.tsx": { loader: "guides.edit" },
  "routes/editorial/fact.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/editorial/editor.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/editorial/review.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/editorial/revisions.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/editorial/feedback.tsx": { loader: "guides.edit", action: "guides.edit" },
  "routes/not-found.tsx": read,
  "routes/api/openapi.ts": read,
  "routes/api/search.ts": read,
  "routes/api/suggest.ts": read,
  "routes/api/markets.ts": read,
  "routes/api/market.ts": read,
  "routes/api/opportunities.ts": read,
  "routes/api/not-found.ts": { loader: "site.read", action: "site.read" },
  "routes/search/ask.tsx": { loader: "desk.ask", action: "desk.ask" },
  "routes/search/questions.tsx": { loader: "desk.ask" },
  "routes/search/saved.tsx": { loader: "searches.save", action: "searches.save" },
  "routes/search/unsubscribe.tsx": enter,
  "routes/staff/synonyms.tsx": { loader: "search.operate", action: "search.operate" },
  "routes/staff/queries.tsx": { loader: "search.operate" },
  "routes/staff/queries-csv.ts": { loader: "search.operate" },
  "routes/staff/questions.tsx": { loader: "desk.answer", action: "desk.answer" },
  "routes/passports/passports.tsx": { loader: "passports.keep" },
  "routes/passports/passport-new.tsx": { loader: "passports.keep", action: "passports.keep" },
  "routes/passports/own-passport.tsx": { loader: "passports.keep", action: "passports.keep" },
  "routes/passports/trade.tsx": { loader: "trade.confirm", action: "trade.confirm" },
  "routes/passports/passport.tsx": { loader: "site.read", action: "site.read" },
  "routes/passports/passport-pdf.ts": read,
  "routes/verify/verify-form.tsx": { loader: "site.read", action: "site.read" },
  "routes/verify/endorsement.tsx": read,
  "routes/verify/credential-jwt.ts": read,
  "routes/verify/endorsement-pdf.ts": read,
  "routes/api/endorsement.ts": read,
  "routes/credentials/did.ts": read,
  "routes/credentials/status-list.ts": read,
  "routes/network/firm.tsx": { loader: "site.read", action: "network.read" },
  "routes/network/disclosure.tsx": { loader: "profile.edit", action: "profile.edit" },
  "routes/network/preview.tsx": { loader: "profile.edit" },
  "routes/network/suppliers.tsx": { loader: "network.read" },
  "routes/network/suppliers-csv.ts": { loader: "network.read" },
  "routes/network/kept.tsx": { loader: "network.read", action: "network.read" },
  "routes/network/compare.tsx": { loader: "network.read" },
  "routes/network/introductions.tsx": { loader: "network.read", action: "network.read" },
  "routes/network/introduction-new.tsx": { loader: "network.read", action: "network.read" },
  "routes/network/introductions-received.tsx": {
    loader: "introductions.answer",
    action: "introductions.answer",
  },
  "routes/staff/introductions.tsx": { loader: "introductions.forward", action: "introductions.forward" },
  "routes/staff/partner-scopes.tsx": { loader: "partnerScopes.set", action: "partnerScopes.set" },
  "routes/home/robots.ts": read,
  "routes/home/sitemap.ts": read,
  "routes/home/no-language.tsx": read,
};

/** Who holds each right, said a second time on purpose: a right widened by mistake must not go by unseen. */
const everybody = [...roles];
const people = everybody.filter((role) => role !== "visitor");
const confirmed = people.filter((role) => role !== "unverified");
const holders: Record<Right, Role[]> = {
  "site.read": everybody,
  "account.enter": everybody,
  "account.manage": people,
  "organisation.create": confirmed,
  "organisation.read": confirmed,
  "invitation.accept": people,
  "profile.edit": ["msme"],
  "sizeStandard.edit": ["admin"],
  "matches.read": ["msme"],
  "vetting.apply": ["msme"],
  "vetting.review": ["vetter"],
  "vetting.suspend": ["vetter", "admin"],
  "passports.keep": ["msme"],
  "trade.confirm": ["mnc"],
  "notifications.read": people,
  "feedback.send": everybody,
  "guides.follow": people,
  "checklists.keep": people,
  "staff.enter": ["editor", "vetter", "organiser", "admin"],
  "people.manage": ["admin"],
  "audit.read": ["admin"],
  "mail.read": ["admin"],
  "search.operate": ["editor", "admin"],
  "searches.save": people,
  "desk.ask": people,
  "desk.answer": ["editor", "organiser"],
  "guides.edit": ["editor"],
  "endorsements.draft": ["mnc"],
  "endorsements.approve": ["mncApprover"],
  "endorsements.answer": ["msme"],
  "endorsements.check": ["vetter", "admin"],
  "suppliers.invite": ["mnc"],
  "relations.declare": ["msme", "mnc", "partner"],
  "network.read": ["partner", "mnc"],
  "introductions.answer": ["msme"],
  "introductions.forward": ["organiser", "admin"],
  "partnerScopes.set": ["admin"],
};

// What the guard was asked and whether it let the request pass; the guard itself is the real one.
const asked = vi.hoisted(() => [] as { right: string; passed: boolean }[]);
vi.mock("#app/routes/guard.server.ts", async (original) => {
  const real = await original<typeof import("#app/routes/guard.server.ts")>();
  const watched =
    <Args extends [unknown, string], Result>(guard: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const entry = { right: args[1], passed: false };
      asked.push(entry);
      const result = guard(...args);
      entry.passed = true;
      return result;
    };
  return { ...real, guard: watched(real.guard), guardPerson: watched(real.guardPerson) };
});

type Handler = (args: object) => unknown;
type RouteModule = { loader?: Handler; action?: Handler };
const modules = import.meta.glob<RouteModule>("/app/routes/**/*.{ts,tsx}");

function filesOf(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [entry.file, ...filesOf(entry.children ?? [])]);
}
const files = filesOf(routes);

/** Somebody in each role, made as the portal makes them, and two who are not yet what they will be. */
async function everyRole(db: Database) {
  const passed = { secondFactor: true };
  const member = async (
    kind: "msme" | "mnc" | "partner",
    options: { approver?: boolean; pending?: boolean } = {},
  ) => {
    const { approver = false, pending = false } = options;
    const id = await makeUser(db, { secondFactor: approver });
    addMember(db, makeOrganisation(db, { kind, pending }), id, { role: "owner", approver });
    return signedIn(db, id, { secondFactor: approver });
  };
  const staff = async (role: "editor" | "vetter" | "organiser" | "admin") =>
    signedIn(db, await makeUser(db, { ...passed, staff: [role] }), passed);
  const actors: { who: string; as: Role[]; actor: Actor }[] = [
    { who: "visitor", as: ["visitor"], actor: { kind: "visitor" } },
    {
      who: "unverified",
      as: ["unverified"],
      actor: await signedIn(db, await makeUser(db, { verified: false })),
    },
    { who: "user", as: ["user"], actor: await signedIn(db, await makeUser(db)) },
    { who: "msme", as: ["user", "msme"], actor: await member("msme") },
    { who: "mnc", as: ["user", "mnc"], actor: await member("mnc") },
    {
      who: "mncApprover",
      as: ["user", "mnc", "mncApprover"],
      actor: await member("mnc", { approver: true }),
    },
    { who: "partner", as: ["user", "partner"], actor: await member("partner") },
    { who: "editor", as: ["user", "editor"], actor: await staff("editor") },
    { who: "vetter", as: ["user", "vetter"], actor: await staff("vetter") },
    { who: "organiser", as: ["user", "organiser"], actor: await staff("organiser") },
    { who: "admin", as: ["user", "admin"], actor: await staff("admin") },
    { who: "mnc not confirmed", as: ["user"], actor: await member("mnc", { pending: true }) },
    {
      who: "admin before the second factor",
      as: ["visitor"],
      actor: await signedIn(db, await makeUser(db, { ...passed, staff: ["admin"] })),
    },
  ];
  expect(actors.map(({ who }) => who)).toEqual(expect.arrayContaining(everybody));
  return actors;
}

async function ask(handler: Handler, verb: Verb, db: Database, actor: Actor): Promise<number> {
  const context = new RouterContextProvider();
  context.set(requestContext, { ...visitor(db), actor, nonce: "n" });
  const url = "http://fairway.example/en/somewhere";
  const request =
    verb === "loader" ? new Request(url) : new Request(url, { method: "POST", body: new FormData() });
  const params = { lang: "en", id: "none", slug: "none", market: "DE", topic: "standards", code: "DE" };
  try {
    await handler({ request, params, context });
    return 200;
  } catch (outcome) {
    // What a page meets after its guard (an empty database, a search that is not started) is not asked here.
    return outcome instanceof Response ? outcome.status : 200;
  }
}

beforeEach(() => {
  asked.length = 0;
});

test("every route is listed, and nothing is listed that is no route", () => {
  expect(Object.keys(expected).sort()).toEqual([...new Set(files)].sort());
});

test("every right is held by exactly those who should", () => {
  for (const right of Object.keys(rights) as Right[]) {
    expect([right, [...rights[right]].sort()]).toEqual([right, [...holders[right]].sort()]);
  }
});

describe.each(files)("%s", (file) => {
  test("asks its right first, of every role, in loader and action", async () => {
    const db = testDatabase();
    const module = await modules[`/app/${file}`]!();
    const verbs = (["loader", "action"] as const).filter((verb) => module[verb]);
    expect(verbs).toEqual(Object.keys(expected[file]!));
    for (const { who, as, actor } of await everyRole(db)) {
      for (const verb of verbs) {
        asked.length = 0;
        const status = await ask(module[verb]!, verb, db, actor);
        const right = expected[file]![verb]!;
        const passed = as.some((role) => holders[right].includes(role));
        expect({ who, verb, ...asked[0] }).toEqual({ who, verb, right, passed });
        if (passed) expect({ who, verb, status }).not.toEqual({ who, verb, status: 403 });
        else expect([302, 403]).toContain(status);
      }
    }
  });
});
