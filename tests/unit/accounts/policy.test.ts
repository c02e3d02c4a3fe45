import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wouldLoseLastAdmin, wouldLoseLastOwner } from "#app/modules/accounts/policy.ts";
import { may, needsSecondFactor, rights, rolesOf, type Right } from "#app/modules/accounts/rights.ts";
import type { Person } from "#app/platform/context.ts";

const person = (change: Partial<Person> = {}): Person => ({
  kind: "user",
  userId: "u",
  sessionId: "s",
  name: "Lin",
  email: "lin@firm.cn",
  lang: "zh",
  emailVerified: true,
  secondFactor: false,
  secondFactorSetUp: false,
  organisation: null,
  staffRoles: [],
  ...change,
});
const mnc = { id: "o", kind: "mnc" as const, nameEn: "M", nameZh: "", role: "owner" as const };

describe("roles of a person", () => {
  test("staff roles count only after the second factor", () => {
    const admin = person({ staffRoles: ["admin"], secondFactorSetUp: true });
    expect(may(admin, "people.manage")).toBe(false);
    expect(may({ ...admin, secondFactor: true }, "people.manage")).toBe(true);
  });

  test("whoever has a second factor and has not shown it yet is a visitor", () => {
    expect(rolesOf(person({ secondFactorSetUp: true }))).toEqual(["visitor"]);
    expect(needsSecondFactor(person({ secondFactorSetUp: true }))).toBe(true);
  });

  test("an organisation that waits to be confirmed gives no role", () => {
    const approver = { ...mnc, approver: true };
    const shown = { secondFactorSetUp: true, secondFactor: true };
    expect(rolesOf(person({ ...shown, organisation: { ...approver, pending: true } }))).toEqual(["user"]);
    expect(rolesOf(person({ ...shown, organisation: approver }))).toEqual(["user", "mnc", "mncApprover"]);
  });

  test("an address that is not confirmed keeps every right of an organisation or of staff shut", () => {
    const all = person({
      emailVerified: false,
      secondFactor: true,
      secondFactorSetUp: true,
      staffRoles: ["admin", "editor"],
      organisation: { ...mnc, approver: true },
    });
    const open = (Object.keys(rights) as Right[]).filter((right) => may(all, right));
    expect(open.every((right) => (rights[right] as readonly string[]).includes("unverified"))).toBe(true);
  });
});

test("an organisation never loses its last owner, and a change that keeps one is never refused", () => {
  const standing = fc.constantFrom({ role: "owner" as const }, { role: "member" as const });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), standing, fc.option(standing), (owners, before, after) => {
      const left = owners - (before.role === "owner" ? 1 : 0) + (after?.role === "owner" ? 1 : 0);
      return wouldLoseLastOwner(owners, before, after) === left < 1;
    }),
  );
});

test("the chamber never loses its last admin", () => {
  expect(wouldLoseLastAdmin(1, true, false)).toBe(true);
  expect(wouldLoseLastAdmin(2, true, false)).toBe(false);
  expect(wouldLoseLastAdmin(1, false, false)).toBe(false);
});
