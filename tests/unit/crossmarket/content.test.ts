import { expect, it } from "vitest";
import { readContent } from "#db/seed/read-content.ts";

const places = new Set(readContent().guides.map(({ market, topic, lang }) => `${market}/${topic}.${lang}`));

const written: Record<string, string[]> = {
  EU: ["snapshot", "tariffs-taxes", "standards", "import-procedures", "entry"],
  GCC: ["snapshot", "tariffs-taxes", "standards"],
  EAEU: ["snapshot", "tariffs-taxes", "standards"],
  RCEP: ["snapshot", "tariffs-taxes", "import-procedures", "entry"],
  ASEAN: ["snapshot", "tariffs-taxes", "standards", "entry"],
  ALL: [
    ...["entry", "risks", "tariffs-taxes", "standards", "channels", "e-commerce", "pricing-payment"],
    ...["ip-contracts", "establishment", "logistics", "fairs"],
  ],
};

it("blocks and general guides are written in both languages", () => {
  const wanted = Object.entries(written).flatMap(([market, topics]) =>
    topics.flatMap((topic) => [`${market}/${topic}.en`, `${market}/${topic}.zh`]),
  );
  expect(wanted.filter((place) => !places.has(place))).toEqual([]);
});
