import { DomainError } from "#app/platform/domain-error.ts";
import type { Actor, Person } from "#app/platform/context.ts";
import { may, type Right } from "./rights.ts";

/** @throws DomainError when the actor does not hold the right. Verbs ask again what the guard asked. */
export function demand(actor: Actor, right: Right): asserts actor is Person {
  if (actor.kind !== "user" || !may(actor, right)) throw new DomainError("right.missing");
}

type Standing = { role: "owner" | "member" } | null;

/** Owners invite, remove and change members, also while the chamber has not confirmed the organisation yet. */
export function mayManageMembers(actor: Actor): boolean {
  return actor.kind === "user" && may(actor, "organisation.read") && actor.organisation?.role === "owner";
}

/** An organisation always has an owner: the last one can neither leave, be removed nor become a member. */
export function wouldLoseLastOwner(owners: number, before: Standing, after: Standing): boolean {
  return before?.role === "owner" && after?.role !== "owner" && owners <= 1;
}

/** The chamber always has an admin who can act: the last one can neither lose the role nor be disabled. */
export function wouldLoseLastAdmin(activeAdmins: number, isAdmin: boolean, staysAdmin: boolean): boolean {
  return isAdmin && !staysAdmin && activeAdmins <= 1;
}

/** Only multinationals have approvers: the second person who approves an endorsement. */
export function mayBeApprover(kind: string): boolean {
  return kind === "mnc";
}
