import { factsOf, findMarket, marketRows } from "#app/modules/markets/queries.server.ts";
import { inNameOrder, regionGroup, type RegionGroup } from "#app/modules/markets/regions.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { sectionPair } from "./queries.server.ts";
import { topicCell, topicColumns, type Cell, type ColumnKey } from "./topic-table.ts";
import type { Topic } from "./topics.ts";

export type TopicRow = {
  code: string;
  name: string;
  region: RegionGroup;
  cells: { column: ColumnKey; cell: Cell }[];
  /** Whether there is prose to read on. */
  written: boolean;
};

/** One topic in all markets, by name as readers of `lang` sort names. */
export function topicRows(ctx: Ctx, lang: Lang, topic: Topic): TopicRow[] {
  const rows = marketRows(ctx).filter(({ kind }) => kind === "market");
  return inNameOrder(rows, lang).map((row) => {
    const facts = factsOf(ctx, findMarket(ctx, row.code)!);
    const pair = sectionPair(ctx, row.code, topic);
    const side = pair[lang] ?? pair.en ?? pair.zh;
    const summary = side?.summary ? { text: side.summary, lang: side.lang } : null;
    return {
      code: row.code,
      name: lang === "zh" ? row.nameZh : row.nameEn,
      region: regionGroup(row.region),
      cells: topicColumns(topic).map((column) => ({
        column,
        cell: topicCell(lang, topic, column, facts, summary),
      })),
      written: side !== null,
    };
  });
}
