import { createContext } from "react-router";
import type { Database } from "#db/client.server.ts";

export const langs = ["en", "zh"] as const;
export type Lang = (typeof langs)[number];

export type OrganisationKind = "msme" | "mnc" | "chamber" | "partner";
export type StaffRole = "editor" | "vetter" | "organiser" | "admin";

/** Whoever acts: a visitor, or a signed-in person with everything a policy needs to know. */
export type Actor =
  | { kind: "visitor" }
  | {
      kind: "user";
      userId: string;
      /** SHA-256 of the session id, as stored. */
      sessionId: string;
      name: string;
      email: string;
      lang: Lang;
      emailVerified: boolean;
      /** This session passed the second factor. */
      secondFactor: boolean;
      /** The account has a confirmed second factor. */
      secondFactorSetUp: boolean;
      organisation: {
        id: string;
        kind: OrganisationKind;
        nameEn: string;
        nameZh: string;
        role: "owner" | "member";
        approver: boolean;
        /** The chamber has not confirmed this multinational or partner yet: its members hold no right of it. */
        pending?: boolean;
      } | null;
      staffRoles: StaffRole[];
    };

/** A signed-in person. */
export type Person = Extract<Actor, { kind: "user" }>;

/** Handed to every query and verb: the database, who acts, and what time it is. */
export type Ctx = { db: Database; actor: Actor; now: Date; requestId: string };

/** For verbs that only a signed-in person can call. */
export type PersonCtx = Ctx & { actor: Person };

/** What the server prepares for each request; read it with `context.get(requestContext)`. */
export type RequestContext = Ctx & {
  /** For inline scripts under the content security policy. */
  nonce: string;
  /** Hash of the client's address, for rate limits; the address itself is not kept. */
  clientKey: string;
  /** Set when the server refused the request before a page saw it: `guard` ends it with this status. */
  refusal?: number;
};

export const requestContext = createContext<RequestContext>();
