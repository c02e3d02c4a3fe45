import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { topics } from "#db/schema/topics.ts";
import { plainText, readersOf } from "#search/indexes/sections.ts";
import type { SearchDocument } from "#search/engine.ts";

/** The same sequence of numbers from 0 to 1 for the same seed (mulberry32, public domain). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sentencesOf(folder: string, lang: "en" | "zh"): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(`.${lang}.md`),
  );
  const bodies = files
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/^---[\s\S]*?\n---\n/, ""));
  return bodies
    .flatMap((body) => plainText(body).split(lang === "en" ? /(?<=\.)\s+/ : /(?<=。)/))
    .filter((sentence) => sentence.length > 15);
}

/**
 * Generated sections in the words of the real ones: sentences of the seeded guides, mixed anew. Enough markets for
 * any size; the thirty real ones keep their share, so that filters stay as selective as they are.
 */
export function* generatedSections(
  count: number,
  markets: { code: string; nameEn: string; nameZh: string }[],
): Generator<SearchDocument> {
  const folder = join(import.meta.dirname, "../../db/seed/guides");
  const sentences = { en: sentencesOf(folder, "en"), zh: sentencesOf(folder, "zh") };
  const random = numbers(2026);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const some = (lang: "en" | "zh") =>
    [pick(sentences[lang]), pick(sentences[lang])].join(lang === "en" ? " " : "");
  for (let number = 0; number < count; number += 1) {
    const market = pick(markets);
    const topic = pick([...topics]);
    const lang = number % 2 === 0 ? "en" : "zh";
    const [titleEn, titleZh] = [`${market.nameEn}: ${topic}`, `${market.nameZh}：${topic}`];
    yield {
      id: `${market.code}-${topic}-${number}`,
      hash: String(number),
      text: {
        titleEn,
        titleZh,
        names: `${market.code}, ${market.nameEn}, ${market.nameZh}`,
        keywords: topic.replaceAll("-", " "),
        summaryEn: lang === "en" ? pick(sentences.en) : "",
        summaryZh: lang === "zh" ? pick(sentences.zh) : "",
        bodyEn: lang === "en" ? some("en") : "",
        bodyZh: lang === "zh" ? some("zh") : "",
      },
      filter: { market: market.code, topic, readers: [readersOf(lang)] },
      shown: { title: lang === "en" ? titleEn : titleZh },
    };
  }
}
