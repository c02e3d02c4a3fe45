import { topics } from "#db/schema/topics.ts";
import type { Knowledge } from "#search/knowledge.ts";

const words: Record<"en" | "zh", string[]> = {
  en: [
    "toys CE marking",
    "import VAT",
    "payment terms",
    "labelling rules",
    "customs documents",
    "product liability",
  ],
  zh: ["玩具 CE 认证", "进口增值税", "付款方式", "标签要求", "清关单证", "产品责任"],
};

export type Query = { q: string; lang: "en" | "zh" };

/** What people add to what they want. */
const more = {
  en: [
    "",
    "for small firms",
    "toys",
    "lamps",
    "textiles",
    "cost",
    "how long",
    "first order",
    "agent",
    "sample",
  ],
  zh: ["", "小企业", "玩具", "灯具", "纺织品", "费用", "多久", "首单", "代理", "样品"],
};

/** Thousands of different queries as people type them: a market by its name in either language, and what they want. */
export function manyQueries(knowledge: Knowledge): Query[] {
  const names = [...knowledge.markets.values()].map(({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }));
  return (["en", "zh"] as const).flatMap((lang) =>
    more[lang].flatMap((added) =>
      names.flatMap((name) =>
        [...words[lang], ...topics.map((topic) => topic.replaceAll("-", " "))].map((wanted) => ({
          q: `${name[lang]} ${wanted} ${added}`.trim(),
          lang,
        })),
      ),
    ),
  );
}
