import { expect, test } from "vitest";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";

const entry = { action: "profile.save" as const, record: "test", recordId: "1", from: "draft", to: "open" };

test("an audit entry can be added and read, never changed, replaced or removed", () => {
  const db = testDatabase();
  db.transaction((tx) => recordAudit(tx, testCtx(db), entry));
  const [written] = db.select().from(auditEntries).all();
  expect(written).toMatchObject({
    action: "profile.save",
    fromState: "draft",
    toState: "open",
    actorId: null,
  });

  expect(() => db.update(auditEntries).set({ action: "other" }).run()).toThrow(/append-only/);
  expect(() => db.delete(auditEntries).run()).toThrow(/append-only/);
  expect(() => db.$client.exec("insert or replace into audit_entries select * from audit_entries")).toThrow(
    /append-only/,
  );
  expect(db.select().from(auditEntries).all()).toEqual([written]);
});

test("a change that fails leaves no entry behind", () => {
  const db = testDatabase();
  expect(() =>
    db.transaction((tx) => {
      recordAudit(tx, testCtx(db), entry);
      throw new Error("the write after it failed");
    }),
  ).toThrow();
  expect(db.select().from(auditEntries).all()).toEqual([]);
});
