import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dictionary } from "#app/i18n/index.ts";
import { namesOf, word } from "#app/modules/matching/explain.ts";
import {
  compareMatches,
  compareNearness,
  matchAll,
  matchPair,
  withinReach,
} from "#app/modules/matching/match.ts";
import type { MatchMsme } from "#app/modules/matching/types.ts";
import { shippedStandard } from "#app/modules/msmes/size-class.ts";
import { msme, now, opportunity, toyMaker, toyProgramme } from "./arbitraries.ts";

const score = (firm: MatchMsme) => matchPair(firm, toyProgramme, now, shippedStandard).score;

describe("the score is the sum of what is shown", () => {
  it("for any firm and opportunity: exact, 0 to 100, no part above its weight", () => {
    fc.assert(
      fc.property(msme, opportunity, (firm, open) => {
        const match = matchPair(firm, open, now, shippedStandard);
        expect(match.contributions.reduce((sum, one) => sum + one.points, 0)).toBe(match.score);
        expect(match.contributions.reduce((sum, one) => sum + one.weight, 0)).toBe(100);
        expect(match.score).toBeGreaterThanOrEqual(0);
        expect(match.score).toBeLessThanOrEqual(100);
        for (const { points, weight, value } of match.contributions) {
          expect(points).toBe(Math.round(weight * value));
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("takes the harmonic mean where the two sides differ: one of two markets is 2/3, not 1", () => {
    const part = matchPair(toyMaker, toyProgramme, now, shippedStandard).contributions.find(
      (one) => one.factor === "market",
    );
    expect(part).toMatchObject({ sides: { firm: 1, owner: 0.5 }, value: 0.667, points: 13 });
  });
});

describe("the more a firm has, the better", () => {
  const growth: Record<string, (firm: MatchMsme, index: number) => MatchMsme> = {
    certificate: (firm, index) => ({
      ...firm,
      certificates: [
        ...(firm.certificates ?? []),
        { code: ["CE", "EN 71", "FSC"][index % 3]!, expiresOn: null },
      ],
    }),
    product: (firm, index) => ({
      ...firm,
      products: [...(firm.products ?? []), ["950300", "940511", "63"][index % 3]!],
    }),
    market: (firm, index) => ({
      ...firm,
      targets: [...(firm.targets ?? []), ["DE", "US", "VN"][index % 3]!],
    }),
    need: (firm, index) => ({ ...firm, needs: [...(firm.needs ?? []), ["finance", "booth"][index % 2]!] }),
    language: (firm, index) => ({
      ...firm,
      languages: [...(firm.languages ?? []), ["en", "de"][index % 2]!],
    }),
  };
  it.each(Object.entries(growth))("adding a %s never lowers the score", (_name, grow) => {
    fc.assert(
      fc.property(msme, opportunity, fc.nat(5), (firm, open, index) => {
        const before = matchPair(firm, open, now, shippedStandard);
        const after = matchPair(grow(firm, index), open, now, shippedStandard);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        for (const [i, part] of after.contributions.entries()) {
          expect(part.points).toBeGreaterThanOrEqual(before.contributions[i]!.points);
        }
      }),
    );
  });

  it("does not count a certificate that ends before the start, but one that ends on the first day", () => {
    const ending = (expiresOn: string) => score({ ...toyMaker, certificates: [{ code: "CE", expiresOn }] });
    expect(ending("2027-01-31")).toBeLessThan(ending("2027-02-01"));
  });

  it("reads one certificate however it is written", () => {
    const written = (code: string) => score({ ...toyMaker, certificates: [{ code }] });
    expect(written("en71")).toBe(written("EN 71"));
    expect(written("EN-71:2024")).toBe(written("EN 71"));
  });
});

describe("rules are yes, no or unknown", () => {
  const ruleOf = (firm: MatchMsme, name: string) =>
    matchPair(firm, toyProgramme, now, shippedStandard).rules.find((one) => one.rule === name);

  it("passes the toy maker on all of them", () => {
    expect(matchPair(toyMaker, toyProgramme, now, shippedStandard)).toMatchObject({
      eligible: true,
      status: "eligible",
    });
  });

  it.each([
    ["size", { revenueWan: undefined, employees: 400 }, null, "size.range"],
    ["size", { industry: "finance" }, null, "size.notCovered"],
    ["sector", { products: undefined }, null, "sector.unknown"],
    ["sector", { products: ["94"] }, false, "sector.no"],
    ["sector", { products: [] }, false, "sector.no"],
    ["certificate", { certificates: undefined }, null, "certificate.unknown"],
    ["certificate", { certificates: [] }, false, "certificate.no"],
    [
      "certificate",
      { certificates: [{ code: "EN 71", expiresOn: "2027-01-31" }] },
      false,
      "certificate.expired",
    ],
    ["vetted", { standing: { status: "lapsed", since: "2026-10-01T00:00:00Z" } }, false, "vetted.lapsed"],
    [
      "vetted",
      { standing: { status: "vetted", until: "2026-11-22T03:59:59Z", total: 18 } },
      false,
      "vetted.lapsed",
    ],
  ] as [string, Partial<MatchMsme>, boolean | null, string][])("%s with %o → %s", (name, change, ok, key) => {
    const firm = { ...toyMaker, ...change };
    expect(ruleOf(firm, name)).toMatchObject({ ok, reason: { key } });
    expect(matchPair(firm, toyProgramme, now, shippedStandard).eligible).toBe(false);
  });

  it.each([
    [{ targets: ["DE"], exported: ["JP"] }, true],
    [{ targets: ["US"], exported: ["GB"] }, true],
    [{ targets: ["US"], exported: ["JP"] }, false],
    [{ targets: ["US"], exported: [] }, false],
    [{ targets: ["US"], exported: undefined }, null],
    [{ targets: ["US"], exported: undefined, exportingSince: null }, false],
    [{ targets: undefined, exported: ["JP"] }, null],
    [{ targets: undefined, exported: ["GB"] }, true],
  ] as [Partial<MatchMsme>, boolean | null][])(
    "the market rule asks while a list is open: %o → %s",
    (change, ok) => {
      const open = { ...toyProgramme, rules: [{ rule: "market" as const, anyOf: ["DE", "GB"] }] };
      const { rules } = matchPair({ ...toyMaker, ...change }, open, now, shippedStandard);
      expect(rules.find((one) => one.rule === "market")).toMatchObject({ ok });
    },
  );

  it("is open up to the last instant and closed after it", () => {
    expect(matchPair(toyMaker, toyProgramme, "2026-12-31T15:59:00Z", shippedStandard).eligible).toBe(true);
    expect(matchPair(toyMaker, toyProgramme, "2026-12-31T15:59:01Z", shippedStandard).eligible).toBe(false);
  });

  it("never counts unknown as a pass", () => {
    fc.assert(
      fc.property(msme, opportunity, (firm, open) => {
        const match = matchPair(firm, open, now, shippedStandard);
        expect(match.eligible).toBe(match.rules.every((rule) => rule.ok === true));
        if (match.rules.some((rule) => rule.ok === false)) expect(match.status).toBe("ineligible");
      }),
    );
  });
});

describe("lists", () => {
  it("never put somebody who is not eligible above somebody who is", () => {
    fc.assert(
      fc.property(
        fc.array(msme, { maxLength: 4 }),
        fc.array(opportunity, { maxLength: 4 }),
        (firms, open) => {
          const flags = matchAll(firms, open, now, shippedStandard).map((match) => match.eligible);
          expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)));
        },
      ),
    );
  });

  it("do not depend on the order of the input, nor does a single match", () => {
    const unordered = (match: ReturnType<typeof matchPair>) =>
      JSON.stringify([
        match.status,
        match.score,
        match.contributions.map((one) => [one.points, one.evidence]),
      ]);
    fc.assert(
      fc.property(msme, opportunity, (firm, open) => {
        const turn = <T>(list: T[] | undefined) => list && [...list].reverse();
        const turned = matchPair(
          {
            ...firm,
            products: turn(firm.products),
            certificates: turn(firm.certificates),
            targets: turn(firm.targets),
            needs: turn(firm.needs),
            languages: turn(firm.languages),
          },
          {
            ...open,
            sectors: turn(open.sectors)!,
            markets: turn(open.markets)!,
            offers: turn(open.offers)!,
            languages: turn(open.languages)!,
          },
          now,
          shippedStandard,
        );
        expect(unordered(turned)).toBe(unordered(matchPair(firm, open, now, shippedStandard)));
      }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(msme, { selector: (one) => one.id }),
        fc.uniqueArray(opportunity, { selector: (one) => one.id }),
        (firms, open) => {
          expect(matchAll([...firms].reverse(), [...open].reverse(), now, shippedStandard)).toEqual(
            matchAll(firms, open, now, shippedStandard),
          );
        },
      ),
    );
  });

  it("sort by eligibility before score", () => {
    const good = matchPair(toyMaker, toyProgramme, now, shippedStandard);
    const unfit = { ...good, eligible: false, status: "ineligible" as const, score: 100 };
    expect(compareMatches(good, unfit)).toBeLessThan(0);
  });
});

describe("what is within reach", () => {
  it("is what a change of the profile can open; a wrong province is not", () => {
    const lapsed = { ...toyMaker, standing: { status: "lapsed" as const, since: "2026-10-01T00:00:00Z" } };
    expect(withinReach(matchPair(lapsed, toyProgramme, now, shippedStandard))).toBe(true);
    const elsewhere = {
      ...toyProgramme,
      rules: [...toyProgramme.rules, { rule: "province" as const, in: ["GD"] }],
    };
    expect(withinReach(matchPair(lapsed, elsewhere, now, shippedStandard))).toBe(false);
  });

  it("comes before what needs more, whatever the score", () => {
    const one = matchPair({ ...toyMaker, certificates: [] }, toyProgramme, now, shippedStandard);
    const two = {
      ...matchPair({ ...toyMaker, certificates: [], products: ["94"] }, toyProgramme, now, shippedStandard),
      score: 99,
    };
    expect(compareNearness(one, two)).toBeLessThan(0);
  });
});

describe("what would raise it", () => {
  it("promises exactly what scoring the changed profile gives", () => {
    const raise = matchPair(toyMaker, toyProgramme, now, shippedStandard).raises.find(
      (one) => one.change.key === "certificate.add",
    );
    expect(raise).toMatchObject({ change: { params: { certificate: "FSC" } }, field: "certificates" });
    const done = { ...toyMaker, certificates: [...toyMaker.certificates!, { code: "FSC" }] };
    expect(score(done) - score(toyMaker)).toBe(raise!.points);
  });

  it("puts what makes the firm eligible first", () => {
    const firm = { ...toyMaker, certificates: [{ code: "EN 71", expiresOn: "2026-12-01" }] };
    expect(matchPair(firm, toyProgramme, now, shippedStandard).raises[0]).toMatchObject({
      change: { key: "certificate.renew", params: { certificate: "EN 71" } },
      unlocks: ["certificate"],
      makesEligible: true,
    });
  });

  it("names nothing that gains nothing", () => {
    fc.assert(
      fc.property(msme, opportunity, (firm, open) => {
        for (const raise of matchPair(firm, open, now, shippedStandard).raises) {
          expect(raise.points > 0 || raise.unlocks.length > 0).toBe(true);
          expect(raise.points).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

it("every reason, evidence and change that can come up is worded, with no gap left in it", () => {
  const t = dictionary("en").matching;
  fc.assert(
    fc.property(msme, opportunity, fc.constantFrom("en" as const, "zh" as const), (firm, open, lang) => {
      const match = matchPair(firm, open, now, shippedStandard);
      const names = namesOf(lang);
      const said = [
        ...match.rules.map((rule) => ["reasons", rule.reason] as const),
        ...match.contributions.map((part) => ["evidence", part.evidence] as const),
        ...match.raises.map((raise) => ["changes", raise.change] as const),
      ];
      for (const [kind, message] of said) {
        expect(Object.keys(t[kind])).toContain(message.key);
        expect(word(lang, kind, message, names)).not.toMatch(/[{}]|undefined/);
      }
    }),
    { numRuns: 300 },
  );
});
