import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import type { Database } from "#db/client.server.ts";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { sectors } from "#db/schema/markets.ts";
import { decideFlag } from "#app/modules/endorsements/decide-flag.server.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { startDraft } from "#app/modules/endorsements/save-draft.server.ts";
import { submitEndorsement } from "#app/modules/endorsements/submit-endorsement.server.ts";
import type { Person } from "#app/platform/context.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { insertVetting } from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";

const hourMs = 3_600_000;
const at = (hours: number) => new Date(testNow.getTime() + hours * hourMs);

async function site() {
  const db = testDatabase();
  db.insert(sectors)
    .values({ code: "95", parentCode: null, kind: "chapter", nameEn: "Toys", nameZh: "玩具", position: 1 })
    .run();
  const drafter = await makeUser(db);
  const vetter = await makeUser(db, { secondFactor: true, staff: ["vetter"] });
  return { db, drafter, staff: await signedIn(db, vetter, { secondFactor: true }) };
}

/** A multinational of its own, for which the one person here drafts from now on. */
async function multinational(db: Database, userId: string): Promise<Person> {
  const id = makeOrganisation(db, { kind: "mnc" });
  db.$client.prepare("delete from memberships where user_id = ?").run(userId);
  addMember(db, id, userId);
  return signedIn(db, userId);
}

function handIn(db: Database, drafter: Person, now: Date): string {
  const msme = makeOrganisation(db, { kind: "msme" });
  insertVetting(db, msme);
  const ctx = as(db, drafter, { now });
  const id = startDraft(ctx, msme, {
    supplierSince: 2021,
    relationship: "directSupplier",
    spendBand: undefined,
    goodsEn: "Wooden toys",
    goodsZh: "",
    recordEn: "On time.",
    recordZh: "",
    scopeSectors: ["95"],
    scopeMarkets: [],
    audience: "public",
    conflictStatement: "We hold no share of this firm, and no director is shared.",
    firstDay: "2026-11-22",
    lastDay: "2027-11-20",
  });
  submitEndorsement(ctx, id);
  return id;
}

/** As if the second person and the firm had agreed at once. */
const activate = (db: Database, id: string) =>
  db.update(endorsements).set({ state: "active" }).where(eq(endorsements.id, id)).run();
const flagged = (db: Database) =>
  db
    .select({ id: endorsementFlags.endorsementId })
    .from(endorsementFlags)
    .where(eq(endorsementFlags.kind, "massEndorsement"))
    .all()
    .map(({ id }) => id);
const shown = (db: Database, now: Date) =>
  endorsementsInForce(testCtx(db, undefined, now)).map(({ id }) => id);

test("what became active early in a burst is out of sight from the moment the burst shows, until it is cleared", async () => {
  const { db, drafter, staff } = await site();
  const mnc = await multinational(db, drafter);
  const before = handIn(db, mnc, at(0));
  activate(db, before);
  const early = [40, 41, 42, 43, 44, 45, 46, 47].map((hour) => handIn(db, mnc, at(hour)));
  early.slice(0, 4).forEach((id) => activate(db, id));
  expect(shown(db, at(47))).toHaveLength(5);
  const ninth = handIn(db, mnc, at(48));
  expect(flagged(db).sort()).toEqual([...early, ninth].sort());
  expect(shown(db, at(48))).toEqual([before]);
  const flag = db.select().from(endorsementFlags).where(eq(endorsementFlags.endorsementId, early[0]!)).get()!;
  decideFlag(as(db, staff, { now: at(49) }), {
    flag: flag.id,
    outcome: "cleared",
    reason: "Known suppliers for years.",
  });
  expect(shown(db, at(49)).sort()).toEqual([before, early[0]!].sort());
  // A tenth does not raise again what staff have cleared.
  handIn(db, mnc, at(50));
  expect(shown(db, at(50)).sort()).toEqual([before, early[0]!].sort());
});

test("one that was handed in with a burst and taken back stays flagged when it comes again", async () => {
  const { db, drafter } = await site();
  const mnc = await multinational(db, drafter);
  const first = handIn(db, mnc, at(0));
  db.update(endorsements).set({ state: "draft" }).where(eq(endorsements.id, first)).run();
  for (let count = 1; count < 9; count++) handIn(db, mnc, at(count));
  submitEndorsement(as(db, mnc, { now: at(100) }), first);
  expect(flagged(db)).toContain(first);
});

/** The rule said another way: was there a moment at which a window with this one in it held too many? */
function inBurst(times: readonly number[], own: number): boolean {
  return times.some((now, index) => {
    const known = times.slice(0, index + 1);
    return [
      { width: 24, usual: 8, factor: 3 },
      { width: 168, usual: 20, factor: 2 },
    ].some(({ width, usual, factor }) => {
      if (own > now || own <= now - width) return false;
      const held = (until: number) => known.filter((time) => time <= until && time > until - width).length;
      const before = known.filter((time) => time <= now - width && time > now - width - 180 * 24);
      const busiest = Math.max(0, ...before.map(held));
      return held(now) > Math.max(usual, factor * busiest);
    });
  });
}

test("whatever the pace, exactly those of a burst are flagged, and none of them is in force", async () => {
  const { db, drafter } = await site();
  /** Spells of work at one pace, with a pause before each. */
  const spell = fc
    .record({
      pause: fc.constantFrom(9, 23.5, 24, 30, 100),
      pace: fc.constantFrom(0.1, 1, 2.5),
      active: fc.array(fc.boolean(), { minLength: 1, maxLength: 12, size: "max" }),
    })
    .map(({ pause, pace, active }) =>
      active.map((active, index) => ({ gap: index === 0 ? pause : pace, active })),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(spell, { minLength: 1, maxLength: 4, size: "max" }), async (spells) => {
      const submissions = spells.flat();
      db.delete(endorsements).run();
      const mnc = await multinational(db, drafter);
      const ids: string[] = [];
      const times: number[] = [];
      for (const one of submissions) {
        times.push((times.at(-1) ?? 0) + one.gap);
        const id = handIn(db, mnc, at(times.at(-1)!));
        if (one.active) activate(db, id);
        ids.push(id);
      }
      const burst = ids.filter((_, index) => inBurst(times, times[index]!));
      expect(flagged(db).sort()).toEqual([...burst].sort());
      const calm = ids.filter((id, index) => submissions[index]!.active && !burst.includes(id));
      expect(shown(db, at(times.at(-1)!)).sort()).toEqual([...calm].sort());
    }),
    { numRuns: 25 },
  );
}, 60_000);
