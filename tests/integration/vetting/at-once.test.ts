import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { mailOutbox } from "#db/schema/notifications.ts";
import { vettingCases, vettingReviews, vettingSteps } from "#db/schema/vetting.ts";
import { makeFirm, insertVetting } from "#tests/factories/msmes.ts";
import { makeVetter } from "#tests/factories/vetting.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const reviewer = join(import.meta.dirname, "../../setup/reviewer.ts");

let db: Database;
let vetters: string[];
beforeEach(async () => {
  db = testDatabase();
  vetters = [];
  for (let count = 0; count < 3; count += 1) vetters.push((await makeVetter(db)).userId);
});

/** So many submitted cases, each of a firm of its own. */
async function submitted(count: number): Promise<string[]> {
  for (let index = 0; index < count; index += 1) {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id, {
      state: "submitted",
      scores: null,
      decidedAt: null,
      expiresAt: null,
      submittedAt: testNow,
      waitingSince: testNow,
    });
  }
  return db
    .select()
    .from(vettingCases)
    .all()
    .map(({ id }) => id);
}

/** Somebody reviewing in a process of their own; `heard` gets each line. */
function review(
  userId: string,
  start: number,
  cases: string[],
  heard: (line: string) => void = () => undefined,
) {
  const args = ["--import", "tsx", reviewer, db.$client.name, userId, String(start), ...cases];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    heard(line);
  });
  return { child, ended: new Promise<string[]>((resolve) => child.once("close", () => resolve(lines))) };
}

/** Every case is wholly as it should be after so many reviews: nothing half done, nothing done twice. */
function expectWhole(cases: string[]): Record<string, number> {
  const given: Record<string, number> = {};
  for (const id of cases) {
    const one = db.select().from(vettingCases).where(eq(vettingCases.id, id)).get()!;
    const reviews = db.select().from(vettingReviews).where(eq(vettingReviews.caseId, id)).all();
    const steps = db.select().from(vettingSteps).where(eq(vettingSteps.caseId, id)).all();
    const trail = db.select().from(auditEntries).where(eq(auditEntries.recordId, id)).all();
    const decided = reviews.length === 2;
    given[id] = reviews.length;
    expect(new Set(reviews.map(({ reviewerId }) => reviewerId)).size).toBe(reviews.length);
    expect(reviews.map(({ place }) => place).sort()).toEqual([1, 2].slice(0, reviews.length));
    expect(one.state).toBe(["submitted", "in_review", "approved"][reviews.length]);
    expect([one.decidedAt !== null, one.expiresAt !== null, one.scores !== null]).toEqual(
      Array(3).fill(decided),
    );
    expect(steps.map(({ toState }) => toState)).toEqual(["in_review", "approved"].slice(0, reviews.length));
    expect(trail.filter(({ action }) => action === "vetting.review")).toHaveLength(reviews.length);
    expect(trail.filter(({ action }) => action === "vetting.approve")).toHaveLength(decided ? 1 : 0);
  }
  const letters = db.select().from(mailOutbox).where(eq(mailOutbox.template, "vettingStep")).all();
  expect(letters).toHaveLength(Object.values(given).filter((count) => count === 2).length);
  return given;
}

test("three vetters at once on the same cases: two decide each, none both first, none twice", async () => {
  const cases = await submitted(25);
  const start = Date.now() + 2_500;
  const said = await Promise.all(vetters.map((id) => review(id, start, cases).ended));
  expect(Object.values(expectWhole(cases))).toEqual(Array(25).fill(2));
  for (const id of cases) {
    const outcomes = said.flatMap((lines) =>
      lines.filter((line) => line.startsWith(id)).map((line) => line.slice(37)),
    );
    expect(outcomes.sort()).toEqual(["approved", "vetting.moved", "waiting"]);
  }
}, 60_000);

test("killed at any moment, a decision stands whole or not at all, and is finished afterwards", async () => {
  const cases = await submitted(60);
  const [one, two] = vetters as [string, string];
  await review(one, 0, cases).ended;
  let acknowledged: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const heard: string[] = [];
    const run = review(two, 0, cases.slice(acknowledged.length), (line) => {
      heard.push(line);
      if (heard.length === 7 * round) run.child.kill("SIGKILL");
    });
    await run.ended;
    const given = expectWhole(cases);
    acknowledged = cases.filter((id) => given[id] === 2);
    for (const line of heard.filter((said) => said.endsWith(" approved"))) {
      expect(acknowledged).toContain(line.slice(0, 36));
    }
  }
  expect(acknowledged.length).toBeLessThan(60);
  await review(two, 0, cases).ended;
  expect(Object.values(expectWhole(cases))).toEqual(Array(60).fill(2));
}, 60_000);
