import { expect, it } from "vitest";
import { provinceCode, provinces } from "#app/modules/msmes/provinces.ts";

it.each([
  ["ZJ", "ZJ"],
  ["zj", "ZJ"],
  ["Zhejiang", "ZJ"],
  ["Zhejiang Province", "ZJ"],
  ["浙江", "ZJ"],
  ["浙江省", "ZJ"],
  ["内蒙古自治区", "NM"],
  ["Inner Mongolia", "NM"],
  ["Shaanxi", "SN"],
  ["Shanxi", "SX"],
  ["Guangdong, China", "GD"],
  ["Bavaria", undefined],
  ["", undefined],
  [null, undefined],
])("%s → %s", (text, code) => {
  expect(provinceCode(text)).toBe(code);
});

it("knows all 31 by both names", () => {
  expect(Object.keys(provinces)).toHaveLength(31);
  for (const [code, [en, zh]] of Object.entries(provinces)) {
    expect([provinceCode(en), provinceCode(zh)]).toEqual([code, code]);
  }
});
