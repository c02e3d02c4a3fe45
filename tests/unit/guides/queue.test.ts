import { describe, expect, it } from "vitest";
import { queueOf, type QueueFilter, type QueueSide } from "#app/modules/guides/queue.ts";
import { testNow } from "#tests/setup/database.ts";

const any: QueueFilter = { market: "", topic: "", lang: "", owner: "", state: "", order: "due" };

function side(market: string, lang: "en" | "zh", fields: Partial<QueueSide> = {}): QueueSide {
  return {
    id: `${market}-${lang}`,
    ...{ lang, market, topic: "standards", status: "published", ownerId: null, owner: null },
    publishedRevisionId: `${market}-${lang}-1`,
    levelWithRevisionId: `${market}-${lang === "en" ? "zh" : "en"}-1`,
    ...{ title: "Standards", verifiedAt: "2026-09-01", reviewDueAt: "2027-06-01", basis: "read" },
    ...{ draft: null, draftAuthor: null, errors: 0, notUseful: 0, useful: 0 },
    ...fields,
  };
}

const sides = [
  side("DE", "en"),
  side("DE", "zh", { publishedRevisionId: "DE-zh-2" }),
  side("FR", "en", { reviewDueAt: "2026-11-01", ownerId: "ada", owner: "Ada" }),
  side("JP", "en", { notUseful: 2, draft: "in_review" }),
  side("JP", "zh", { reviewDueAt: "2026-12-01" }),
  side("US", "en", { errors: 1, verifiedAt: null, basis: "knowledge", reviewDueAt: "2027-01-15" }),
  side("US", "zh", { status: "archived", reviewDueAt: "2026-01-01" }),
  side("VN", "zh", { status: "draft", publishedRevisionId: null, draft: "draft", reviewDueAt: "2026-11-30" }),
];
const found = (filter: Partial<QueueFilter>) =>
  queueOf(sides, { ...any, ...filter }, "ada", testNow).map(({ market }) => market);

describe("the queue of guide sections", () => {
  it("puts the nearest review of what readers see first, and what they do not see last", () => {
    expect(found({})).toEqual(["FR", "JP", "US", "DE", "VN"]);
  });

  it("weighs a reported error heavier than two readers who found no use", () => {
    expect(found({ order: "feedback" }).slice(0, 2)).toEqual(["US", "JP"]);
  });

  it.each([
    [{ state: "overdue" }, ["FR"]],
    [{ state: "due" }, ["JP"]],
    [{ state: "due", lang: "en" }, []],
    [{ state: "never" }, ["US"]],
    [{ state: "behind" }, ["DE"]],
    [{ state: "behind", lang: "zh" }, []],
    [{ state: "in_review" }, ["JP"]],
    [{ state: "draft" }, ["VN"]],
    [{ state: "feedback" }, ["JP", "US"]],
    [{ state: "archived" }, ["US"]],
    [{ state: "missing" }, ["FR", "VN"]],
    [{ owner: "me" }, ["FR"]],
    [{ owner: "nobody", market: "DE" }, ["DE"]],
    [{ topic: "fairs" }, []],
  ] as [Partial<QueueFilter>, string[]][])("finds by %o", (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });
});
