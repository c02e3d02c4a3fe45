import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextMonday } from "#app/modules/saved-searches/monday.ts";
import { loggable, namesToHide } from "#app/modules/search/loggable.ts";
import { Sounds } from "#search/pinyin.ts";
import { readHs, wordOfHs } from "#search/read-hs.ts";

describe("HS codes in a query", () => {
  it.each([
    ["9503", "9503"],
    ["HS 950300", "950300"],
    ["8517德国", "8517"],
    ["9503.00.10 Germany", "95030010"],
    ["chapter 95", "95"],
    ["第95章 玩具", "95"],
  ])("%s is %s", (query, code) => expect(readHs(query)?.code).toBe(code));

  it.each([
    "iso 9001",
    "EN 71",
    "2026 rules",
    "HS 2022",
    "5000 usd",
    "9503元",
    "95",
    "tel 13800138000",
    "10,000 pcs",
    "section 301",
    "9999",
    "7701",
  ])("%s names none", (query) => expect(readHs(query)).toBeNull());

  it("stands for the words of its heading, else of its chapter", () => {
    expect(wordOfHs("950300")).toMatchObject({ text: "toys" });
    expect(wordOfHs("950300").also).toContain("玩具");
    expect(wordOfHs("9508").also).toContain("体育用品");
  });
});

describe("Chinese by its sound", () => {
  const sounds = new Sounds();
  for (const name of ["越南", "德国", "西班牙", "智利", "新加坡"]) sounds.addName(name);
  for (const phrase of ["关税", "玩具"]) sounds.add(phrase);

  it("spells pinyin out from end to end, or not at all", () => {
    expect(sounds.spell("deguowanju")).toEqual(["德国", "玩具"]);
    expect(sounds.spell("xinjiapoguanshui")).toEqual(["新加坡", "关税"]);
    expect(sounds.spell("deguowanjux")).toBeNull();
  });

  it.each([
    ["越男标签", "越南"],
    ["德果", "德国"],
    ["西般牙增值税", "西班牙"],
  ])("hears a market in %s", (run, name) =>
    expect(sounds.misheard(run).map((found) => found.name)).toEqual([name]),
  );

  it.each(["智力玩具", "治理", "越来越难", "越南", "得过且过"])("hears none in %s", (run) =>
    expect(sounds.misheard(run)).toEqual([]),
  );
});

describe("what of a query may be kept", () => {
  it.each(["德国 玩具 CE认证", "hs 950300", "9503.00.10", "us de minimis 800", "form e"])("%s may", (query) =>
    expect(loggable(query)).toBe(query.toLowerCase()),
  );

  it.each([
    "wang@firm.cn",
    "call 13812345678",
    "138 1234 5678 的客户",
    "+49 170 1234567",
    "91330100MA27XY1234",
    "330106199001011234",
    "https://firm.example/a",
    "微信 wang88",
    "王先生 德国",
    "6222021234567890123",
  ])("%s may not", (query) => expect(loggable(query)).toBeNull());

  it("holds no name of the person in the session", () => {
    const names = namesToHide({
      name: "Lin Xiaoyue",
      email: "lin.xy@haiyan-toys.example",
      firm: ["Haiyan Toys Co", "海盐玩具厂"],
    });
    expect(loggable("xiaoyue ce", names)).toBeNull();
    expect(loggable("haiyan toys ce", names)).toBeNull();
    expect(loggable("海盐玩具厂 认证", names)).toBeNull();
    expect(loggable("toys ce", names)).toBe("toys ce");
  });

  it("never keeps a run of eleven digits, however it is spaced", () => {
    const spaced = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom("", " ", "-")), {
        minLength: 11,
        maxLength: 20,
      })
      .map((parts) => parts.map(([digit, sign]) => `${digit}${sign}`).join(""));
    fc.assert(fc.property(spaced, (number) => loggable(`call ${number}`) === null));
  });
});

describe("the next Monday morning in Beijing", () => {
  it.each([
    ["2026-11-22T04:00:00Z", "2026-11-23T00:00:00.000Z"],
    ["2026-11-22T23:59:59Z", "2026-11-23T00:00:00.000Z"],
    ["2026-11-23T00:00:00Z", "2026-11-30T00:00:00.000Z"],
    ["2026-11-22T17:00:00Z", "2026-11-23T00:00:00.000Z"],
  ])("after %s is %s", (now, monday) => expect(nextMonday(new Date(now)).toISOString()).toBe(monday));

  it("is always ahead, at most a week, at midnight UTC of a Monday", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (now) => {
          const next = nextMonday(now);
          const ahead = next.getTime() - now.getTime();
          return (
            ahead > 0 &&
            ahead <= 7 * 86_400_000 &&
            next.getUTCDay() === 1 &&
            next.getTime() % 86_400_000 === 0
          );
        },
      ),
    );
  });
});
