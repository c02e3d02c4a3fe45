import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  disclose,
  disclosureLevels,
  everybody,
  fieldGroups,
  viewerKinds,
  type DisclosureLevel,
  type FieldGroup,
  type FirmRecord,
  type Groups,
  type Viewer,
  type ViewerKind,
} from "#app/modules/msmes/disclosure.ts";

const groups: Groups = {
  summary: { en: "canary-summary", zh: "" },
  industry: { division: "24", industry: "canary-industry", sizeClass: "small" },
  figures: { employees: 701, revenueWan: 702, assetsWan: 703 },
  products: [{ hs: "950300", nameEn: "canary-products", nameZh: "" }],
  capacity: { capabilities: ["ownDesign"], en: "canary-capacity", zh: "" },
  certificates: [{ id: "c", code: "canary-certificates", issuer: "", expiresOn: null }],
  export: { since: 1998, markets: ["DE"] },
  markets: ["FR"],
  needs: ["finance"],
  languages: ["de"],
  photos: [{ uploadId: "canary-photos", captionEn: "", captionZh: "" }],
  readiness: [{ question: "canary-readiness", answer: 2 }],
  registration: { creditCode: "canary-registration" },
};
const vetted = { status: "vetted", until: "2027-01-01T00:00:00.000Z", total: 15 } as const;
const record = (change: Partial<FirmRecord> = {}): FirmRecord => ({
  firm: { id: "firm", nameEn: "Quince Works", nameZh: "", country: "CN", province: "ZJ", city: null },
  standing: vetted,
  levels: {},
  consentAbroad: false,
  groups,
  endorsements: [],
  ...change,
});
const viewer = (kind: ViewerKind, abroad = false): Viewer => ({ kind, abroad, organisationId: "org" });
const endorsement = (change: object) =>
  ({
    id: "e",
    mncId: "other",
    mnc: { nameEn: "Other", nameZh: "" },
    audience: "public",
    validFrom: new Date(0),
    validUntil: new Date(1),
    scopeSectors: ["95"],
    scopeMarkets: ["DE"],
    supplierSince: 2001,
    shownFields: [],
    ...change,
  }) as unknown as FirmRecord["endorsements"][number];

const anyLevels = fc.dictionary(
  fc.constantFrom(...fieldGroups),
  fc.constantFrom(...disclosureLevels),
) as fc.Arbitrary<Partial<Record<FieldGroup, DisclosureLevel>>>;
const outside = ["endorser", "matched", "network", "public"] as const;
/** Said a second time on purpose: which levels each kind of viewer reads. */
const reads: Record<(typeof outside)[number], DisclosureLevel[]> = {
  endorser: ["endorsers", "matched", "network", "public"],
  matched: ["matched", "network", "public"],
  network: ["network", "public"],
  public: ["public"],
};

describe("disclose", () => {
  it("gives each viewer exactly the groups of its levels, whatever the firm chose", () => {
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...outside), (levels, kind) => {
        const seen = disclose(record({ levels }), viewer(kind))!;
        const expected = fieldGroups.filter((group) => reads[kind].includes(levels[group] ?? "staff"));
        expect(Object.keys(seen.groups).sort()).toEqual([...expected].sort());
      }),
    );
  });

  it("shows nothing of any group to others by default, and all to the firm and the chamber", () => {
    for (const kind of outside) expect(disclose(record(), viewer(kind))!.groups).toEqual({});
    for (const kind of ["owner", "staff"] as const)
      expect(Object.keys(disclose(record(), viewer(kind))!.groups).sort()).toEqual([...fieldGroups].sort());
  });

  it("takes everybody abroad for the public until the firm has consented", () => {
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...outside), (levels, kind) => {
        const seen = (consentAbroad: boolean) =>
          disclose(record({ levels, consentAbroad }), viewer(kind, true));
        expect(seen(false)).toEqual(disclose(record({ levels }), everybody));
        expect(seen(true)).toEqual(disclose(record({ levels }), viewer(kind)));
      }),
    );
  });

  it("keeps a firm secret that is neither vetted nor endorsed, and one that is suspended", () => {
    const sees = (change: Partial<FirmRecord>) =>
      viewerKinds.filter((kind) => disclose(record(change), viewer(kind)) !== null);
    const since = "2026-01-01T00:00:00.000Z";
    expect(sees({ standing: { status: "unvetted" } })).toEqual(["owner", "staff", "endorser", "matched"]);
    expect(sees({ standing: { status: "suspended" } })).toEqual(["owner", "staff"]);
    expect(sees({ standing: { status: "lapsed", since }, endorsements: [endorsement({})] })).toEqual(
      viewerKinds,
    );
    const network = endorsement({ audience: "network" });
    expect(sees({ standing: { status: "lapsed", since }, endorsements: [network] })).toEqual(
      viewerKinds.filter((kind) => kind !== "public"),
    );
  });

  it("tells others of a good standing only, and never the points", () => {
    for (const kind of outside) {
      expect(disclose(record(), viewer(kind))!.standing).toEqual({ status: "vetted", until: vetted.until });
    }
    const lapsed = record({
      standing: { status: "lapsed", since: "2026-01-01T00:00:00.000Z" },
      endorsements: [endorsement({})],
    });
    expect(disclose(lapsed, everybody)!.standing).toBeNull();
    expect(disclose(lapsed, viewer("owner"))!.standing).toEqual(lapsed.standing);
  });

  it("shows of an endorsement what the firm agreed to; its own multinational reads all of it", () => {
    const endorsements = [
      endorsement({ shownFields: ["sectors"] }),
      endorsement({ id: "mine", mncId: "org" }),
      endorsement({ id: "inside", audience: "network" }),
    ];
    const seen = (kind: ViewerKind) => disclose(record({ endorsements }), viewer(kind))!.endorsements;
    expect(seen("public").map((one) => one.id)).toEqual(["e", "mine"]);
    expect(seen("public")[0]).toMatchObject({ sectors: ["95"], markets: null, supplierSince: null });
    expect(seen("public")[1]).toMatchObject({ sectors: null, markets: null, supplierSince: null });
    expect(seen("endorser")[1]).toMatchObject({ sectors: ["95"], markets: ["DE"], supplierSince: 2001 });
    expect(seen("endorser")[0]).toMatchObject({ markets: null });
    expect(seen("network").map((one) => one.id)).toContain("inside");
  });
});
