import { expect, it } from "vitest";
import { inNameOrder } from "#app/modules/markets/regions.ts";

it("sorts names as their readers do: English by letters, Chinese by pinyin", () => {
  const markets = [
    { nameEn: "Türkiye", nameZh: "土耳其" },
    { nameEn: "Russia", nameZh: "俄罗斯" },
    { nameEn: "France", nameZh: "法国" },
    { nameEn: "Germany", nameZh: "德国" },
  ];
  expect(inNameOrder(markets, "en").map(({ nameEn }) => nameEn)).toEqual([
    "France",
    "Germany",
    "Russia",
    "Türkiye",
  ]);
  expect(inNameOrder(markets, "zh").map(({ nameZh }) => nameZh)).toEqual([
    "德国",
    "俄罗斯",
    "法国",
    "土耳其",
  ]);
});
