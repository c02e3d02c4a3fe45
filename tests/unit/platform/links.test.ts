import { expect, test } from "vitest";

const pages = import.meta.glob<string>(["/app/routes/**/*.tsx", "/app/ui/**/*.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What makes a link look like one: its line, or a class of app.css or a component that draws it otherwise. */
const looks = /underline|hover:|-link\b|-head\b|skip|search-|tile|facet|term/;

test("a link that has classes of its own says how it looks: the plain look is for links without any", () => {
  expect(Object.keys(pages).length).toBeGreaterThan(100);
  const bare = Object.entries(pages).flatMap(([file, text]) =>
    [...text.matchAll(/<a\s[^>]*?className="([^"]*)"/g)]
      .filter(([, classes]) => !looks.test(classes!))
      .map(([, classes]) => `${file}: ${classes}`),
  );
  expect(bare).toEqual([]);
});
