import { expect, it } from "vitest";
import { Breaker } from "#search/breaker.ts";

it("opens after three failures in a row and lets through again after five seconds", () => {
  const breaker = new Breaker();
  breaker.failed(0);
  breaker.failed(10);
  expect(breaker.isOpen(20)).toBe(false);
  breaker.failed(20);
  expect(breaker.isOpen(21)).toBe(true);
  expect(breaker.isOpen(5019)).toBe(true);
  expect(breaker.isOpen(5021)).toBe(false);
});

it("counts failures in a row only", () => {
  const breaker = new Breaker();
  breaker.failed(0);
  breaker.failed(1);
  breaker.worked();
  breaker.failed(2);
  breaker.failed(3);
  expect(breaker.isOpen(4)).toBe(false);
});
