import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { memberships, organisations, staffRoles, users } from "#db/schema/accounts.ts";
import { resolveActor } from "#app/modules/accounts/resolve-actor.server.ts";
import type { OrganisationKind, Person, StaffRole } from "#app/platform/context.ts";
import { hashPassword } from "#app/platform/password.server.ts";
import { seal } from "#app/platform/seal.server.ts";
import { startSession } from "#app/platform/sessions.server.ts";
import { testNow } from "#tests/setup/database.ts";

let count = 0;
const next = () => (count += 1);

/** Base32, as in RFC 6238's own examples ("12345678901234567890"). */
export const testTotpSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
export const testPassword = "lantern harbour 77 amber";
let testHash: Promise<string> | undefined;

/** Inserts a person with `testPassword`; verified unless said otherwise. Returns the id. */
export async function makeUser(
  db: Database,
  options: {
    email?: string;
    name?: string;
    lang?: "en" | "zh";
    verified?: boolean;
    disabled?: boolean;
    secondFactor?: boolean;
    staff?: StaffRole[];
  } = {},
): Promise<string> {
  const passwordHash = await (testHash ??= hashPassword(testPassword));
  const { verified = true, staff = [], secondFactor = false } = options;
  const { id } = db
    .insert(users)
    .values({
      email: options.email ?? `person${next()}@firm.example`,
      name: options.name ?? "Lin Yue",
      lang: options.lang ?? "en",
      passwordHash,
      emailVerifiedAt: verified ? testNow : null,
      disabledAt: options.disabled ? testNow : null,
      totpSecret: secondFactor ? seal(testTotpSecret) : null,
      totpConfirmedAt: secondFactor ? testNow : null,
      createdAt: testNow,
    })
    .returning({ id: users.id })
    .get();
  for (const role of staff) db.insert(staffRoles).values({ userId: id, role, createdAt: testNow }).run();
  return id;
}

/** Inserts an organisation and returns its id. */
export function makeOrganisation(
  db: Database,
  options: { kind?: OrganisationKind; nameEn?: string; pending?: boolean; country?: string } = {},
): string {
  return db
    .insert(organisations)
    .values({
      kind: options.kind ?? "msme",
      nameEn: options.nameEn ?? `Works ${next()}`,
      nameZh: "",
      country: options.country ?? "DE",
      pendingSince: options.pending ? testNow : null,
      createdAt: testNow,
    })
    .returning({ id: organisations.id })
    .get().id;
}

export function addMember(
  db: Database,
  organisationId: string,
  userId: string,
  standing: { role?: "owner" | "member"; approver?: boolean } = {},
): void {
  const { role = "member", approver = false } = standing;
  db.insert(memberships).values({ userId, organisationId, role, approver, createdAt: testNow }).run();
}

/** Signs somebody in as the sign-in page does and returns the actor that the next request would have. */
export async function signedIn(
  db: Database,
  userId: string,
  options: { secondFactor?: boolean } = {},
): Promise<Person> {
  const { cookie } = await startSession(db, {
    userId,
    now: testNow,
    userAgent: null,
    secondFactor: options.secondFactor ?? false,
  });
  const actor = await actorOfCookie(db, cookie);
  if (actor.kind !== "user") throw new Error("the session was not accepted");
  return actor;
}

/** Who a request with this Set-Cookie header's cookie comes from. */
export function actorOfCookie(db: Database, setCookie: string) {
  const headers = { cookie: setCookie.split(";")[0]! };
  return resolveActor(db, new Request("http://fairway.example/en", { headers }), testNow);
}

export function userRow(db: Database, id: string) {
  return db.select().from(users).where(eq(users.id, id)).get()!;
}
