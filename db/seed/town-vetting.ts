import { eq } from "drizzle-orm";
import type { Transaction } from "../client.server.ts";
import * as schema from "../schema/index.ts";
import { pageAsPdf, type StoreFile } from "./town-papers.ts";
import { snapshotOf } from "./town-snapshot.ts";

const dayMs = 86_400_000;
type Case = typeof schema.vettingCases.$inferInsert;
type State = Case["state"];
type Scores = [identity: number, capability: number, compliance: number, readiness: number];
type Reason = [identity: string, capability: string, compliance: string, readiness: string];

/** What goes on in the chamber's queue: a renewal, a case with its first review, one that waits, and an appeal. */
const underWay: {
  firm: string;
  id: string;
  state: State;
  submitted: number;
  /** Since when the chamber owes the next step; absent while the firm has the word. */
  waiting?: number;
  usedMs?: number;
  papers: [kind: typeof schema.vettingEvidence.$inferInsert.kind, title: string][];
  steps: [from: State, to: State, daysAgo: number][];
  reviews?: { by: string; daysAgo: number; scores: Scores; reasons: Reason }[];
  more?: Partial<Case>;
}[] = [
  {
    firm: "lamps",
    id: "vetting:lamps:renewal",
    state: "submitted",
    submitted: 1,
    waiting: 1,
    papers: [
      ["businessLicence", "Business licence, Lanyu Lighting"],
      ["testReport", "Photometry report, LED desk lamps"],
    ],
    steps: [["draft", "submitted", 1]],
  },
  {
    firm: "ceramics",
    id: "vetting:ceramics",
    state: "in_review",
    submitted: 9,
    waiting: 9,
    papers: [
      ["businessLicence", "Business licence, Changnan Studio Ceramics"],
      ["certificate", "Food contact declaration, glazed tableware"],
    ],
    steps: [
      ["draft", "submitted", 9],
      ["submitted", "in_review", 3],
    ],
    reviews: [
      {
        by: "vetter",
        daysAgo: 3,
        scores: [4, 3, 3, 2],
        reasons: [
          "执照与登记信息一致，经营范围包括日用陶瓷。",
          "两座梭式窑，产能与从业人数相符，样品质量稳定。",
          "食品接触声明引用的检测报告在有效期内。",
          "尚无自主出口记录，计划可行，但外贸人员不足。",
        ],
      },
    ],
  },
  {
    firm: "kitchen",
    id: "vetting:kitchen",
    state: "more_info",
    submitted: 21,
    usedMs: 2.4 * dayMs,
    papers: [["businessLicence", "Business licence, Dingwei Kitchenware"]],
    steps: [
      ["draft", "submitted", 21],
      ["submitted", "in_review", 18],
      ["in_review", "more_info", 4],
    ],
  },
  {
    firm: "furniture",
    id: "vetting:furniture:renewal",
    state: "appealed",
    submitted: 30,
    waiting: 2,
    papers: [
      ["businessLicence", "Business licence, Mujing Outdoor Furniture"],
      ["certificate", "FSC chain of custody, renewed"],
    ],
    steps: [
      ["draft", "submitted", 30],
      ["submitted", "in_review", 27],
      ["in_review", "rejected", 12],
      ["rejected", "appealed", 2],
    ],
    reviews: [
      {
        by: "organiser",
        daysAgo: 27,
        scores: [3, 3, 1, 2],
        reasons: [
          "执照有效，名称一致。",
          "生产线与所述产能基本相符。",
          "所附林业认证证书已于今年到期，未见续证。",
          "有出口记录，但近一年没有新单证。",
        ],
      },
      {
        by: "admin",
        daysAgo: 12,
        scores: [3, 3, 1, 2],
        reasons: [
          "登记信息核对无误。",
          "照片显示两条油漆线，人员充足。",
          "FSC证书过期，发证机构网站亦显示已终止。",
          "报关单为去年日期，出口准备一般。",
        ],
      },
    ],
    more: {
      scores: { identity: 3, capability: 3, compliance: 1, readiness: 2 },
      reasonCodes: ["totalTooLow", "certificateLapsed"],
      decisionNote: "请先办理FSC续证，再提交近一年的出口单证。",
      appealText: "FSC监督审核已于上月完成，续证见新上传的文件；今年三月的报关单一并附上。",
    },
  },
];

/**
 * Fills the chamber's queue. A case that is there already (the town's firms bring some) gets what it lacks and
 * nothing else; evidence needs somewhere to lie, so without `store` there is none.
 */
export function seedVettingQueue(
  tx: Transaction,
  now: Date,
  townId: (name: string) => string,
  store: StoreFile | undefined,
): void {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const person = (address: string) => townId(`user:${address}@fairway.example`);
  for (const one of underWay) {
    const caseId = townId(one.id);
    const organisationId = townId(`organisation:${one.firm}`);
    if (
      tx
        .select({ id: schema.vettingSteps.id })
        .from(schema.vettingSteps)
        .where(eq(schema.vettingSteps.caseId, caseId))
        .get()
    ) {
      continue;
    }
    const set = {
      state: one.state,
      snapshot: snapshotOf(tx, organisationId),
      submittedAt: ago(one.submitted),
      waitingSince: one.waiting === undefined ? null : ago(one.waiting),
      usedMs: one.usedMs ?? 0,
      ...one.more,
      ...(one.state === "appealed" ? { decidedAt: ago(12), appealedAt: ago(2) } : {}),
    };
    tx.insert(schema.vettingCases)
      .values({ id: caseId, organisationId, createdAt: ago(one.submitted + 3), ...set })
      .onConflictDoUpdate({ target: schema.vettingCases.id, set })
      .run();
    for (const [fromState, toState, days] of one.steps) {
      const reasonCodes = toState === "rejected" ? (one.more?.reasonCodes ?? []) : [];
      tx.insert(schema.vettingSteps)
        .values({ caseId, fromState, toState, reasonCodes, createdAt: ago(days) })
        .run();
    }
    for (const [index, review] of (one.reviews ?? []).entries()) {
      const [identity, capability, compliance, readiness] = review.scores;
      tx.insert(schema.vettingReviews)
        .values({
          caseId,
          reviewerId: person(review.by),
          place: index + 1,
          scores: { identity, capability, compliance, readiness },
          reasons: {
            identity: review.reasons[0],
            capability: review.reasons[1],
            compliance: review.reasons[2],
            readiness: review.reasons[3],
          },
          createdAt: ago(review.daysAgo),
        })
        .run();
    }
    if (store) {
      for (const [kind, title] of one.papers) {
        const bytes = pageAsPdf(title);
        const file = {
          id: townId(`upload:${one.id}:${title}`),
          organisationId,
          createdAt: ago(one.submitted),
        };
        const { sha256 } = store(file.id, bytes);
        tx.insert(schema.uploads)
          .values({
            ...file,
            purpose: "evidence",
            mediaType: "application/pdf",
            size: bytes.length,
            sha256,
            name: `${title}.pdf`,
            // These firms have no people in the town.
            uploadedById: person("newcomer"),
          })
          .run();
        tx.insert(schema.vettingEvidence)
          .values({ caseId, uploadId: file.id, kind, createdAt: file.createdAt })
          .run();
      }
    }
  }
  for (const [index, toState] of (["submitted", "in_review", "approved"] as const).entries()) {
    const fromState = (["draft", "submitted", "in_review"] as const)[index];
    const step = { id: townId(`step:toys:${toState}`), caseId: townId("vetting:toys"), fromState, toState };
    tx.insert(schema.vettingSteps)
      .values({ ...step, createdAt: ago([140, 135, 118][index]!) })
      .onConflictDoNothing()
      .run();
  }
  seedQuestion(tx, townId("vetting:kitchen"), person("vetter2"), ago(4), ago(-3));
}

function seedQuestion(
  tx: Transaction,
  caseId: string,
  authorId: string,
  createdAt: Date,
  answerBy: Date,
): void {
  tx.insert(schema.vettingMessages)
    .values({
      id: caseId,
      caseId,
      fromStaff: true,
      authorId,
      template: "exportProof",
      textZh:
        "您在档案中说明有出口业务。请上传最近12个月内的一份报关单（价格可遮盖）；如由代理出口，请说明代理公司并上传代理协议。",
      textEn:
        "You state that you export. Please upload one customs declaration of the past 12 months (prices may be blacked out), or name the agent that exports for you and upload the agency contract.",
      answerBy,
      createdAt,
    })
    .onConflictDoNothing()
    .run();
}
