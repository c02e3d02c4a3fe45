import { describe, expect, it } from "vitest";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import { cellText, topicCell, topicColumns } from "#app/modules/guides/topic-table.ts";
import { topics } from "#app/modules/guides/topics.ts";

function fact(fields: Partial<MarketFact>): MarketFact {
  return {
    ...{ key: "key", kind: "mark", topic: "standards", labelEn: "Label", labelZh: "名称" },
    ...{ textEn: null, textZh: null, noteEn: null, noteZh: null, value: null, unit: null, url: null },
    ...{
      detail: {},
      source: null,
      asOf: 2025,
      confidence: "high",
      basis: "read",
      gap: false,
      inheritedFrom: null,
    },
    ...fields,
  };
}
const text = (column: Parameters<typeof topicCell>[2], facts: MarketFact[], lang: "en" | "zh" = "en") =>
  cellText(lang, topicCell(lang, "tariffs-taxes", column, facts, null));

describe("topicCell", () => {
  it("keeps mandatory marks apart from the others, and names one mark once", () => {
    const facts = [
      fact({ detail: { code: "CE", statusEn: "mandatory" } }),
      fact({ detail: { code: "CE", statusEn: "mandatory" }, inheritedFrom: "EU" }),
      fact({ detail: { code: "GS", statusEn: "voluntary, market-expected" } }),
    ];
    expect(text("marks", facts)).toBe("CE");
    expect(text("otherMarks", facts)).toBe("GS");
  });

  it("says of an agreement that is not in force, or cuts no duty, what it is", () => {
    const talks = fact({ kind: "fta", labelEn: "China-GCC FTA", detail: { ftaKind: "under negotiation" } });
    expect(text("agreement", [talks])).toBe("China-GCC FTA (under negotiation)");
    const rcep = fact({
      kind: "fta",
      labelZh: "RCEP协定",
      detail: { ftaKind: "regional", inForce: "2022-01-01" },
    });
    expect(text("agreement", [rcep], "zh")).toBe("RCEP协定（2022年1月1日）");
    expect(text("agreement", [fact({ kind: "fta", labelEn: "None", detail: { ftaKind: "none" } })])).toBe(
      "No trade agreement with China",
    );
  });

  it("shows a gap as nothing, never as nought, and marks what is still to be checked", () => {
    const gap = fact({ kind: "de_minimis", gap: true });
    expect(topicCell("en", "tariffs-taxes", "deMinimis", [gap], null)).toEqual({
      entries: [],
      checked: null,
    });
    const nought = fact({ kind: "de_minimis", value: 0, unit: "EUR", basis: "knowledge" });
    const cell = topicCell("en", "tariffs-taxes", "deMinimis", [nought], null);
    expect(cell.entries[0]!.text).toMatch(/0/);
    expect(cell.checked).toBe(false);
  });
});

it("every topic compares something", () => {
  expect(topics.filter((topic) => topicColumns(topic).length === 0)).toEqual([]);
});
