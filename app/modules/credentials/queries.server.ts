import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import {
  endorsementCredentials,
  endorsements,
  signingKeys,
  type ShownField,
} from "#db/schema/endorsements.ts";
import { organisations } from "#db/schema/accounts.ts";
import { flagsOf, standingsOf, type Endorsement } from "#app/modules/endorsements/in-force.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { publicFields, signedNames, type Names } from "./credential.ts";
import { statusOf, type CredentialStatus } from "./status.ts";

type Reader = Pick<Ctx, "db" | "now">;

/** Issued credentials with everything that their status follows from. */
export function issuedCredentials({ db, now }: Reader, where?: SQL) {
  const rows = db
    .select({ endorsement: endorsements, credential: endorsementCredentials, key: signingKeys })
    .from(endorsementCredentials)
    .innerJoin(endorsements, eq(endorsements.id, endorsementCredentials.endorsementId))
    .innerJoin(signingKeys, eq(signingKeys.id, endorsementCredentials.keyId))
    .where(where)
    .all();
  const flags = flagsOf(
    db,
    rows.map(({ endorsement }) => endorsement.id),
  );
  const standings = standingsOf({ db, now }, [...new Set(rows.map(({ endorsement }) => endorsement.msmeId))]);
  return rows.map((row) => ({
    ...row,
    flags: flags.get(row.endorsement.id) ?? [],
    firmSuspended: standings.get(row.endorsement.msmeId)?.status === "suspended",
    keyCompromised: row.key.compromisedAt !== null,
  }));
}

/** What is said of an endorsement beside the names and the dates: each field only when it may be shown. */
export type Said = {
  [Field in ShownField]?: Field extends "supplierSince"
    ? number
    : Field extends "sectors" | "markets"
      ? string[]
      : Field extends "goods" | "record"
        ? { en: string; zh: string }
        : string;
};

/** An endorsement as a stranger with the link sees it. */
type Shown = {
  mnc: Names;
  msme: Names;
  validFrom: Date;
  validUntil: Date;
  audience: "public" | "network";
  said: Said;
};

export type Verification = {
  id: string;
  status: CredentialStatus;
  revokedAt: Date | null;
  keyId: string;
  keyRetired: boolean;
  issuedAt: Date;
  /** Null while it is suspended and once it is revoked: then nothing of it is shown to anybody. */
  shown: Shown | null;
  /** The signed form, while there is something to hold on to. */
  jwt: string | null;
};

/** The endorsement behind a verification link; null for every id that no credential was issued for. */
export function verificationOf(ctx: Reader, id: string): Verification | null {
  const [issued] = issuedCredentials(
    ctx,
    and(eq(endorsementCredentials.endorsementId, id), isNotNull(endorsements.acceptedAt)),
  );
  if (!issued) return null;
  const { endorsement, credential, key } = issued;
  const status = statusOf(issued, ctx.now);
  const open = status !== "revoked" && status !== "suspended";
  return {
    id,
    status,
    revokedAt: status === "revoked" ? endorsement.revokedAt : null,
    keyId: key.id,
    keyRetired: key.retiredAt !== null,
    issuedAt: credential.issuedAt,
    shown: open ? shownOf(endorsement, credential.jwt) : null,
    jwt: open ? credential.jwt : null,
  };
}

function shownOf(endorsement: Endorsement, jwt: string): Shown {
  const { audience, validFrom, validUntil } = endorsement;
  const all: Required<Said> = {
    supplierSince: endorsement.supplierSince,
    goods: { en: endorsement.goodsEn, zh: endorsement.goodsZh },
    relationship: endorsement.relationship,
    spendBand: endorsement.spendBand ?? "",
    record: { en: endorsement.recordEn, zh: endorsement.recordZh },
    sectors: endorsement.scopeSectors,
    markets: endorsement.scopeMarkets,
  };
  const fields = publicFields(endorsement, endorsement.shownFields).filter((field) => isSaid(all[field]));
  return {
    ...signedNames(jwt),
    validFrom,
    validUntil,
    audience,
    said: Object.fromEntries(fields.map((field) => [field, all[field]])),
  };
}

function isSaid(value: Required<Said>[ShownField]): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "object" ? Boolean(value.en || value.zh) : Boolean(value);
}

/** An organisation's two names. */
export function namesOf({ db }: Pick<Ctx, "db">, id: string): Names {
  return db
    .select({ nameEn: organisations.nameEn, nameZh: organisations.nameZh })
    .from(organisations)
    .where(eq(organisations.id, id))
    .get()!;
}
