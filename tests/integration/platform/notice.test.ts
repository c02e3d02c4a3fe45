import { createElement, type ComponentProps } from "react";
import { useLoaderData } from "react-router";
import { expect, test } from "vitest";
import Shell, { loader } from "#app/routes/shell.tsx";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

type Props = ComponentProps<typeof Shell>;

/** The build hands loader data to a page as a property; here the test does. */
const Page = () => createElement(Shell, { loaderData: useLoaderData() } as Props);

test.each([
  ["saved", true],
  ["nonsense", false],
  ["toString", false],
  ["__proto__", false],
])("a page asked for with ?notice=%s is drawn, with its words if there are any", async (notice, known) => {
  const shell = { default: Page, loader: loader as never };
  const { ask } = await testSite(testDatabase(), { ":lang": shell });
  const answer = await ask(`/en?notice=${notice}`);
  expect(answer.status).toBe(200);
  expect((await answer.text()).includes("Saved.")).toBe(known);
});
