import { expect, it } from "vitest";
import {
  ecommerce,
  finance,
  hasEcommerceFigure,
  hasFinanceFigure,
  msmes,
  programmes,
} from "#app/modules/figures/figures.ts";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

it("each set names its source in both languages, and is old enough to say so", () => {
  for (const set of [ecommerce, finance, msmes, programmes]) {
    expect(set.source.en).not.toMatch(/\p{Script=Han}/u);
    expect(set.source.zh).toMatch(/\p{Script=Han}/u);
  }
});

it("the e-commerce rows and their printed sums differ exactly as the notes say", () => {
  const topTen = ecommerce.sums.find(({ key }) => key === "topTen")!;
  expect(sum(ecommerce.rows.map(({ total }) => total))).toBe(topTen.total);
  expect(sum(ecommerce.rows.map(({ b2b }) => b2b)) - topTen.b2b).toBe(1);
  expect(sum(ecommerce.rows.map(({ b2c }) => b2c)) - topTen.b2c).toBe(-1);
  const off = ecommerce.rows.map(({ total, b2b, b2c }) => total - b2b - b2c).filter((gap) => gap !== 0);
  expect(off).toHaveLength(4);
  expect(off.every((gap) => Math.abs(gap) === 1)).toBe(true);
  const notes = ecommerce.notes.map(({ en }) => en).join(" ");
  for (const figure of ["15,772", "15,773", "3,338", "3,337"]) expect(notes).toContain(figure);
});

it("a market has the figures that name it, and the general guide has both", () => {
  expect(["DE", "US", "ALL", "VN"].map(hasEcommerceFigure)).toEqual([true, true, true, false]);
  expect(["BR", "ZA", "ALL", "DE"].map(hasFinanceFigure)).toEqual([true, true, true, false]);
  expect(
    finance.rows.every((row) => [row.account, row.medium, row.small].every((one) => one > 0 && one <= 100)),
  ).toBe(true);
});
