import { expect, onTestFinished, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { memberships, users } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { profileCertificates } from "#db/schema/msmes.ts";
import { notifications } from "#db/schema/notifications.ts";
import { revokeEndorsement } from "#app/modules/endorsements/end-endorsement.server.ts";
import { endAndRemind } from "#app/modules/endorsements/expire-endorsements.server.ts";
import { remindOfCertificates } from "#app/modules/msmes/remind-of-certificates.server.ts";
import { answerIntroduction } from "#app/modules/network/answer-introduction.server.ts";
import { askIntroduction } from "#app/modules/network/ask-introduction.server.ts";
import { forwardIntroduction } from "#app/modules/network/forward-introduction.server.ts";
import { keepIntroductions } from "#app/modules/network/keep-introductions.server.ts";
import { confirmTrade } from "#app/modules/passports/confirm-trade.server.ts";
import { keepStanding } from "#app/modules/vetting/keep-standing.server.ts";
import type { Person } from "#app/platform/context.ts";
import { makeOnlookers } from "#tests/factories/onlookers.ts";
import { daysFromNow } from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { letters as lettersIn } from "#tests/fakes/mailbox.ts";

type Town = Awaited<ReturnType<typeof makeOnlookers>>;

/** Everything that writes to somebody about a firm of somebody else's, done once or more. */
function muchHappens({ db, shown, people }: Town): void {
  const person = (who: string) => people.find((one) => one.who === who)!.actor as Person;
  const [asker, desk, endorser] = [person("multinational"), person("organiser"), person("endorser")];
  const message = "We look for a maker of wooden puzzles, 8,000 pieces.";
  const ids = shown.map(({ id, level }) => {
    const asked = askIntroduction(as(db, asker), { firm: id, message })!;
    const intent = level === "staff" ? "refuse" : "forward";
    forwardIntroduction(as(db, desk), { id: asked, intent, note: "Please say more." });
    return asked;
  });
  const answers = ["none", "accept", "decline", "end", "none"] as const;
  shown.forEach(({ actor }, index) => {
    const answer = answers[index]!;
    if (answer === "none") return;
    answerIntroduction(as(db, actor), ids[index]!, answer === "end" ? "accept" : answer);
    if (answer === "end") answerIntroduction(as(db, actor), ids[index]!, "end");
  });
  keepIntroductions(db, daysFromNow(12));
  keepIntroductions(db, daysFromNow(14));

  db.update(profileCertificates).set({ expiresOn: "2026-12-12" }).run();
  remindOfCertificates(db, daysFromNow(0));
  for (const days of [170, 195, 201]) keepStanding(db, daysFromNow(days));

  confirmTrade(as(db, endorser), { msmeId: shown[0]!.id, year: 2025, spendBand: "to1m" });
  const own = db.select().from(endorsements).where(eq(endorsements.mncId, endorser.organisation!.id)).all();
  revokeEndorsement(as(db, endorser), own[0]!.id, "relationshipEnded");
  for (const days of [250, 295, 301]) endAndRemind(db, daysFromNow(days));
}

/** The firm that a person belongs to, if any. */
const firmsOf = (db: Database) =>
  new Map(
    db
      .select({ id: users.id, email: users.email, firm: memberships.organisationId })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .all()
      .flatMap(({ id, email, firm }) => [
        [id, firm],
        [email, firm],
      ]),
  );

test("letters, notifications and the trail tell nobody anything of another's profile", async () => {
  const town = await makeOnlookers();
  onTestFinished(town.close);
  const { db, firms } = town;
  muchHappens(town);
  const letters = lettersIn(db);
  const lines = db.select().from(notifications).all();
  // What this test reads is really there: of each kind of letter and line at least one.
  expect([...new Set(letters.map(({ template }) => template))].sort()).toEqual([
    "certificatesEnding",
    "endorsementExpiring",
    "introductionAnswered",
    "introductionForwarded",
    "introductionReminder",
    "vettingStep",
  ]);
  expect([...new Set(lines.map(({ key }) => key))].sort()).toEqual([
    "certificates.ending",
    "endorsement.expired",
    "endorsement.expiring",
    "endorsement.revoked",
    "introduction.accepted",
    "introduction.asked",
    "introduction.declined",
    "introduction.ended",
    "introduction.forwarded",
    "introduction.lapsed",
    "introduction.refused",
    "introduction.remind",
    "trade.confirmed",
    "vetting.lapsed",
    "vetting.remind",
  ]);

  const firmOf = firmsOf(db);
  const told = [
    ...letters.map((one) => ({ firm: firmOf.get(one.to), text: JSON.stringify(one), what: one.template })),
    ...lines.map((one) => ({ firm: firmOf.get(one.userId), text: JSON.stringify(one), what: one.key })),
    ...db
      .select()
      .from(auditEntries)
      .all()
      .map((one) => ({ firm: undefined, text: JSON.stringify(one), what: one.action })),
  ];
  const leaks = told.filter(({ firm, text }) => {
    const others = Object.values(firms).filter(({ id }) => id !== firm);
    const canaries = others.flatMap((one) => Object.values(one.canaries).flat());
    return canaries.some((canary) => text.includes(canary)) || /cnry(record|goods)/.test(text);
  });
  expect(leaks.map(({ what }) => what)).toEqual([]);
  // A firm does read of its own certificates.
  expect(told.filter(({ text }) => text.includes("cnrycertificate")).length).toBeGreaterThan(5);
});
