import { prepared } from "#db/prepared.ts";
import { glossaryTerms } from "#db/schema/guides.ts";
import { publicContentVersion } from "#app/modules/markets/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import type { Database } from "#db/client.server.ts";
import { termMarker, type TermMarker } from "./mark-terms.ts";

export type GlossaryTerm = typeof glossaryTerms.$inferSelect;

const statements = prepared((db) => ({ all: db.select().from(glossaryTerms).prepare() }));

/** Every term, in no order a reader would see. */
export function glossary(ctx: Ctx): GlossaryTerm[] {
  return statements(ctx.db).all.all();
}

const kept = new WeakMap<Database, { version: number; markers: Record<Lang, TermMarker> }>();

/** Finds the terms that prose of this language mentions; made anew only when public content changes. */
export function glossaryMarker(ctx: Ctx, lang: Lang): TermMarker {
  const version = publicContentVersion(ctx);
  const known = kept.get(ctx.db);
  if (known?.version === version) return known.markers[lang];
  const terms = glossary(ctx);
  const markers = { en: termMarker("en", terms), zh: termMarker("zh", terms) };
  kept.set(ctx.db, { version, markers });
  return markers[lang];
}
