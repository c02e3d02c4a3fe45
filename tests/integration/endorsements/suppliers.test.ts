import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { memberships, organisations } from "#db/schema/accounts.ts";
import { supplierInvitations } from "#db/schema/endorsements.ts";
import {
  checkSuppliers,
  inviteSuppliers,
  resendSupplier,
  withdrawSupplier,
} from "#app/modules/endorsements/invite-suppliers.server.ts";
import {
  connectSupplier,
  joinAsSupplier,
  supplierInvitationOf,
} from "#app/modules/endorsements/join-as-supplier.server.ts";
import { ownSuppliers } from "#app/modules/endorsements/supplier-queries.server.ts";
import type { Person } from "#app/platform/context.ts";
import { seal } from "#app/platform/seal.server.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { daysFromNow, insertEndorsement, insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { letters as lettersIn } from "#tests/fakes/mailbox.ts";

const code = "91330782MADEM0011F";
const file = (...lines: string[]) =>
  new TextEncoder().encode(["email,nameZh,creditCode,goods", ...lines].join("\n"));
const refused = (key: string) => expect.objectContaining({ key });

let db: Database;
let mncId: string;
let buyer: Person;

beforeEach(async () => {
  db = testDatabase();
  mncId = makeOrganisation(db, { kind: "mnc", nameEn: "Lindenhof" });
  const id = await makeUser(db);
  addMember(db, mncId, id);
  buyer = await signedIn(db, id);
});

const invitations = () => db.select().from(supplierInvitations).all();
const letters = () => lettersIn(db);
const stages = () => ownSuppliers(as(db, buyer)).map((row) => row.stage);
/** The token in the latest letter, as its reader finds it. */
const mailed = () => /\/suppliers\/join\/([\w-]+)/.exec(letters().at(-1)!.text)![1]!;
function invite(...lines: string[]): number {
  return inviteSuppliers(as(db, buyer), checkSuppliers(as(db, buyer), file(...lines)).sealed!);
}

describe("inviting by CSV", () => {
  test("the check writes and sends nothing; what is confirmed is exactly what was checked", () => {
    const check = checkSuppliers(
      as(db, buyer),
      file(
        "a@firm.example,甲,,玩具",
        "nobody,乙,,",
        "A@firm.example,丙,,",
        `b@firm.example,丁,${code},`,
        `c@firm.example,戊,${code},`,
      ),
    );
    expect(check.rows.map(({ line, verdict, firstLine }) => [line, verdict, firstLine])).toEqual([
      [2, "new", null],
      [3, "wrong", null],
      [4, "twice", 2],
      [5, "new", null],
      [6, "twice", 5],
    ]);
    expect([invitations(), letters()]).toEqual([[], []]);
    expect(inviteSuppliers(as(db, buyer), check.sealed!)).toBe(2);
    expect(invitations().map((row) => row.email)).toEqual(["a@firm.example", "b@firm.example"]);
    expect(letters()).toMatchObject([
      { lang: "zh", template: "supplierInvitation" },
      { to: "b@firm.example" },
    ]);
    expect(inviteSuppliers(as(db, buyer), check.sealed!)).toBe(0);
    expect(letters()).toHaveLength(2);
  });

  test("a set that was altered, is somebody else's, or is old sends nothing", async () => {
    const { sealed } = checkSuppliers(as(db, buyer), file("a@firm.example,甲,,"));
    const later = { now: daysFromNow(1) };
    expect(() => inviteSuppliers(as(db, buyer, later), sealed!)).toThrow(refused("supplier.stale"));
    expect(() => inviteSuppliers(as(db, buyer), `${sealed!.slice(0, -4)}AAAA`)).toThrow(
      refused("supplier.stale"),
    );
    expect(() => inviteSuppliers(as(db, buyer), seal("{}"))).toThrow(refused("supplier.stale"));
    const colleague = await makeUser(db);
    addMember(db, mncId, colleague);
    const other = await signedIn(db, colleague);
    expect(() => inviteSuppliers(as(db, other), sealed!)).toThrow(refused("supplier.stale"));
    expect(letters()).toEqual([]);
  });

  test("says who is here only of firms that the multinational may know of", async () => {
    const firm = await makeFirm(db);
    db.update(organisations).set({ creditCode: code }).where(eq(organisations.id, firm.id)).run();
    const verdict = () => checkSuppliers(as(db, buyer), file(`a@firm.example,甲,${code},`)).rows[0]!.verdict;
    expect(verdict()).toBe("new");
    insertVetting(db, firm.id);
    expect(verdict()).toBe("here");
  });

  test("an open invitation is not sent twice, a withdrawn one can be sent again, resending changes the link", () => {
    invite("a@firm.example,甲,,");
    const first = mailed();
    expect(checkSuppliers(as(db, buyer), file("a@firm.example,甲,,")).rows[0]!.verdict).toBe("invited");
    const { id } = invitations()[0]!;
    resendSupplier(as(db, buyer), id);
    expect(supplierInvitationOf(as(db, buyer), first)).toBeNull();
    expect(supplierInvitationOf(as(db, buyer), mailed())).not.toBeNull();
    withdrawSupplier(as(db, buyer), id);
    expect(supplierInvitationOf(as(db, buyer), mailed())).toBeNull();
    expect(() => resendSupplier(as(db, buyer), id)).toThrow(refused("supplier.gone"));
    expect(invite("a@firm.example,甲,,")).toBe(1);
    expect(stages().sort()).toEqual(["invited", "withdrawn"]);
  });

  test("another multinational can neither withdraw nor see them; nobody else can invite", async () => {
    invite("a@firm.example,甲,,");
    const other = await makeUser(db);
    addMember(db, makeOrganisation(db, { kind: "mnc" }), other);
    const stranger = await signedIn(db, other);
    expect(ownSuppliers(as(db, stranger))).toEqual([]);
    expect(() => withdrawSupplier(as(db, stranger), invitations()[0]!.id)).toThrow(refused("supplier.gone"));
    const firm = await makeFirm(db);
    expect(() => checkSuppliers(as(db, firm.actor), file("a@firm.example,甲,,"))).toThrow(
      refused("right.missing"),
    );
  });

  test("letters have a limit for each day", () => {
    const lines = Array.from({ length: 500 }, (_, at) => `p${at}@firm.example,甲,,`);
    expect(invite(...lines)).toBe(500);
    expect(invite(...lines.map((line) => `x${line}`))).toBe(500);
    expect(() => invite("last@firm.example,甲,,")).toThrow(refused("supplier.tooManyLetters"));
    expect(invitations()).toHaveLength(1000);
  });
});

describe("the supplier's link", () => {
  test("founds the firm as the supplier says it is, once, and is followed to the endorsement", async () => {
    invite(`a@firm.example,甲,${code},玩具`);
    const token = mailed();
    expect(supplierInvitationOf(as(db, buyer), token)).toMatchObject({ nameZh: "甲", creditCode: code });
    const person = await makeUser(db);
    const supplier = as(db, await signedIn(db, person));
    const input = { kind: "mnc" as const, nameEn: "", nameZh: "甲玩具", country: "CN", creditCode: code };
    joinAsSupplier(supplier, token, input);
    const { organisationId } = db.select().from(memberships).where(eq(memberships.userId, person)).get()!;
    const firm = db.select().from(organisations).where(eq(organisations.id, organisationId)).get()!;
    expect(firm).toMatchObject({ kind: "msme", nameZh: "甲玩具", creditCode: code, pendingSince: null });
    expect(stages()).toEqual(["joined"]);
    expect(supplierInvitationOf(as(db, buyer), token)).toBeNull();
    insertVetting(db, firm.id, { state: "submitted", decidedAt: null, expiresAt: null });
    expect(stages()).toEqual(["profile"]);
    insertVetting(db, firm.id);
    expect(stages()).toEqual(["vetted"]);
    insertEndorsement(db, mncId, firm.id);
    expect(stages()).toEqual(["endorsed"]);
  });

  test("a link that is used, withdrawn or old founds nothing", async () => {
    invite("a@firm.example,甲,,");
    const token = mailed();
    const person = as(db, await signedIn(db, await makeUser(db)), { now: daysFromNow(61) });
    const input = { kind: "msme" as const, nameEn: "A", nameZh: "", country: "CN", creditCode: code };
    expect(() => joinAsSupplier(person, token, input)).toThrow(refused("supplier.linkGone"));
    expect(db.select().from(memberships).where(eq(memberships.userId, person.actor.userId)).all()).toEqual(
      [],
    );
    expect(db.select().from(organisations).where(eq(organisations.creditCode, code)).all()).toEqual([]);
  });

  test("connects a firm that is here already; another kind of body cannot", async () => {
    invite("a@firm.example,甲,,");
    expect(() => connectSupplier(as(db, buyer), mailed())).toThrow(refused("supplier.notFirm"));
    const firm = await makeFirm(db);
    connectSupplier(as(db, firm.actor), mailed());
    expect(invitations()).toMatchObject([{ msmeId: firm.id }]);
  });
});
