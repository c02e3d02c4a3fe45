import { expect, test } from "vitest";
import { answerRanking, leadingMarkets } from "#app/modules/market-ranking/queries.server.ts";
import { queryOf, readQuestion } from "#app/modules/market-ranking/schema.ts";
import { townDatabase } from "#tests/factories/town.ts";
import { testCtx } from "#tests/setup/database.ts";

test("a sector's first markets are those of the ranking that its link opens", async () => {
  const ctx = testCtx(await townDatabase());
  const leading = leadingMarkets(ctx, "en", ["95"]);
  const question = readQuestion(new URLSearchParams({ products: "95" }));
  const whole = answerRanking(ctx, "en", question);
  expect(leading.map(({ code }) => code)).toEqual(whole.ranking.rows.slice(0, 5).map(({ code }) => code));
  expect(leading).toHaveLength(5);
  expect(whole.asked.resolved.products.flatMap(({ codes }) => codes)).toEqual(["95"]);
  expect(queryOf({ ...question, typed: "95" })).toMatchObject({ products: "95" });
  const { score, low, high } = leading[0]!;
  expect(low).toBeLessThanOrEqual(score);
  expect(score).toBeLessThanOrEqual(high);
});
