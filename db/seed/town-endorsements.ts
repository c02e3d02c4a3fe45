import type { Transaction } from "../client.server.ts";
import * as schema from "../schema/index.ts";
import { townFirms } from "./town-firms.ts";
import { after, organisationId, personId, townId } from "./town-ids.ts";
import type { TownKey } from "./town-organisations.ts";

type Stage = "draft" | "approval" | "acceptance" | "active" | "expired";

type TownEndorsement = {
  mnc: TownKey;
  msme: TownKey;
  stage: Stage;
  supplierYears: number;
  sectors: string[];
  markets: string[];
  /** Days from now; it lasts 360 days. */
  from: number;
};

/** One of Lindenhof's in every stage, one that waits for the toy maker's answer, and those of the other three. */
const townEndorsements: TownEndorsement[] = [
  endorse("lindenhof", "toys", 3, ["95"], ["DE", "GB"], -96),
  endorse("lindenhof", "bamboo", 4, ["44", "46"], ["DE"], -335),
  endorse("lindenhof", "tea", 1, ["09"], ["DE", "GB"], 5, "draft"),
  endorse("lindenhof", "textiles", 2, ["63"], ["DE", "FR"], 3, "approval"),
  endorse("lindenhof", "lamps", 3, ["94"], ["DE"], 2, "acceptance"),
  endorse("norrsken", "toys", 2, ["95"], ["NL", "FR"], 1, "acceptance"),
  endorse("norrsken", "textiles", 8, ["63"], ["DE", "FR", "NL"], -180),
  endorse("norrsken", "lamps", 5, ["94"], ["DE", "NL"], -250),
  endorse("meridian", "valves", 6, ["84"], ["US", "AE", "SA"], -60),
  endorse("harbourtech", "sensors", 2, ["90"], ["DE", "KR"], -30),
  endorse("norrsken", "furniture", 4, ["94"], ["GB"], -400, "expired"),
];

function endorse(
  mnc: TownKey,
  msme: TownKey,
  supplierYears: number,
  sectors: string[],
  markets: string[],
  from: number,
  stage: Stage = "active",
): TownEndorsement {
  return { mnc, msme, stage, supplierYears, sectors, markets, from };
}

/** Endorsements, a declared tie with the flag it raises, and invitations to suppliers. */
export function seedEndorsements(tx: Transaction, now: Date): void {
  for (const endorsement of townEndorsements) seedEndorsement(tx, now, endorsement);
  seedTie(tx, now);
  seedSuppliers(tx, now);
}

function seedEndorsement(tx: Transaction, now: Date, endorsement: TownEndorsement): void {
  const { mnc, msme, stage, from } = endorsement;
  const products = townFirms[msme]?.products ?? [];
  const done = (...stages: Stage[]) => stages.includes(stage);
  const accepted = done("active", "expired");
  const approved = accepted || done("acceptance");
  const submitted = approved || done("approval");
  // What is under way began a few days ago, whenever it is to be valid from.
  const began = Math.min(from, 0) - 7;
  // Of the multinationals only Lindenhof has people in the demo town.
  const own = mnc === "lindenhof";
  tx.insert(schema.endorsements)
    .values({
      id: townId(`endorsement:${mnc}:${msme}`),
      mncId: organisationId(mnc),
      msmeId: organisationId(msme),
      state: stateOf(stage),
      supplierSince: now.getUTCFullYear() - endorsement.supplierYears,
      goodsEn: products.map(([, nameEn]) => nameEn).join(", "),
      goodsZh: products.map(([, , nameZh]) => nameZh).join("、"),
      spendBand: endorsement.supplierYears > 4 ? "to5m" : "to1m",
      recordEn: "Deliveries complete and on time; complaints answered within two working days.",
      recordZh: "按时足量交付，投诉在两个工作日内答复。",
      conflictStatement: done("draft") ? "" : "No shareholding, no shared directors, no family ties.",
      draftedById: own ? personId("mnc") : null,
      editedById: own ? personId("mnc") : null,
      submittedAt: submitted ? after(now, began + 1) : null,
      approvedById: own && approved ? personId("mnc-approver") : null,
      approvedAt: approved ? after(now, began + 4) : null,
      acceptedAt: accepted ? after(now, from) : null,
      shownFields: accepted ? ["supplierSince", "goods", "relationship", "record", "sectors", "markets"] : [],
      scopeSectors: endorsement.sectors,
      scopeMarkets: endorsement.markets,
      validFrom: after(now, from),
      validUntil: after(now, from + 360),
      createdAt: after(now, began),
    })
    .onConflictDoNothing()
    .run();
}

const stateOf = (stage: Stage) =>
  stage === "approval" || stage === "acceptance" ? "pending_approval" : stage;

/** Lindenhof has said itself that one of its owners holds a share of the lamp maker: staff look at it. */
function seedTie(tx: Transaction, now: Date): void {
  const by = organisationId("lindenhof");
  tx.insert(schema.declaredRelations)
    .values({
      id: townId("relation:lindenhof:lamps"),
      organisationId: by,
      otherId: organisationId("lamps"),
      otherName: "中山市岚屿照明有限公司",
      otherCreditCode: "91442000MADEM0038X",
      relation: "sharedShareholder",
      note: "A family fund holds about 8 % of both.",
      declaredById: personId("mnc"),
      createdAt: after(now, -8),
    })
    .onConflictDoNothing()
    .run();
  tx.insert(schema.endorsementFlags)
    .values({
      id: townId("flag:lindenhof:lamps"),
      endorsementId: townId("endorsement:lindenhof:lamps"),
      kind: "declaredTie",
      detail: { because: "declared", relation: "sharedShareholder", by },
      raisedAt: after(now, -6),
    })
    .onConflictDoNothing()
    .run();
}

/** Suppliers whom Lindenhof has invited: one endorsed by now, one on its way, one who has not answered. */
function seedSuppliers(tx: Transaction, now: Date): void {
  const invited: { email: string; nameEn: string; nameZh: string; goods: string; firm?: TownKey }[] = [
    {
      email: "msme@fairway.example",
      nameEn: "Qinghe Wooden Toys",
      nameZh: "义乌市青禾木制玩具有限公司",
      goods: "木制玩具",
      firm: "toys",
    },
    {
      email: "newcomer@fairway.example",
      nameEn: "Yifan Pet Products",
      nameZh: "东莞市逸帆宠物用品有限公司",
      goods: "宠物牵引绳",
      firm: "newcomer",
    },
    {
      email: "sales@paper-lantern.example",
      nameEn: "Paper Lantern Works",
      nameZh: "",
      goods: "Paper lanterns",
    },
  ];
  for (const { firm, ...supplier } of invited) {
    const id = townId(`supplier:${supplier.email}`);
    tx.insert(schema.supplierInvitations)
      .values({
        id,
        mncId: organisationId("lindenhof"),
        ...supplier,
        // No link leads here: this is the hash of nothing.
        tokenHash: `demo:${id}`,
        invitedById: personId("mnc"),
        msmeId: firm ? organisationId(firm) : null,
        acceptedAt: firm ? after(now, -20) : null,
        expiresAt: after(now, 32),
        createdAt: after(now, -28),
      })
      .onConflictDoNothing()
      .run();
  }
}
