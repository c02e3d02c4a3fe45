import { describe, expect, test } from "vitest";
import {
  resetSecondFactor,
  setDisabled,
  setManyDisabled,
  setStaffRoles,
} from "#app/modules/accounts/manage-person.server.ts";
import { listPeople, personById } from "#app/modules/accounts/queries.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { listAudit } from "#app/modules/audit/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import {
  addMember,
  makeOrganisation,
  makeUser,
  signedIn,
  testPassword,
  userRow,
} from "#tests/factories/accounts.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

async function admin(db: Database, email = "admin@chamber.cn") {
  const id = await makeUser(db, { email, secondFactor: true, staff: ["admin"] });
  return signedIn(db, id, { secondFactor: true });
}
const noFilter = { q: "", role: "", state: "", page: 1 };
const noAuditFilter = { record: "", actor: "", action: "", from: "", to: "" };

describe("staff roles", () => {
  test("are given and taken by admins, end the person's sessions, and leave a trace", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    const id = await makeUser(db);
    await signedIn(db, id);
    setStaffRoles(as(db, boss), id, ["vetter", "editor"]);
    expect(personById(as(db, boss), id)).toMatchObject({ roles: ["editor", "vetter"], openSessions: 0 });
    setStaffRoles(as(db, boss), id, ["editor"]);
    const { entries } = listAudit(as(db, boss), { ...noAuditFilter, record: id }, 10, 0);
    expect(entries.map(({ fromState, toState }) => [fromState, toState])).toEqual([
      ["editor+vetter", "editor"],
      ["", "editor+vetter"],
    ]);
  });

  test("nobody but an admin in a session with the second factor gives them", async () => {
    const db = testDatabase();
    const id = await makeUser(db, { secondFactor: true, staff: ["admin"] });
    const half = await signedIn(db, id);
    expect(() => setStaffRoles(as(db, half), id, ["admin", "vetter"])).toThrow("right.missing");
    const editor = await makeUser(db, { secondFactor: true, staff: ["editor"] });
    const passed = await signedIn(db, editor, { secondFactor: true });
    expect(() => setStaffRoles(as(db, passed), editor, ["admin"])).toThrow("right.missing");
  });

  test("an admin neither drops the own admin role nor closes the own account", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    await admin(db, "second@chamber.cn");
    expect(() => setStaffRoles(as(db, boss), boss.userId, ["editor"])).toThrow("person.ownAdmin");
    expect(() => setDisabled(as(db, boss), boss.userId, true)).toThrow("person.ownAdmin");
    setStaffRoles(as(db, boss), boss.userId, ["admin", "editor"]);
  });

  test("are for confirmed people who act for nobody but the chamber", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    const unverified = await makeUser(db, { verified: false });
    expect(() => setStaffRoles(as(db, boss), unverified, ["editor"])).toThrow("person.unverified");
    const closed = await makeUser(db, { disabled: true });
    expect(() => setStaffRoles(as(db, boss), closed, ["editor"])).toThrow("person.disabled");
    const firm = await makeUser(db);
    addMember(db, makeOrganisation(db), firm);
    expect(() => setStaffRoles(as(db, boss), firm, ["vetter"])).toThrow("person.otherOrganisation");
    const colleague = await makeUser(db);
    addMember(db, makeOrganisation(db, { kind: "chamber" }), colleague);
    setStaffRoles(as(db, boss), colleague, ["vetter"]);
  });
});

test("a closed account cannot sign in until it is opened again", async () => {
  const db = testDatabase();
  const boss = await admin(db);
  const id = await makeUser(db, { email: "lin@firm.cn" });
  const enter = () => signIn(visitor(db), { email: "lin@firm.cn", password: testPassword, userAgent: null });
  setDisabled(as(db, boss), id, true);
  await expect(enter()).rejects.toThrow("signIn.disabled");
  setDisabled(as(db, boss), id, false);
  expect(await enter()).toMatchObject({ next: null });
});

describe("several accounts at once", () => {
  test("are closed and opened, each with its own trace; those that stand so already are passed over", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    const [a, b, closed] = [await makeUser(db), await makeUser(db), await makeUser(db, { disabled: true })];
    await signedIn(db, a);
    expect(setManyDisabled(as(db, boss), [a, b, b, closed], true)).toBe(2);
    expect([a, b, closed].map((id) => userRow(db, id).disabledAt)).toEqual([testNow, testNow, testNow]);
    expect(personById(as(db, boss), a)).toMatchObject({ openSessions: 0 });
    const trail = listAudit(as(db, boss), { ...noAuditFilter, action: "account.disable" }, 10, 0);
    expect(trail.entries.map(({ recordId }) => recordId).sort()).toEqual([a, b].sort());
    expect(setManyDisabled(as(db, boss), [a, b], false)).toBe(2);
    expect(userRow(db, a).disabledAt).toBeNull();
  });

  test("all or none: one that may not be closed keeps the others open", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    const a = await makeUser(db);
    expect(() => setManyDisabled(as(db, boss), [a, boss.userId], true)).toThrow("person.ownAdmin");
    expect(() => setManyDisabled(as(db, boss), [a, "nobody"], true)).toThrow("member.gone");
    expect(userRow(db, a).disabledAt).toBeNull();
    const plain = await signedIn(db, a);
    expect(() => setManyDisabled(as(db, plain), [boss.userId], true)).toThrow("right.missing");
  });

  test("among them never the last admin who can act", async () => {
    const db = testDatabase();
    const boss = await admin(db);
    const second = await admin(db, "second@chamber.cn");
    setManyDisabled(as(db, boss), [second.userId], true);
    expect(() => setManyDisabled(as(db, second), [boss.userId], true)).toThrow("person.lastAdmin");
  });
});

test("an admin frees somebody who lost device and codes", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { secondFactor: true });
  resetSecondFactor(as(db, await admin(db)), id);
  expect(userRow(db, id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null });
});

test("people are found by words, role and state; signs of the pattern language are plain", async () => {
  const db = testDatabase();
  const boss = await admin(db);
  const lin = await makeUser(db, { email: "lin_100%@firm.cn", name: "林清月" });
  await makeUser(db, { email: "new@firm.cn", verified: false });
  addMember(db, makeOrganisation(db, { nameEn: "Quince Works" }), lin);
  const found = (filter: Partial<typeof noFilter>) =>
    listPeople(as(db, boss), { ...noFilter, ...filter }).people.map(({ email }) => email);
  expect(found({ q: "清月" })).toEqual(["lin_100%@firm.cn"]);
  expect(found({ q: "quince" })).toEqual(["lin_100%@firm.cn"]);
  expect(found({ q: "100%" })).toEqual(["lin_100%@firm.cn"]);
  expect(found({ q: "%" })).toEqual(["lin_100%@firm.cn"]);
  expect(found({ role: "staff" })).toEqual(["admin@chamber.cn"]);
  expect(found({ role: "vetter" })).toEqual([]);
  expect(found({ state: "unverified" })).toEqual(["new@firm.cn"]);
});

test("the trail is filtered by record, person, action and Beijing day", async () => {
  const db = testDatabase();
  const boss = await admin(db);
  const id = await makeUser(db);
  const lateEvening = new Date("2026-11-22T16:30:00Z");
  setDisabled(as(db, boss), id, true);
  setDisabled(as(db, boss, { now: lateEvening }), id, false);
  const actions = (filter: Partial<typeof noAuditFilter>) =>
    listAudit(as(db, boss), { ...noAuditFilter, ...filter }, 10, 0).entries.map(({ action }) => action);
  expect(actions({ from: "2026-11-23" })).toEqual(["account.enable"]);
  expect(actions({ to: "2026-11-22" })).toEqual(["account.disable"]);
  expect(actions({ actor: "ADMIN@chamber.cn" })).toHaveLength(2);
  expect(actions({ actor: "nobody@chamber.cn" })).toEqual([]);
  expect(actions({ action: "account.dis" })).toEqual(["account.disable"]);
  expect(actions({ record: "user" })).toHaveLength(2);
});
