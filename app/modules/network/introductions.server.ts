import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { memberships, organisations, users } from "#db/schema/accounts.ts";
import { consents } from "#db/schema/msmes.ts";
import { introductions } from "#db/schema/network.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { standingsOf } from "#app/modules/endorsements/in-force.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { stateAt } from "./policy.ts";
import { browser } from "./queries.server.ts";
import type { IntroductionState } from "./schema.ts";

const asker = alias(organisations, "asker");
const firm = alias(organisations, "firm");
const desk = alias(users, "desk");

type Contact = { name: string; email: string };
type Side = { organisationId: string; msmeId: string };

/**
 * Whether the two may meet: the body is confirmed, the firm is not suspended, and it has consented when the body is
 * registered abroad.
 */
export function isReachable(ctx: Ctx, { organisationId, msmeId }: Side): boolean {
  const body = ctx.db.select().from(organisations).where(eq(organisations.id, organisationId)).get();
  if (!body || body.pendingSince) return false;
  if (standingsOf(ctx, [msmeId]).get(msmeId)!.status === "suspended") return false;
  return body.country === "CN" || hasConsented(ctx, msmeId);
}

function hasConsented({ db }: Ctx, msmeId: string): boolean {
  const row = db
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(eq(consents.organisationId, msmeId), eq(consents.purpose, "abroad"), isNull(consents.revokedAt)),
    )
    .get();
  return row !== undefined;
}

function rows(ctx: Ctx) {
  return ctx.db
    .select({
      introduction: introductions,
      asker: {
        id: asker.id,
        nameEn: asker.nameEn,
        nameZh: asker.nameZh,
        country: asker.country,
        city: asker.city,
      },
      firm: { id: firm.id, nameEn: firm.nameEn, nameZh: firm.nameZh },
      desk: desk.name,
    })
    .from(introductions)
    .innerJoin(asker, eq(asker.id, introductions.organisationId))
    .innerJoin(firm, eq(firm.id, introductions.msmeId))
    .leftJoin(desk, eq(desk.id, introductions.deskById));
}

/** The people of a body as its counterpart reads them. */
function contactsOf(ctx: Ctx, organisationId: string, first?: string): Contact[] {
  const people = ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNull(users.disabledAt),
        isNotNull(users.emailVerifiedAt),
      ),
    )
    .orderBy(asc(memberships.createdAt), asc(users.name))
    .all();
  const asked = people.filter(({ id }) => id === first);
  return (asked.length > 0 ? asked : people).map(({ name, email }) => ({ name, email }));
}

/**
 * What the actor's organisation has asked for, newest first. A request that was declined, and one that ran out, say
 * the same; the contact of an accepted one is there as long as the two may meet.
 */
export function askedIntroductions(ctx: Ctx) {
  const { id } = browser(ctx);
  return rows(ctx)
    .where(eq(introductions.organisationId, id))
    .orderBy(desc(introductions.createdAt))
    .all()
    .map(({ introduction: row, firm }) => {
      const state = stateAt(row, ctx.now);
      const met = state === "accepted" && isReachable(ctx, row);
      return {
        id: row.id,
        firm,
        message: row.message,
        state,
        // A date to answer by tells the asker nothing once it has passed.
        answerBy: state === "forwarded" ? row.answerBy : null,
        deskNote: row.deskNote,
        createdAt: row.createdAt,
        contacts: met ? contactsOf(ctx, row.msmeId) : null,
      };
    });
}

/** What the desk has passed on to the actor's firm, newest first. */
export function receivedIntroductions(ctx: Ctx) {
  const { actor } = ctx;
  const own = actor.kind === "user" && may(actor, "introductions.answer") && actor.organisation;
  if (!own) throw new DomainError("right.missing");
  return rows(ctx)
    .where(
      and(
        eq(introductions.msmeId, own.id),
        isNotNull(introductions.forwardedAt),
        ne(introductions.state, "withdrawn"),
      ),
    )
    .orderBy(desc(introductions.forwardedAt))
    .all()
    .map(({ introduction: row, asker }) => {
      const state = stateAt(row, ctx.now);
      return {
        id: row.id,
        asker,
        message: row.message,
        state,
        answerBy: row.answerBy,
        answeredAt: row.answeredAt,
        contacts: state === "accepted" ? contactsOf(ctx, row.organisationId, row.askedById) : null,
        needsConsent: state === "forwarded" && asker.country !== "CN" && !hasConsented(ctx, own.id),
      };
    });
}

export const deskViews = ["requested", "forwarded", "done"] as const;
export type DeskView = (typeof deskViews)[number];
const statesOf: Record<DeskView, IntroductionState[]> = {
  requested: ["requested"],
  forwarded: ["forwarded"],
  done: ["accepted", "declined", "refused", "withdrawn", "ended"],
};

/** One page of the desk's queue: what waits the longest first, the rest the newest first. */
export function deskIntroductions(ctx: Ctx, view: DeskView, page: number, perPage = 20) {
  if (!may(ctx.actor, "introductions.forward")) throw new DomainError("right.missing");
  const where = inArray(introductions.state, statesOf[view]);
  const found = rows(ctx)
    .where(where)
    .orderBy(view === "requested" ? asc(introductions.createdAt) : desc(introductions.updatedAt))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
  const { total } = ctx.db.select({ total: count() }).from(introductions).where(where).get()!;
  return {
    total,
    requests: found.map(({ introduction: row, asker, firm, desk }) => ({
      id: row.id,
      asker,
      firm,
      desk,
      message: row.message,
      state: stateAt(row, ctx.now),
      answerBy: row.answerBy,
      deskNote: row.deskNote,
      createdAt: row.createdAt,
    })),
  };
}

/** How many requests wait at the desk. */
export function requestedIntroductions({ db }: Pick<Ctx, "db">): number {
  return db
    .select({ waiting: count() })
    .from(introductions)
    .where(eq(introductions.state, "requested"))
    .get()!.waiting;
}
