import { and, desc, eq, gt, isNotNull, isNull, ne, or } from "drizzle-orm";
import { decodeJwt } from "jose";
import type { Database } from "#db/client.server.ts";
import {
  endorsementCredentials,
  endorsementFlags,
  endorsements,
  signingKeys,
} from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { membersOf } from "#app/modules/endorsements/tell.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { ownDid } from "./keys.server.ts";
import { keepCredential, withCredential } from "./prepare-credential.server.ts";

/** The issuer that the newest credential names, where that is not us: the site has another address by now. */
export function otherIssuer(db: Database): string | null {
  const newest = db
    .select({ jwt: endorsementCredentials.jwt })
    .from(endorsementCredentials)
    .orderBy(desc(endorsementCredentials.issuedAt))
    .get();
  return newest && namesOther(newest.jwt) ? issuerOf(newest.jwt) : null;
}

const issuerOf = (jwt: string) => String((decodeJwt(jwt) as { issuer?: unknown }).issuer);
const namesOther = (jwt: string) => issuerOf(jwt) !== ownDid();

/**
 * Gives every endorsement in force that has no credential we still vouch for its own: those that were active before
 * there were credentials (the demo town), and those whose key was given away. Running it again changes nothing.
 * Gives the number issued. `moved`: also those that name another address of this site, which only a demo does.
 */
export async function issueCredentials(ctx: Ctx, options: { moved?: boolean } = {}): Promise<number> {
  const { db, now } = ctx;
  const wanting = db
    .select({ endorsement: endorsements, credential: endorsementCredentials, key: signingKeys })
    .from(endorsements)
    .leftJoin(endorsementCredentials, eq(endorsementCredentials.endorsementId, endorsements.id))
    .leftJoin(signingKeys, eq(signingKeys.id, endorsementCredentials.keyId))
    .where(
      and(
        eq(endorsements.state, "active"),
        isNotNull(endorsements.acceptedAt),
        gt(endorsements.validUntil, now),
      ),
    )
    .all()
    .filter(
      ({ credential, key }) =>
        !credential || key?.compromisedAt || (options.moved && namesOther(credential.jwt)),
    );
  let issued = 0;
  for (const { endorsement, key } of wanting) {
    await withCredential(ctx, endorsement, endorsement.shownFields, (prepared) =>
      db.transaction((tx) => {
        // Much can have happened while the credential was signed.
        const still = tx.select().from(endorsements).where(eq(endorsements.id, endorsement.id)).get();
        const barred = tx
          .select({ id: endorsementFlags.id })
          .from(endorsementFlags)
          .where(
            and(
              eq(endorsementFlags.endorsementId, endorsement.id),
              or(isNull(endorsementFlags.outcome), ne(endorsementFlags.outcome, "cleared")),
            ),
          )
          .get();
        if (still?.state !== "active" || barred) return;
        keepCredential(tx, endorsement.id, prepared);
        recordAudit(tx, ctx, {
          action: "endorsement.issueCredential",
          record: "endorsement",
          recordId: endorsement.id,
          detail: { key: prepared.keyId },
        });
        // Whoever handed out the file of before has to hand out the new one.
        const hold = key?.compromisedAt ? membersOf(tx, endorsement.msmeId) : [];
        for (const { userId } of hold) {
          notify(tx, ctx, { userId, key: "credential.reissued", path: `/verify/${endorsement.id}` });
        }
        issued += 1;
      }),
    );
  }
  return issued;
}
