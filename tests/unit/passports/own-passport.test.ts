import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import OwnPassport from "#app/routes/passports/own-passport.tsx";

const day = new Date("2026-01-05T08:00:00Z");
const passport = {
  id: "one",
  label: "中国银行",
  state: "open",
  createdAt: day,
  expiresAt: day,
  maxOpenings: null,
  asksWho: false,
  contents: { standing: true, groups: [], endorsements: [], certificates: [], trade: [] },
  openings: [],
};
const drawn = (state: string) =>
  renderToStaticMarkup(
    createElement(OwnPassport as unknown as FunctionComponent<{ loaderData: object }>, {
      loaderData: { lang: "zh", passport: { ...passport, state } },
    }),
  );

test("a passport that is over leads to a new one; an open one says what to do when its link is lost", () => {
  expect(drawn("open")).toContain("停用后重新生成");
  for (const state of ["cutOff", "expired"]) {
    expect(drawn(state)).toContain('href="/zh/passports/new"');
    expect(drawn(state)).not.toContain("停用后重新生成");
  }
});
