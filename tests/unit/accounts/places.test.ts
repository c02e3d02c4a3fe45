import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Reader } from "#app/routes/shell.tsx";
import { YourPlaces } from "#app/routes/your-places.tsx";

const nowhere: Reader["places"] = {
  matches: false,
  profile: false,
  received: false,
  suppliers: false,
  passports: false,
  trade: false,
  organisation: false,
  staff: false,
  endorses: false,
  endorsed: false,
  relations: false,
};
const menu = (places: Partial<Reader["places"]>, path = "/zh") => {
  const reader = { name: "周国强", organisation: null, unread: 0, places: { ...nowhere, ...places } };
  return renderToStaticMarkup(createElement(YourPlaces, { lang: "zh", reader, path })).split("lg:block")[0]!;
};
const headings = (page: string) => [...page.matchAll(/<p id="folded-(\w+)"/g)].map(([, key]) => key);

test("a person's places stand under headings, and what holds nothing is left out", () => {
  const firm = {
    matches: true,
    profile: true,
    received: true,
    passports: true,
    endorsed: true,
    relations: true,
  };
  expect(headings(menu({ ...firm, organisation: true }))).toEqual(["firm", "reading", "own"]);
  expect(headings(menu({ staff: true }))).toEqual(["desk", "reading", "own"]);
  expect(headings(menu({ suppliers: true, relations: true }))).toEqual(["network", "reading", "own"]);
});

test("each list is named by its heading, nothing stands twice, and the page the reader is on is marked once", () => {
  const page = menu({ profile: true, relations: true, endorses: true }, "/zh/profile/disclosure");
  const hrefs = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(new Set(hrefs).size).toBe(hrefs.length);
  for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  expect([...page.matchAll(/href="([^"]+)"[^>]*aria-current="page"/g)].map(([, href]) => href)).toEqual([
    "/zh/profile/disclosure",
  ]);
});
