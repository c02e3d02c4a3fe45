import type { Ctx, Person } from "#app/platform/context.ts";

/** For verbs with a rate limit: `clientKey` is the keyed hash of the client's address. */
export type Caller = Ctx & { clientKey: string };
export type PersonCaller = Caller & { actor: Person };
