import { asc } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { sectors } from "#db/schema/markets.ts";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import { factsOf, findMarket, marketRows, type Market } from "#app/modules/markets/queries.server.ts";
import { listOpportunities, type Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { isGeneralFair, sectorReader } from "./facts-of-sector.ts";

export type Sector = typeof sectors.$inferSelect;

const statements = prepared((db) => ({
  all: db.select().from(sectors).orderBy(asc(sectors.position)).prepare(),
}));

/** The sector tree in its order: HS sections, each with its chapters; services last. */
export function sectorTree(ctx: Ctx): Sector[] {
  return statements(ctx.db).all.all();
}

type Place = Pick<Market, "code" | "kind" | "nameEn" | "nameZh">;
export type SectorFact = { place: Place; fact: MarketFact };

export type SectorPage = {
  sector: Sector;
  parent: Sector | null;
  children: Sector[];
  /** Everyday words the facts were read by; null where none are known. */
  words: { en: string[]; zh: string[] } | null;
  marks: SectorFact[];
  rules: SectorFact[];
  fairs: SectorFact[];
  /** Fairs for goods of every kind. */
  generalFairs: SectorFact[];
  opportunities: Opportunity[];
};

/** Everything the portal holds on one sector; null when there is no such code. */
export function sectorPage(ctx: Ctx, code: string): SectorPage | null {
  const tree = sectorTree(ctx);
  const sector = tree.find((one) => one.code === code);
  if (!sector) return null;
  const children = tree.filter(({ parentCode }) => parentCode === code);
  const parent = tree.find((one) => one.code === sector.parentCode) ?? null;
  const codes = [code, ...children.map((child) => child.code)];
  const reader = sectorReader(codes);
  const found = marketRows(ctx)
    .filter(({ kind }) => kind !== "world")
    .flatMap(({ code: place, kind, nameEn, nameZh }) =>
      // What a block states stands once, under the block.
      factsOf(ctx, findMarket(ctx, place)!)
        .filter((fact) => fact.inheritedFrom === null && !fact.gap)
        .map((fact): SectorFact => ({ place: { code: place, kind, nameEn, nameZh }, fact })),
    );
  const spoken = reader ? found.filter(({ fact }) => reader.speaksOf(fact)) : [];
  const fairs = spoken.filter(({ fact }) => fact.kind === "fair" && !isGeneralFair(fact));
  return {
    sector,
    parent,
    children,
    words: reader?.words ?? null,
    marks: spoken.filter(({ fact }) => fact.kind === "mark"),
    rules: spoken.filter(({ fact }) => fact.kind === "regulation"),
    fairs,
    generalFairs:
      sector.kind === "service"
        ? []
        : found.filter(({ fact }) => fact.kind === "fair" && isGeneralFair(fact)),
    opportunities: listOpportunities(ctx).filter(
      (row) =>
        row.state === "open" && row.sectors.some((one) => codes.includes(one) || one === sector.parentCode),
    ),
  };
}

/** How much there is to read on each chapter and service: marks, rules and fairs that speak of it. */
export function sectorCounts(ctx: Ctx): Map<string, number> {
  const facts = marketRows(ctx).flatMap(({ code }) =>
    factsOf(ctx, findMarket(ctx, code)!).filter(
      ({ inheritedFrom, gap, kind }) =>
        inheritedFrom === null && !gap && (kind === "mark" || kind === "regulation" || kind === "fair"),
    ),
  );
  return new Map(
    sectorTree(ctx)
      .filter(({ kind }) => kind !== "section")
      .map(({ code }) => {
        const reader = sectorReader([code]);
        return [code, reader ? facts.filter((fact) => reader.speaksOf(fact)).length : 0];
      }),
  );
}
