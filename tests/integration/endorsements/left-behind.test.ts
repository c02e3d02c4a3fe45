import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "#db/schema/accounts.ts";
import { endorsementFlags } from "#db/schema/endorsements.ts";
import { townId } from "#db/seed/town-ids.ts";
import { decideFlag } from "#app/modules/endorsements/decide-flag.server.ts";
import { endAndRemind } from "#app/modules/endorsements/expire-endorsements.server.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { townDatabase, townsperson } from "#tests/factories/town.ts";
import { as } from "#tests/setup/caller.ts";

test("what a multinational gave is out of force while nobody acts for it, until staff have looked", async () => {
  const now = new Date();
  const db = await townDatabase(now);
  const mncId = townId("organisation:lindenhof");
  const given = () => endorsementsInForce({ db, now }, { mncId }).length;
  const vacant = (since: Date | null) =>
    db.update(organisations).set({ vacantSince: since }).where(eq(organisations.id, mncId)).run();
  const flags = () => db.select().from(endorsementFlags).where(eq(endorsementFlags.kind, "nobodyLeft")).all();
  const others = endorsementsInForce({ db, now }).length - given();
  const before = given();
  expect(before).toBeGreaterThan(0);
  endAndRemind(db, now);
  expect(flags()).toEqual([]);

  vacant(new Date(now.getTime() - 3_600_000));
  endAndRemind(db, now);
  endAndRemind(db, now);
  expect(flags()).toHaveLength(before);
  expect(given()).toBe(0);
  expect(endorsementsInForce({ db, now })).toHaveLength(others);

  // A new owner is in, staff clear: in force again, and the same absence is not raised twice.
  const staff = as(db, await townsperson(db, "vetter@fairway.example"), { now });
  for (const { id } of flags())
    decideFlag(staff, { flag: id, outcome: "cleared", reason: "A new owner is in." });
  endAndRemind(db, now);
  expect(given()).toBe(before);
  vacant(null);
  endAndRemind(db, now);
  expect(given()).toBe(before);

  // Left again: flagged again.
  vacant(now);
  endAndRemind(db, now);
  expect(given()).toBe(0);
});
