import type { Token } from "./phrases.ts";

/** A stretch of the query's text. */
export type Span = { at: number; length: number };

export const spanOf = (token: Token): Span => ({ at: token.at, length: token.raw.length });

export const overlaps = (a: Span, b: Span) => a.at < b.at + b.length && b.at < a.at + a.length;

export const covers = (outer: Span, inner: Span) =>
  outer.at <= inner.at && outer.at + outer.length >= inner.at + inner.length;
