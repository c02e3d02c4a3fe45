import { redirect, type RouterContextProvider } from "react-router";
import {
  requestContext,
  type Actor,
  type Lang,
  type Person,
  type RequestContext,
} from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { may, needsSecondFactor, type Right } from "#app/modules/accounts/rights.ts";

type Args = {
  request: Request;
  params: Record<string, string | undefined>;
  context: Readonly<RouterContextProvider>;
};

export type Guarded = RequestContext & { lang: Lang };

/** The language of a page's URL; anything else is a 404. */
export function langOf(params: Record<string, string | undefined>): Lang {
  if (params.lang === "en" || params.lang === "zh") return params.lang;
  throw new Response(null, { status: 404 });
}

/**
 * First line of every loader and action: returns the request's context or ends the request.
 * Visitors go to sign-in and come back; people who owe their second factor or the proof of their address go
 * there first, and those whose future organisation would open the page go and found it, or read that the chamber has
 * yet to confirm it; otherwise 403.
 */
export function guard({ request, params, context }: Args, right: Right): Guarded {
  const ctx = context.get(requestContext);
  if (ctx.refusal) throw new Response(null, { status: ctx.refusal });
  const lang = params.lang === undefined ? "en" : langOf(params);
  if (may(ctx.actor, right)) return { ...ctx, lang };
  const url = new URL(request.url);
  // What was just done is said on the next page, wherever that is, and not once more on the one after it.
  const notice = url.searchParams.get("notice");
  url.searchParams.delete("notice");
  const to = request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : undefined;
  if (ctx.actor.kind === "visitor") throw redirect(at(lang).signIn({ to }));
  if (needsSecondFactor(ctx.actor) && !ctx.actor.secondFactor) {
    throw redirect(
      ctx.actor.secondFactorSetUp ? at(lang).secondFactor({ to }) : at(lang).secondFactorSetUp(),
    );
  }
  if (!ctx.actor.emailVerified && may({ ...ctx.actor, emailVerified: true }, right)) {
    throw redirect(at(lang).verifyEmail());
  }
  const { organisation } = ctx.actor;
  // Somebody new who has no organisation yet is shown the way to one, not a closed door.
  if (!organisation && organisationKinds.some((kind) => mayAs(ctx.actor, kind, right))) {
    throw redirect(at(lang).organisationNew({ to, notice }));
  }
  // Whose organisation waits for the chamber's word reads that it does.
  const kind = organisationKinds.find((one) => organisation?.pending && one === organisation.kind);
  if (kind && mayAs(ctx.actor, kind, right)) throw redirect(at(lang).organisation());
  throw new Response(null, { status: 403 });
}

const organisationKinds = ["msme", "mnc", "partner"] as const;
type OrganisationKind = (typeof organisationKinds)[number];

/** Whether the right would come with an organisation of this kind. */
function mayAs(actor: Actor, kind: OrganisationKind, right: Right): boolean {
  if (actor.kind !== "user") return false;
  const organisation = {
    id: "",
    nameEn: "",
    nameZh: "",
    kind,
    role: "member" as const,
    approver: false,
    pending: false,
  };
  return may({ ...actor, organisation }, right) && !may(actor, right);
}

/** As `guard`, for rights that only signed-in people can hold: narrows the actor to a person. */
export function guardPerson(args: Args, right: Right): Guarded & { actor: Person } {
  const ctx = guard(args, right);
  if (ctx.actor.kind !== "user") throw new Response(null, { status: 403 });
  return { ...ctx, actor: ctx.actor };
}
