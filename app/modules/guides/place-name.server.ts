import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { markets } from "#db/schema/markets.ts";
import type { Topic } from "#db/schema/topics.ts";
import { dictionary } from "#app/i18n/index.ts";

/** A place of the guides in both languages: “Germany · Standards, testing and labelling”; without topic the market. */
export function placeName(
  tx: Pick<Transaction, "select">,
  marketCode: string,
  topic: Topic | "",
): { en: string; zh: string } {
  const market = tx
    .select({ en: markets.nameEn, zh: markets.nameZh })
    .from(markets)
    .where(eq(markets.code, marketCode))
    .get() ?? { en: marketCode, zh: marketCode };
  if (topic === "") return market;
  return {
    en: `${market.en} · ${dictionary("en").topics[topic]}`,
    zh: `${market.zh} · ${dictionary("zh").topics[topic]}`,
  };
}
