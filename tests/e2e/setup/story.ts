import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { e2eOrigin } from "./place.ts";

/**
 * Every story's page fails its story when the browser logs an error (a broken policy, a missing file, a script's
 * exception) or asks another host for anything. `allowed` takes the few texts a story provokes on purpose.
 */
export const test = base.extend<{ allowed: RegExp[] }>({
  allowed: [[], { option: true }],
  page: async ({ page, allowed }, provide) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(e2eOrigin) && !url.startsWith("data:")) faults.push(`request to ${url}`);
    });
    await provide(page);
    expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
  },
});

export { expect };

/** A phone in one hand, and a desk. */
export const widths = { phone: { width: 360, height: 780 }, desk: { width: 1440, height: 900 } };

/** axe finds nothing on the page as it stands, by WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes[0]?.target.join(" ")}`);
  expect(found).toEqual([]);
}

/** Nothing sticks out: a phone's reader never has to push the page sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(view!);
}
