import { describe, expect, it } from "vitest";
import { readContent } from "#db/seed/read-content.ts";
import { figuresIn } from "#search/figures.ts";
import { guideHref, linksIn } from "#app/modules/guides/markdown.ts";
import { isTopic } from "#app/modules/guides/topics.ts";
import { regionGroup } from "#app/modules/markets/regions.ts";

const content = readContent();
const markets = content.markets.filter(({ kind }) => kind === "market");
/** What every market's guide says in words; the other topics stand on facts alone. */
const topics = [
  "snapshot",
  "opportunity",
  "risks",
  "entry",
  "tariffs-taxes",
  "import-procedures",
  "standards",
  "channels",
  "e-commerce",
  "pricing-payment",
  "ip-contracts",
  "logistics",
  "culture",
  "fairs",
  "contacts",
];

const han = /[\u4e00-\u9fff]/;
const halfWidth = /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?=\s|$)/;
const typedSpace = /[\u4e00-\u9fff] +[A-Za-z0-9]|[A-Za-z0-9%] +[\u4e00-\u9fff]/;

/** What a Chinese text breaks: half-width punctuation beside a character, or a space typed next to Latin. */
function faults(text: string): string[] {
  // Marks of Markdown are not punctuation of the text.
  const plain = text.replace(/\]\([^)]*\)/g, "]").replace(/[*_`[\]]/g, "");
  return [halfWidth.exec(plain)?.[0], typedSpace.exec(plain)?.[0]].filter((found) => found !== undefined);
}

/** Where something is wrong, so that a failing test reads like a list of repairs. */
const offenders = <T>(items: T[], name: (item: T) => string, wrong: (item: T) => boolean) =>
  items.filter(wrong).map(name);

describe("fact tables", () => {
  const facts = content.markets.flatMap((market) => market.facts.map((fact) => ({ market, fact })));
  type Entry = (typeof facts)[number];
  const name = ({ market, fact }: Entry) => `${market.code}:${fact.key}`;
  const sources = new Set(content.sources.map(({ id }) => id));

  it("cover thirty markets, each in a region and with the facts every exporter asks for first", () => {
    expect(markets).toHaveLength(30);
    expect(
      offenders(
        markets,
        ({ code }) => code,
        ({ region }) => regionGroup(region) === null,
      ),
    ).toEqual([]);
    for (const kind of ["indicator", "vat", "fta", "payment", "fair", "port", "portal", "contact"]) {
      const without = offenders(
        markets,
        ({ code }) => `${code} ${kind}`,
        (market) => !market.facts.some((fact) => fact.kind === kind),
      );
      expect(without).toEqual([]);
    }
  });

  it("have a key of their own within the market", () => {
    const keys = facts.map(name);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("name source, year and confidence, unless they are gaps", () => {
    const wrong = ({ fact }: Entry) =>
      fact.gap
        ? fact.value !== null || fact.textEn !== null
        : fact.source === null ||
          !sources.has(fact.source) ||
          fact.asOf === null ||
          fact.confidence === null ||
          fact.basis === null;
    expect(offenders(facts, name, wrong)).toEqual([]);
  });

  it("are written in both languages", () => {
    const wrong = ({ fact }: Entry) => {
      const latinOnly = fact.kind === "marketplace" || fact.kind === "contact";
      const pairs: [unknown, unknown][] = [
        [fact.textEn, fact.textZh],
        [fact.noteEn, fact.noteZh],
        [fact.statusEn, fact.statusZh],
        [fact.originProofEn, fact.originProofZh],
        [fact.cityEn, fact.cityZh],
        [fact.sectorsEn, fact.sectorsZh],
        [fact.whenEn, fact.whenZh],
        [fact.labelEn, latinOnly ? fact.labelEn : fact.labelZh],
      ];
      return pairs.some(([en, zh]) => Boolean(en) !== Boolean(zh)) || han.test(fact.textEn ?? "");
    };
    expect(offenders(facts, name, wrong)).toEqual([]);
  });

  it("keep the rules of Chinese typesetting", () => {
    const wrong = facts.flatMap((entry) =>
      Object.entries(entry.fact)
        .filter(
          ([field, value]) => field.endsWith("Zh") && typeof value === "string" && faults(value).length > 0,
        )
        .map(([field]) => `${name(entry)}.${field}`),
    );
    expect(wrong).toEqual([]);
  });

  it("say in Chinese what each membership is", () => {
    const names = facts.flatMap(({ fact }) => fact.list ?? []);
    expect(names.filter((one) => !(one in content.memberships))).toEqual([]);
  });
});

describe("guide sections", () => {
  const place = ({ market, topic, lang }: (typeof content.guides)[number]) => `${market}/${topic}.${lang}`;
  const places = new Set(content.guides.map(place));
  const factsAt = (code: string): (typeof content.markets)[number]["facts"] => {
    const market = content.markets.find((one) => one.code === code)!;
    return [...market.facts, ...market.inherits.flatMap(factsAt)];
  };

  it("stand in both languages for every market and topic", () => {
    const wanted = markets.flatMap(({ code }) =>
      topics.flatMap((topic) => [`${code}/${topic}.en`, `${code}/${topic}.zh`]),
    );
    expect(wanted.filter((one) => !places.has(one))).toEqual([]);
    const lone = [...places].filter(
      (one) => !places.has(one.replace(/\.(en|zh)$/, (end) => (end === ".en" ? ".zh" : ".en"))),
    );
    expect(lone).toEqual([]);
  });

  it("stand for every block on what a shipment meets, and wherever its facts speak", () => {
    const shared = ["snapshot", "tariffs-taxes", "import-procedures", "standards", "entry"];
    const missing = content.markets
      .filter(({ code }) => ["EU", "GCC", "EAEU", "RCEP", "ASEAN"].includes(code))
      .flatMap((block) => {
        const spoken = block.facts.map(({ topic }) => topic).filter((topic) => topics.includes(topic));
        return [...new Set([...shared, ...spoken])].map((topic) => `${block.code}/${topic}`);
      })
      .filter((one) => !places.has(`${one}.en`) || !places.has(`${one}.zh`));
    expect(missing).toEqual([]);
  });

  it("are neither thin nor long", () => {
    const wrong = content.guides
      .map((guide) => {
        const length =
          guide.lang === "en"
            ? (guide.body.match(/[\w'’&/-]+/g) ?? []).length
            : (guide.body.match(/[\u4e00-\u9fff]/g) ?? []).length;
        const [least, most] = guide.lang === "en" ? [100, 250] : [180, 480];
        return { guide, length, ok: length >= least && length <= most };
      })
      .filter(({ ok }) => !ok)
      .map(({ guide, length }) => `${place(guide)} ${length}`);
    expect(wrong).toEqual([]);
  });

  it("answer in one sentence first, and name at least two sources", () => {
    const wrong = offenders(
      content.guides,
      place,
      ({ summary, sources }) => summary === "" || sources.length < 2,
    );
    expect(wrong).toEqual([]);
    const unnamed = offenders(content.guides, place, ({ sources }) =>
      sources.some(({ publisher, asOf }) => publisher === "" || asOf === ""),
    );
    expect(unnamed).toEqual([]);
  });

  it("name sources in their own language, by the body that published them and the year that their title says", () => {
    const entries = content.guides.flatMap((guide) => guide.sources.map((source) => ({ guide, source })));
    type Entry = (typeof entries)[number];
    const name = ({ guide, source }: Entry) => `${place(guide)} ${source.publisher}: ${source.title}`;
    const untranslated = offenders(
      entries,
      name,
      ({ guide, source }) => guide.lang === "zh" && !han.test(source.title),
    );
    expect(untranslated).toEqual([]);
    const noBody = offenders(entries, name, ({ source }) => /["：]|20[12]\d/.test(source.publisher));
    expect(noBody).toEqual([]);
    // An archive's figures are of the year of the figures, not of the year in which it was closed.
    const older = offenders(entries, name, ({ source }) => {
      const years = Array.from(source.title.matchAll(/(?<![\d/])20[12]\d(?!\d)/g), ([year]) => Number(year));
      const said = years.filter((year) => year <= 2026);
      return !source.title.includes("CIA") && said.some((year) => year > Number(source.asOf.slice(0, 4)));
    });
    expect(older).toEqual([]);
  });

  it("carry dates that make sense: checked in the past, reviewed within a year after", () => {
    const wrong = offenders(
      content.guides,
      place,
      ({ verifiedAt, reviewDueAt, basis }) =>
        reviewDueAt === null ||
        reviewDueAt < "2026-11-22" ||
        reviewDueAt > "2027-11-22" ||
        (verifiedAt !== null && (verifiedAt > "2026-11-22" || verifiedAt >= reviewDueAt)) ||
        (basis === "read" && verifiedAt === null),
    );
    expect(wrong).toEqual([]);
  });

  it("keep the rules of Chinese typesetting", () => {
    const wrong = content.guides
      .filter(({ lang }) => lang === "zh")
      .flatMap((guide) =>
        faults(`${guide.title}\n${guide.summary}\n${guide.body}`).map((fault) => `${place(guide)} ${fault}`),
      );
    expect(wrong).toEqual([]);
  });

  it("are English in English and Chinese in Chinese", () => {
    const wrong = offenders(
      content.guides,
      place,
      ({ lang, title, summary }) => han.test(title + summary) !== (lang === "zh"),
    );
    expect(wrong).toEqual([]);
  });

  it("address the Chinese reader as the rest of the site does", () => {
    // "你们" is what a reader says to a buyer; "我付你", "你我之间" are set phrases.
    const familiar = offenders(content.guides, place, ({ body, summary }) =>
      /你(?!们|我之间)(?<!我付你)/.test(summary + body),
    );
    expect(familiar).toEqual([]);
  });

  it("show figures of facts that the market has, its blocks' included", () => {
    const unknown = content.guides.flatMap((guide) =>
      figuresIn(guide.body + guide.summary)
        .filter((key) => !factsAt(guide.market).some((fact) => fact.key === key && fact.value !== null))
        .map((key) => `${place(guide)} ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it("type no rate and no amount of money that their market's facts do not say", () => {
    const own =
      /(\d+(?:[.,]\d+)*)\s?[%％]|(?:USD|EUR|GBP|JPY|US\$|[€£$¥])\s?(\d+(?:[.,]\d+)*)|(\d+(?:[.,]\d+)*)\s?[万亿]?(?:美元|欧元|英镑|日元)/g;
    const wrong = content.guides.flatMap((guide) => {
      const said = JSON.stringify(factsAt(guide.market)).replaceAll(",", "");
      return Array.from(guide.body.matchAll(own), ([text, a, b, c]) => ({
        text,
        number: (a ?? b ?? c)!.replaceAll(",", ""),
      }))
        .filter(({ number }) => !new RegExp(`(?<![\\d.])${number.replace(".", "\\.")}(?![\\d])`).test(said))
        .map(({ text }) => `${place(guide)} ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it("say nothing twice: no paragraph stands in two sections", () => {
    const seen = new Map<string, string>();
    const twice = content.guides.flatMap((guide) =>
      guide.body
        .split(/\n{2,}/)
        .map((text) => text.trim())
        .filter((text) => text.length > 80)
        .flatMap((text) => {
          const before = seen.get(text);
          seen.set(text, place(guide));
          return before ? [`${before} and ${place(guide)}: ${text.slice(0, 40)}`] : [];
        }),
    );
    expect(twice).toEqual([]);
  });

  it("leave no English sentence in the Chinese, and no Chinese one in the English", () => {
    const words = (text: string) => text.replace(/\]\([^)]*\)/g, "]");
    const wrong = content.guides.filter(({ lang, body }) =>
      lang === "zh"
        ? /(?:\b[a-z]{2,}\s+){4}[a-z]{2,}/.test(words(body))
        : /[\u4e00-\u9fff]{12,}/.test(words(body)),
    );
    expect(wrong.map(place)).toEqual([]);
  });

  it("link only to places that exist, and outside only over https", () => {
    const withFacts = new Set(
      content.markets.flatMap((market) => market.facts.map((fact) => `${market.code}/${fact.topic}`)),
    );
    const dead = content.guides.flatMap((guide) =>
      linksIn(guide.body)
        .filter((href) => {
          if (!href.startsWith("guide:")) return !href.startsWith("https://");
          const [market, topic = ""] = href.slice("guide:".length).split("/");
          const exists =
            places.has(`${market}/${topic}.${guide.lang}`) || withFacts.has(`${market}/${topic}`);
          return guideHref(guide.lang, href) === null || !isTopic(topic) || !exists;
        })
        .map((href) => `${place(guide)} ${href}`),
    );
    expect(dead).toEqual([]);
  });
});

describe("vocabulary", () => {
  it("has every HS chapter once, under a section that exists, in both languages", () => {
    const codes = content.sectors.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(content.sectors.filter(({ kind }) => kind === "chapter")).toHaveLength(96);
    expect(content.sectors.filter(({ parent }) => parent !== null && !codes.includes(parent))).toEqual([]);
    expect(content.sectors.filter(({ nameZh }) => !han.test(nameZh))).toEqual([]);
  });

  it("explains each glossary term in both languages", () => {
    const wrong = offenders(
      content.glossary,
      ({ en }) => en,
      ({ zh, definitionEn, definitionZh }) =>
        !han.test(definitionZh) || han.test(definitionEn) || faults(zh + "\n" + definitionZh).length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it("names each source in both languages", () => {
    expect(
      offenders(
        content.sources,
        ({ id }) => id,
        ({ zh }) => !han.test(zh) || faults(zh).length > 0,
      ),
    ).toEqual([]);
  });
});
