import { expect, test } from "vitest";
import { figuresIn, fillFigures } from "#search/figures.ts";

test("a reference becomes what stands behind it, wherever it stands and however it is spaced", () => {
  const show = (key: string) => (key === "vat" ? "19%" : null);
  expect(fillFigures("VAT {{vat}}，{{ vat }}。", show)).toBe("VAT 19%，19%。");
});

test("a key without a figure shows a dash, never a zero and never the key", () => {
  expect(fillFigures("at {{vat}}", () => null)).toBe("at —");
});

test("braces that name no key stay as they were written", () => {
  expect(fillFigures("{{}} {{A B}} {vat}", () => "x")).toBe("{{}} {{A B}} {vat}");
});

test("keys are listed once each, in order", () => {
  expect(figuresIn("{{gdp}} {{vat}} {{gdp}}")).toEqual(["gdp", "vat"]);
});
