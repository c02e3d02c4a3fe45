import { and, asc, desc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { organisations, users } from "#db/schema/accounts.ts";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { disclosedFirms } from "#app/modules/msmes/firm.server.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { flagsOf, standingsOf, type Endorsement } from "./in-force.server.ts";
import { actingFor, fingerprint, givenBy, givenTo } from "./own-endorsement.server.ts";
import { inForce, isHeld, isSecondPerson, mayBeEndorsed, stageOf, type Stage } from "./policy.ts";

type Names = { id: string; nameEn: string; nameZh: string };
export type Portfolio = {
  endorsement: Endorsement;
  firm: Names;
  stage: Stage;
  held: boolean;
  counts: boolean;
};

const dayMs = 86_400_000;

/** Names of these organisations; of two bodies that deal with each other, nothing more. */
function namesOf({ db }: Pick<Ctx, "db">, ids: readonly string[]): Map<string, Names> {
  const rows = db
    .select({ id: organisations.id, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** All endorsements that the actor's multinational gives, the latest first; `counts` = in force now. */
export function portfolio(ctx: PersonCtx): Portfolio[] {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  const rows = ctx.db
    .select()
    .from(endorsements)
    .where(eq(endorsements.mncId, mnc.id))
    .orderBy(desc(endorsements.createdAt), asc(endorsements.id))
    .all();
  return described(ctx, rows, (row) => row.msmeId);
}

function described(ctx: PersonCtx, rows: Endorsement[], otherOf: (row: Endorsement) => string): Portfolio[] {
  const flags = flagsOf(
    ctx.db,
    rows.map((row) => row.id),
  );
  const names = namesOf(ctx, rows.map(otherOf));
  const standings = standingsOf(ctx, [...new Set(rows.map((row) => row.msmeId))]);
  return rows.map((endorsement) => {
    const own = flags.get(endorsement.id) ?? [];
    return {
      endorsement,
      firm: names.get(otherOf(endorsement))!,
      stage: stageOf(endorsement),
      held: isHeld(own),
      counts: inForce(endorsement, own, standings.get(endorsement.msmeId)!, ctx.now),
    };
  });
}

/** One endorsement of the actor's multinational with what the actor may do to it; null when it gives no such one. */
export function ownEndorsement(ctx: PersonCtx, id: string) {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  const row = givenBy(ctx.db, mnc.id, id);
  if (!row) return null;
  const [shown] = described(ctx, [row], (one) => one.msmeId);
  const { userId } = ctx.actor;
  const names = new Map(
    ctx.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(
        inArray(
          users.id,
          [row.draftedById, row.editedById, row.approvedById].filter((one) => one !== null),
        ),
      )
      .all()
      .map((one) => [one.id, one.name]),
  );
  const nameOf = (one: string | null) => (one === null ? null : (names.get(one) ?? null));
  const renewal = ctx.db
    .select({ id: endorsements.id })
    .from(endorsements)
    .where(and(eq(endorsements.renewsId, id), eq(endorsements.mncId, mnc.id)))
    .get();
  return {
    ...shown!,
    mnc: { id: mnc.id, nameEn: mnc.nameEn, nameZh: mnc.nameZh },
    seen: fingerprint(row),
    draftedBy: nameOf(row.draftedById),
    editedBy: nameOf(row.editedById),
    approvedBy: nameOf(row.approvedById),
    mayDecide: may(ctx.actor, "endorsements.approve") && isSecondPerson(row, userId),
    isApprover: may(ctx.actor, "endorsements.approve"),
    renewalId: renewal?.id ?? null,
  };
}

/** What the firm knows of: what waits for its answer first, then by the end of validity. */
export function endorsementsOfFirm(ctx: PersonCtx): Portfolio[] {
  const firm = actingFor(ctx, "endorsements.answer", "msme");
  const rows = ctx.db
    .select()
    .from(endorsements)
    .where(and(eq(endorsements.msmeId, firm.id), ne(endorsements.state, "draft")))
    .orderBy(desc(endorsements.validUntil), asc(endorsements.id))
    .all()
    .filter((row) => givenTo(ctx.db, firm.id, row.id) !== null);
  const order = (one: Portfolio) => ["acceptance", "active"].indexOf(one.stage) >>> 0;
  return described(ctx, rows, (row) => row.mncId).sort((a, b) => order(a) - order(b));
}

/** One of them; `firm` is the multinational here. Null when there is none that the firm knows of. */
export function endorsementOfFirm(ctx: PersonCtx, id: string) {
  const firm = actingFor(ctx, "endorsements.answer", "msme");
  const row = givenTo(ctx.db, firm.id, id);
  if (!row) return null;
  const [shown] = described(ctx, [row], (one) => one.mncId);
  return { ...shown!, own: { nameEn: firm.nameEn, nameZh: firm.nameZh }, seen: fingerprint(row) };
}

/** Vetted firms that the actor may know of, whose name or whole credit code was asked for. */
export function endorsableFirms(
  ctx: PersonCtx,
  asked: string,
): { id: string; nameEn: string; nameZh: string }[] {
  actingFor(ctx, "endorsements.draft", "mnc");
  const words = asked.normalize("NFKC").trim().toLowerCase();
  if (words.length < 2) return [];
  const approved = ctx.db
    .selectDistinct({ id: vettingCases.organisationId, code: organisations.creditCode })
    .from(vettingCases)
    .innerJoin(organisations, eq(organisations.id, vettingCases.organisationId))
    .where(eq(vettingCases.state, "approved"))
    .all();
  const byCode = approved.find((one) => one.code?.toLowerCase() === words);
  const found = disclosedFirms(ctx, byCode ? [byCode.id] : approved.map((one) => one.id));
  return found
    .map((one) => one.firm)
    .filter(
      ({ id, nameEn, nameZh }) =>
        id === byCode?.id || nameEn.toLowerCase().includes(words) || nameZh.includes(words),
    )
    .filter(({ id }) => mayBeEndorsed(standingsOf(ctx, [id]).get(id)!))
    .slice(0, 20)
    .map(({ id, nameEn, nameZh }) => ({ id, nameEn, nameZh }));
}

/** A vetted firm by id, for the form of a new draft; null when there is none that can be endorsed. */
export function endorsableFirm(ctx: PersonCtx, id: string): Names | null {
  actingFor(ctx, "endorsements.draft", "mnc");
  const firm = disclosedFirms(ctx, [id])[0]?.firm;
  return firm && mayBeEndorsed(standingsOf(ctx, [id]).get(id)!)
    ? { id: firm.id, nameEn: firm.nameEn, nameZh: firm.nameZh }
    : null;
}

/** What waits at the desk of the multinational. */
export function deskOf(ctx: PersonCtx) {
  const rows = portfolio(ctx);
  const { userId } = ctx.actor;
  const soon = new Date(ctx.now.getTime() + 60 * dayMs);
  const renewed = new Set(rows.map((row) => row.endorsement.renewsId));
  const at = (stage: Stage) => rows.filter((row) => row.stage === stage);
  return {
    toApprove: at("approval").filter(
      (row) => may(ctx.actor, "endorsements.approve") && isSecondPerson(row.endorsement, userId),
    ),
    withOthers: at("approval").filter(
      (row) => !(may(ctx.actor, "endorsements.approve") && isSecondPerson(row.endorsement, userId)),
    ),
    returned: at("draft").filter((row) => row.endorsement.returnedBy !== null),
    drafts: at("draft").filter((row) => row.endorsement.returnedBy === null),
    withFirm: at("acceptance"),
    expiring: at("active")
      .filter((row) => row.endorsement.validUntil <= soon && !renewed.has(row.endorsement.id))
      .sort((a, b) => a.endorsement.validUntil.getTime() - b.endorsement.validUntil.getTime()),
    paused: at("active").filter((row) => !row.counts && row.endorsement.validFrom <= ctx.now),
    active: at("active").filter((row) => row.counts).length,
  };
}

/** Flags for the staff queue, the longest waiting first; decided ones the latest first. */
export function flagQueue(ctx: Ctx, which: "open" | "decided") {
  const rows = ctx.db
    .select({ flag: endorsementFlags, endorsement: endorsements })
    .from(endorsementFlags)
    .innerJoin(endorsements, eq(endorsements.id, endorsementFlags.endorsementId))
    .where(which === "open" ? isNull(endorsementFlags.outcome) : isNotNull(endorsementFlags.outcome))
    .orderBy(which === "open" ? asc(endorsementFlags.raisedAt) : desc(endorsementFlags.decidedAt))
    .limit(200)
    .all();
  const nodes = rows.flatMap(({ flag, endorsement }) => [
    endorsement.mncId,
    endorsement.msmeId,
    ...(flag.detail.path?.split(" > ") ?? []),
    ...(flag.detail.by ? [flag.detail.by] : []),
  ]);
  const names = namesOf(ctx, nodes);
  const people = new Map(
    ctx.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(
        inArray(
          users.id,
          rows.flatMap(({ flag }) => [flag.detail.person ?? "", flag.decidedById ?? ""]),
        ),
      )
      .all()
      .map((one) => [one.id, one.name]),
  );
  return rows.map(({ flag, endorsement }) => ({
    flag,
    mnc: names.get(endorsement.mncId)!,
    msme: names.get(endorsement.msmeId)!,
    stage: stageOf(endorsement),
    statement: endorsement.conflictStatement,
    path: (flag.detail.path?.split(" > ") ?? []).map((node) => names.get(node) ?? unknown(node)),
    declaredBy: flag.detail.by ? (names.get(flag.detail.by) ?? null) : null,
    person: flag.detail.person ? (people.get(flag.detail.person) ?? null) : null,
    decidedBy: flag.decidedById ? (people.get(flag.decidedById) ?? null) : null,
  }));
}

/** A body that is not here, known by the code or the name it was declared with. */
const unknown = (node: string): Names => {
  const name = node.replace(/^(code|name):/, "");
  return { id: node, nameEn: name, nameZh: name };
};

/** How many flags wait for a decision. */
export function openFlags({ db }: Pick<Ctx, "db">): number {
  return db
    .select({ id: endorsementFlags.id })
    .from(endorsementFlags)
    .where(isNull(endorsementFlags.outcome))
    .all().length;
}
