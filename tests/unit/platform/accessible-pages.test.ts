import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { matchPath } from "react-router";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { everybodysPlaces, pagesOfStories, placesOf, publicPages } from "#tests/e2e/setup/places.ts";

type Page = { file: string; pattern: string };

function pagesOf(entries: RouteConfigEntry[], above: string): Page[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path].filter(Boolean).join("/");
    return entry.children ? pagesOf(entry.children, pattern) : [{ file: entry.file, pattern: `/${pattern}` }];
  });
}

const visited = [...publicPages, ...everybodysPlaces, ...Object.values(placesOf).flat()].map(
  (path) => `/en${path.split("?")[0]}`,
);

test("every page is asked of axe in the browser: a new one belongs into tests/e2e/setup/places.ts", () => {
  const pages = pagesOf(routes, "").filter(
    ({ file, pattern }) => file.endsWith(".tsx") && pattern.startsWith("/:lang") && !pattern.endsWith("*"),
  );
  const missed = pages.filter(
    ({ file, pattern }) =>
      !(file in pagesOfStories) && !visited.some((path) => matchPath(pattern, path) !== null),
  );
  expect(missed.map(({ file }) => file)).toEqual([]);
});

test("no place is listed twice: the stories could not start", () => {
  expect(publicPages.filter((path, index) => publicPages.indexOf(path) !== index)).toEqual([]);
});

test("a page left to a story is asked of axe there", () => {
  for (const story of new Set(Object.values(pagesOfStories))) {
    expect(readFileSync(`tests/e2e/${story}`, "utf8"), story).toContain("expectAccessible");
  }
});
