import { asc } from "drizzle-orm";
import { sectors } from "#db/schema/markets.ts";
import type { Ctx } from "#app/platform/context.ts";

/** All sectors in the order of the tree: sections, each followed by its chapters; services last. */
export function sectorRows({ db }: Pick<Ctx, "db">) {
  return db
    .select({
      code: sectors.code,
      parentCode: sectors.parentCode,
      nameEn: sectors.nameEn,
      nameZh: sectors.nameZh,
    })
    .from(sectors)
    .orderBy(asc(sectors.position))
    .all();
}
