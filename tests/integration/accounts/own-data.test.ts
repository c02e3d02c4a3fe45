import { expect, test } from "vitest";
import { ownData } from "#app/modules/accounts/own-data.server.ts";
import { policies } from "#app/platform/rate-limits.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { checklistItems, checklists, deskQuestions, follows, savedSearches } from "#db/schema/readers.ts";
import type { Database } from "#db/client.server.ts";
import { addMember, makeOrganisation, makeUser, signedIn, userRow } from "#tests/factories/accounts.ts";
import { townDatabase } from "#tests/factories/town.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

function fill(db: Database, userId: string, sign: string) {
  const mine = { userId, createdAt: testNow };
  db.insert(notifications)
    .values({ ...mine, key: `note-${sign}`, params: {}, path: "/" })
    .run();
  db.insert(follows)
    .values({ ...mine, marketCode: "DE", topic: `topic-${sign}` })
    .run();
  const { id: checklistId } = db
    .insert(checklists)
    .values({ ...mine, marketCode: "DE", title: `list-${sign}`, updatedAt: testNow })
    .returning()
    .get();
  db.insert(checklistItems)
    .values({ checklistId, position: 1, text: `step-${sign}` })
    .run();
  const filters = { market: ["DE"], topic: [] };
  db.insert(savedSearches)
    .values({ ...mine, query: `search-${sign}`, lang: "en", filters, seenIds: [], nextDigestAt: testNow })
    .run();
  db.insert(deskQuestions)
    .values({ ...mine, query: "q", question: `question-${sign}`, lang: "en", state: "open" })
    .run();
}

test("holds everything of one's own, nothing of others, and no secret", async () => {
  const db = await townDatabase();
  const id = await makeUser(db, { email: "lin@home.cn", secondFactor: true });
  const other = await makeUser(db, { email: "mei@home.cn" });
  const firm = makeOrganisation(db, { nameEn: "Quince Works" });
  addMember(db, firm, id, { role: "owner" });
  addMember(db, firm, other);
  fill(db, id, "mine");
  fill(db, other, "theirs");
  const me = await signedIn(db, id, { secondFactor: true });
  await signedIn(db, other);
  const data = ownData(as(db, me));
  const said = JSON.stringify(data);
  for (const part of ["note", "topic", "list", "step", "search", "question"]) {
    expect(said).toContain(`${part}-mine`);
  }
  expect(said).not.toMatch(/theirs|mei@home/);
  expect(data.account).toMatchObject({ email: "lin@home.cn", createdAt: testNow });
  expect(data.memberships).toMatchObject([{ nameEn: "Quince Works", role: "owner" }]);
  expect(data.sessions).toMatchObject([{ current: true, lastSeenAt: testNow }]);
  expect(data.checklists).toMatchObject([{ title: "list-mine", items: [{ text: "step-mine" }] }]);
  const { passwordHash, totpSecret } = userRow(db, id);
  for (const secret of [passwordHash, totpSecret!, me.sessionId]) expect(said).not.toContain(secret);
});

test("a table of one's own rows is in the file", async () => {
  const db = testDatabase();
  const keys = Object.keys(ownData(as(db, await signedIn(db, await makeUser(db)))));
  const own = db.$client
    .prepare<[], { name: string }>(
      "select m.name from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table' and f.\"table\" = 'users' and f.\"from\" = 'user_id' order by 1",
    )
    .all()
    .map(({ name }) => name);
  // Tokens and recovery codes are hashes of secrets: there is nothing in them to read.
  const inFile: Record<string, string | null> = {
    checklists: "checklists",
    desk_questions: "questions",
    email_tokens: null,
    follows: "follows",
    memberships: "memberships",
    notifications: "notifications",
    recovery_codes: null,
    saved_searches: "savedSearches",
    section_feedback: "feedback",
    sessions: "sessions",
    staff_roles: "staffRoles",
  };
  expect(own).toEqual(Object.keys(inFile));
  expect(keys).toEqual(expect.arrayContaining(Object.values(inFile).filter((key) => key !== null)));
});

test("is limited: it reads a lot", async () => {
  const db = testDatabase();
  const me = await signedIn(db, await makeUser(db));
  for (let n = 0; n < policies.ownData.account.tries; n += 1) ownData(as(db, me, { clientKey: `c${n}` }));
  expect(() => ownData(as(db, me))).toThrow("rate.tooMany");
});
