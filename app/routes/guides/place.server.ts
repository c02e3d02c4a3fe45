import { data, redirect } from "react-router";
import { nearest, nearestMarkets, resolveMarket } from "#app/modules/markets/resolve-market.ts";
import { findMarket, marketRows, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import { isTopic, topics, type Topic } from "#app/modules/guides/topics.ts";
import { at } from "#app/platform/paths.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Guarded } from "#app/routes/guard.server.ts";

/** What the 404 of a guide address carries, so that the page can point on. */
export type MissingPlace = {
  missing: "market" | "topic";
  typed: string;
  suggestions: { href: string; label: string }[];
};

function missing(place: MissingPlace): never {
  throw data(place, { status: 404 });
}

/**
 * The market an address names. Other spellings (de, DEU, germany, 德国) are redirected to the canonical one;
 * an unknown one ends in a 404 that carries what was probably meant.
 */
export function marketAt(
  ctx: Guarded,
  params: { market?: string; topic?: string },
  search: string,
): FoundMarket {
  const typed = (params.market ?? "").slice(0, 60);
  const found = findMarket(ctx, typed);
  if (found) return found;
  const rows = marketRows(ctx);
  const meant = resolveMarket(rows, typed);
  if (meant) {
    const path = params.topic
      ? at(ctx.lang).section(meant.code, encodeURIComponent(params.topic))
      : at(ctx.lang).guide(meant.code);
    throw redirect(path + search, 301);
  }
  return missing({
    missing: "market",
    typed,
    suggestions: nearestMarkets(rows, typed).map((market) => ({
      href: at(ctx.lang).guide(market.code),
      label: ctx.lang === "zh" ? market.nameZh : market.nameEn,
    })),
  });
}

/** The topic an address names; upper case is redirected, an unknown one is a 404 with what was probably meant. */
export function topicAt(ctx: Guarded, market: FoundMarket, value: string | undefined, search: string): Topic {
  const typed = (value ?? "").slice(0, 60);
  if (isTopic(typed)) return typed;
  const lower = typed.toLowerCase();
  if (isTopic(lower)) throw redirect(at(ctx.lang).section(market.code, lower) + search, 301);
  const words = dictionary(ctx.lang).topics;
  const near = nearest(typed, [...topics], (topic) => [
    topic,
    words[topic],
    ...words[topic].split(/[ ,、与]+/),
  ]);
  return missing({
    missing: "topic",
    typed,
    suggestions: near.map((topic) => ({
      href: at(ctx.lang).section(market.code, topic),
      label: words[topic],
    })),
  });
}
