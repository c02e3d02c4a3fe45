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
  "profile.edit": ["msme"],
  "matches.read": ["msme"],
  "notifications.read": signedIn,
  "staff.enter": staff,
  "people.manage": ["admin"],
  "audit.read": ["admin"],
  "mail.read": ["admin"],
  "search.operate": ["admin", "editor"],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof rights;

/** Which second factor rule holds: staff and MNC approvers act only in a session that passed it. */
export function needsSecondFactor(actor: Actor): boolean {
  return actor.kind === "user" && (actor.staffRoles.length > 0 || actor.organisation?.approver === true);
}

/** All roles an actor holds. Staff roles and approver count only after the second factor. */
export function rolesOf(actor: Actor): Role[] {
  if (actor.kind === "visitor") return ["visitor"];
  const held: Role[] = [actor.emailVerified ? "user" : "unverified"];
  if (!actor.emailVerified) return held;
  if (actor.organisation && actor.organisation.kind !== "chamber") held.push(actor.organisation.kind);
  if (actor.organisation?.approver && actor.secondFactor) held.push("mncApprover");
  if (actor.secondFactor) held.push(...(actor.staffRoles satisfies StaffRole[]));
  return held;
}

export function may(actor: Actor, right: Right): boolean {
  const allowed: readonly Role[] = rights[right];
  return rolesOf(actor).some((role) => allowed.includes(role));
}
