import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeFirstAdmin } from "#app/modules/accounts/make-first-admin.server.ts";
import { auditEntries, staffRoles, users } from "#db/schema/index.ts";
import { addMember, makeOrganisation } from "#tests/factories/accounts.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

function person(db: ReturnType<typeof testDatabase>, email: string): string {
  return db
    .insert(users)
    .values({ email, name: email, lang: "en", passwordHash: "x", createdAt: testNow })
    .returning({ id: users.id })
    .get().id;
}

describe("the first administrator", () => {
  it("is an account that exists, confirmed from then on, with a trace in the trail", () => {
    const db = testDatabase();
    const id = person(db, "li@chamber.example");
    makeFirstAdmin(db, " Li@Chamber.example ", testNow);
    expect(db.select().from(staffRoles).all()).toMatchObject([{ userId: id, role: "admin" }]);
    expect(db.select().from(users).where(eq(users.id, id)).get()?.emailVerifiedAt).toEqual(testNow);
    expect(db.select().from(auditEntries).all()).toMatchObject([
      { action: "staffRoles.set", recordId: id, toState: "admin" },
    ]);
  });

  it("is refused for an unknown address, and once there is one", () => {
    const db = testDatabase();
    expect(() => makeFirstAdmin(db, "nobody@chamber.example", testNow)).toThrow("person.unknown");
    person(db, "li@chamber.example");
    person(db, "wang@chamber.example");
    makeFirstAdmin(db, "li@chamber.example", testNow);
    expect(() => makeFirstAdmin(db, "wang@chamber.example", testNow)).toThrow("person.adminExists");
  });

  it("is nobody who acts for a firm", () => {
    const db = testDatabase();
    addMember(db, makeOrganisation(db, { kind: "msme" }), person(db, "li@firm.example"), { role: "owner" });
    expect(() => makeFirstAdmin(db, "li@firm.example", testNow)).toThrow("person.otherOrganisation");
    expect(db.select().from(staffRoles).all()).toEqual([]);
  });
});
