import { disclosureLevels, type DisclosureLevel } from "#db/schema/disclosure-levels.ts";
import type { EndorsementInForce } from "#app/modules/endorsements/in-force.server.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import type { SizeClass } from "./size-class.ts";

export { disclosureLevels, type DisclosureLevel };

/**
 * The parts of a profile that a firm shows or keeps, one by one; see docs/decisions/012. Name and place are no such
 * part: everybody reads them once the chamber has vetted the firm or a multinational vouches for it in public, and
 * nobody but the firm and the chamber does before.
 */
export const fieldGroups = [
  "summary",
  "industry",
  "figures",
  "products",
  "capacity",
  "certificates",
  "export",
  "markets",
  "needs",
  "languages",
  "photos",
  "readiness",
  "registration",
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** What a group holds; null when the firm has said nothing. */
export type GroupValues = {
  summary: { en: string; zh: string };
  industry: { division: string | null; industry: string | null; sizeClass: SizeClass | null };
  figures: { employees: number | null; revenueWan: number | null; assetsWan: number | null };
  products: { hs: string; nameEn: string; nameZh: string }[];
  capacity: { capabilities: string[]; en: string; zh: string };
  certificates: { id: string; code: string; issuer: string; expiresOn: string | null }[];
  export: { since: number | null; markets: string[] };
  markets: string[];
  needs: string[];
  languages: string[];
  photos: { uploadId: string; captionEn: string; captionZh: string }[];
  readiness: { question: string; answer: number }[];
  registration: { creditCode: string };
};
export type Groups = { [Group in FieldGroup]: GroupValues[Group] | null };

/** Private until the firm says otherwise: a new group, and one it never touched, is for the chamber's staff alone. */
const defaultLevel: DisclosureLevel = "staff";

/** Everything there is of a firm. It never leaves the server as it is: `disclose` makes of it what somebody may see. */
export type FirmRecord = {
  firm: {
    id: string;
    nameEn: string;
    nameZh: string;
    country: string;
    province: string | null;
    city: string | null;
  };
  standing: Standing;
  levels: Partial<Record<FieldGroup, DisclosureLevel>>;
  /** Whether the firm's consent to sending its data abroad is in force. */
  consentAbroad: boolean;
  groups: Groups;
  endorsements: EndorsementInForce[];
};

/**
 * Who looks, from the closest to the farthest. `endorser` has an endorsement of this firm in force, `matched` an
 * introduction that the firm accepted; `network` are members of confirmed multinationals, and of partners whose scope
 * reaches the firm; `public` are visitors, other firms, and whoever has not proved an address.
 */
export const viewerKinds = ["owner", "staff", "endorser", "matched", "network", "public"] as const;
export type ViewerKind = (typeof viewerKinds)[number];
export type Viewer = {
  kind: ViewerKind;
  /** Whether the viewer's organisation is registered outside mainland China: then the firm's consent is asked. */
  abroad: boolean;
  organisationId: string | null;
};

export const everybody: Viewer = { kind: "public", abroad: false, organisationId: null };

type ShownEndorsement = {
  id: string;
  by: { id: string; nameEn: string; nameZh: string };
  audience: "public" | "network";
  from: Date;
  until: Date;
  /** Null = the firm did not agree to show it to this viewer. An empty list = no limit. */
  sectors: string[] | null;
  markets: string[] | null;
  supplierSince: number | null;
};

declare const passed: unique symbol;
/** What `disclose` let through for one viewer; nothing else makes a value of this type. */
export type Disclosed = {
  readonly [passed]: true;
  /** As whom the viewer was taken; "public" for one abroad without the firm's consent. */
  as: ViewerKind;
  firm: FirmRecord["firm"];
  /** Others hear only of a standing that is good, and no points. */
  standing: Standing | { status: "vetted"; until: string } | null;
  /** Groups that this viewer may see and that hold something. */
  groups: { [Group in FieldGroup]?: GroupValues[Group] };
  endorsements: ShownEndorsement[];
};

/** The level that a group must have reached for this viewer to see it. */
const needed: Record<ViewerKind, DisclosureLevel> = {
  owner: "staff",
  staff: "staff",
  endorser: "endorsers",
  matched: "matched",
  network: "network",
  public: "public",
};

/** As whom this viewer counts for this firm: without its consent nobody abroad is closer than the public. */
function countedAs({ consentAbroad }: Pick<FirmRecord, "consentAbroad">, viewer: Viewer): ViewerKind {
  const inside = viewer.kind === "owner" || viewer.kind === "staff";
  return viewer.abroad && !inside && !consentAbroad ? "public" : viewer.kind;
}

export function levelOf(levels: FirmRecord["levels"], group: FieldGroup): DisclosureLevel {
  return levels[group] ?? defaultLevel;
}

/** Whether a group at this level is open to this kind of viewer. */
function opens(level: DisclosureLevel, kind: ViewerKind): boolean {
  return disclosureLevels.indexOf(level) >= disclosureLevels.indexOf(needed[kind]);
}

/**
 * What this viewer may see of this firm, or null when not even that it exists. The one way by which anything of a
 * profile reaches somebody else: pages, API, search documents, exports, mail and PDFs alike.
 */
export function disclose(record: FirmRecord, viewer: Viewer): Disclosed | null {
  const as = countedAs(record, viewer);
  const inside = as === "owner" || as === "staff";
  const endorsements = record.endorsements.filter((one) => one.audience === "public" || as !== "public");
  if (!inside && !isShown(record, as, endorsements.length > 0)) return null;
  const groups: Partial<Record<FieldGroup, unknown>> = {};
  for (const group of fieldGroups) {
    const value = record.groups[group];
    if (value !== null && opens(levelOf(record.levels, group), as)) groups[group] = value;
  }
  const { standing } = record;
  const vetted = standing.status === "vetted" ? { status: standing.status, until: standing.until } : null;
  return {
    as,
    firm: record.firm,
    standing: inside ? standing : vetted,
    groups,
    endorsements: endorsements.map((one) => shown(one, inside || isOwn(one, as, viewer))),
  } as Disclosed;
}

/** Before its vetting, and while it is suspended, a firm is to others as if it were not there. */
function isShown({ standing }: FirmRecord, as: ViewerKind, endorsed: boolean): boolean {
  if (standing.status === "suspended") return false;
  return standing.status === "vetted" || endorsed || as === "endorser" || as === "matched";
}

const isOwn = (one: EndorsementInForce, as: ViewerKind, viewer: Viewer) =>
  as === "endorser" && one.mncId === viewer.organisationId;

function shown(one: EndorsementInForce, whole: boolean): ShownEndorsement {
  const may = (field: EndorsementInForce["shownFields"][number]) => whole || one.shownFields.includes(field);
  return {
    id: one.id,
    by: { id: one.mncId, ...one.mnc },
    audience: one.audience,
    from: one.validFrom,
    until: one.validUntil,
    sectors: may("sectors") ? one.scopeSectors : null,
    markets: may("markets") ? one.scopeMarkets : null,
    supplierSince: may("supplierSince") ? one.supplierSince : null,
  };
}
