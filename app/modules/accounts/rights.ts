import type { Actor, StaffRole } from "#app/platform/context.ts";

/** The roles that rights are given to. One person can hold several. */
export const roles = [
  "visitor",
  "unverified",
  "user",
  "msme",
  "mnc",
  "mncApprover",
  "partner",
  "editor",
  "vetter",
  "organiser",
  "admin",
] as const;
export type Role = (typeof roles)[number];

const everyone = roles;
const signedIn = roles.filter((role) => role !== "visitor");
const verified = signedIn.filter((role) => role !== "unverified");
const staff: Role[] = ["editor", "vetter", "organiser", "admin"];

/**
 * The one table of rights. A right is a row; routes name the right they need (routes table below), verbs ask
 * `may(actor, right)` again, and the same function hides the button.
 */
export const rights = {
  "site.read": everyone,
  "account.enter": everyone,
  "account.manage": signedIn,
  "organisation.create": verified,
  "organisation.read": verified,
  "invitation.accept": signedIn,
  "profile.edit": ["msme"],
  "sizeStandard.edit": ["admin"],
  "matches.read": ["msme"],
  "vetting.apply": ["msme"],
  "vetting.review": ["vetter"],
  "vetting.suspend": ["vetter", "admin"],
  "passports.keep": ["msme"],
  "trade.confirm": ["mnc"],
  "notifications.read": signedIn,
  "feedback.send": everyone,
  "guides.follow": signedIn,
  "checklists.keep": signedIn,
  "staff.enter": staff,
  "people.manage": ["admin"],
  "audit.read": ["admin"],
  "mail.read": ["admin"],
  "search.operate": ["admin", "editor"],
  "searches.save": signedIn,
  "desk.ask": signedIn,
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
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof rights;

/** Whose account must have a second factor: staff and MNC approvers. */
export function mustHaveSecondFactor(actor: Actor): boolean {
  return actor.kind === "user" && (actor.staffRoles.length > 0 || actor.organisation?.approver === true);
}

/** Whose session must pass the second factor: those who must have one, and all who chose to have one. */
export function needsSecondFactor(actor: Actor): boolean {
  return mustHaveSecondFactor(actor) || (actor.kind === "user" && actor.secondFactorSetUp);
}

/**
 * All roles an actor holds. Staff roles and approver count only after the second factor; somebody who has a second
 * factor and has not shown it yet is still a visitor. An organisation that the chamber has not confirmed gives none.
 */
export function rolesOf(actor: Actor): Role[] {
  if (actor.kind === "visitor") return ["visitor"];
  if (actor.secondFactorSetUp && !actor.secondFactor) return ["visitor"];
  const held: Role[] = [actor.emailVerified ? "user" : "unverified"];
  if (!actor.emailVerified) return held;
  const organisation = actor.organisation?.pending ? null : actor.organisation;
  if (organisation && organisation.kind !== "chamber") held.push(organisation.kind);
  if (organisation?.kind === "mnc" && organisation.approver && actor.secondFactor) held.push("mncApprover");
  if (actor.secondFactor) held.push(...(actor.staffRoles satisfies StaffRole[]));
  return held;
}

export function may(actor: Actor, right: Right): boolean {
  const allowed: readonly Role[] = rights[right];
  return rolesOf(actor).some((role) => allowed.includes(role));
}
