import { beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { certificateReminders, profileCertificates } from "#db/schema/msmes.ts";
import { notifications } from "#db/schema/notifications.ts";
import { remindOfCertificates } from "#app/modules/msmes/remind-of-certificates.server.ts";
import { saveProfileGroup } from "#app/modules/msmes/save-profile.server.ts";
import type { Person } from "#app/platform/context.ts";
import { addMember, makeUser } from "#tests/factories/accounts.ts";
import { daysFromNow, makeFirm } from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { letters as lettersIn } from "#tests/fakes/mailbox.ts";

let db: Database;
let firm: { id: string; actor: Person };
beforeEach(async () => {
  db = testDatabase();
  firm = await makeFirm(db, "Quince Works");
});

type Given = { code: string; issuer?: string; expiresOn?: string };
const hold = (...certificates: Given[]) =>
  saveProfileGroup(as(db, firm.actor), {
    group: "certificates",
    value: { certificates: certificates.map((one) => ({ issuer: "TÜV", ...one })) },
  } as Parameters<typeof saveProfileGroup>[1]);
const lines = () => db.select().from(notifications).where(eq(notifications.userId, firm.actor.userId)).all();
const letters = () => lettersIn(db);
/** testNow is 22 November 2026, noon in Beijing; this is the day 100 days later. */
const inHundredDays = "2027-03-02";

test("a firm is told 60, 30 and 7 days before, once each, however often its list is saved", () => {
  const days = Array.from({ length: 110 }, (_, day) => {
    hold({ code: "CE", expiresOn: inHundredDays });
    remindOfCertificates(db, daysFromNow(day));
    remindOfCertificates(db, daysFromNow(day));
    return lines().length;
  });
  const told = days.flatMap((count, day) => (count > (days[day - 1] ?? 0) ? [100 - day] : []));
  expect(told).toEqual([60, 30, 7]);
  expect(letters()).toHaveLength(3);
  // Nothing is kept of certificates that are over.
  expect(db.select().from(certificateReminders).all()).toEqual([]);
});

test("line and letter name the certificate and its day, and lead to the field", async () => {
  const chinese = await makeUser(db, { lang: "zh", email: "chen@firm.example" });
  const unproved = await makeUser(db, { verified: false });
  addMember(db, firm.id, chinese);
  addMember(db, firm.id, unproved);
  hold({ code: "CE", expiresOn: "2026-11-30" }, { code: "ISO 9001", expiresOn: "2026-12-01" });
  expect(remindOfCertificates(db, daysFromNow(0))).toBe(1);
  expect(lines()).toMatchObject([
    {
      key: "certificates.ending",
      path: "/profile/certificates#certificates",
      params: { listEn: "CE · 30 Nov 2026; ISO 9001 · 1 Dec 2026" },
    },
  ]);
  expect(letters()).toHaveLength(2);
  const chineseLetter = letters().find(({ to }) => to === "chen@firm.example")!;
  expect(chineseLetter.text).toContain("ISO 9001 · 2026年12月1日");
  expect(chineseLetter.text).toContain("/zh/profile/certificates#certificates");
});

test.each<[string, Given[]]>([
  ["endless", [{ code: "CE" }]],
  ["over", [{ code: "CE", expiresOn: "2026-11-21" }]],
  ["far off", [{ code: "CE", expiresOn: "2027-01-22" }]],
  [
    "already renewed",
    [
      { code: "ISO 9001:2015", expiresOn: "2026-11-30" },
      { code: "iso9001", expiresOn: "2029-11-30" },
    ],
  ],
])("of a certificate that is %s nothing is said", (_, certificates) => {
  hold(...certificates);
  expect(remindOfCertificates(db, daysFromNow(0))).toBe(0);
  expect(lines()).toEqual([]);
});

test("on its last day in Beijing it still counts, and after a pause only the most pressing reminder goes", () => {
  hold({ code: "CE", expiresOn: "2026-11-22" });
  expect(remindOfCertificates(db, new Date("2026-11-22T15:59:00Z"))).toBe(1);
  expect(remindOfCertificates(db, new Date("2026-11-22T15:59:00Z"))).toBe(0);
  expect(lines()).toHaveLength(1);
});

test("a new date starts its own reminders", () => {
  hold({ code: "CE", expiresOn: "2026-12-10" });
  expect(remindOfCertificates(db, daysFromNow(0))).toBe(1);
  hold({ code: "CE", expiresOn: "2026-12-12" });
  expect(remindOfCertificates(db, daysFromNow(0))).toBe(1);
  expect(db.select().from(profileCertificates).all()).toHaveLength(1);
});
