import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Standing } from "#app/modules/matching/types.ts";
import { profileItems } from "#app/modules/msmes/completeness.ts";
import { CompletenessPanel } from "#app/routes/profile/completeness-panel.tsx";

const whole = (standing: Standing) =>
  renderToStaticMarkup(
    createElement(CompletenessPanel, {
      lang: "zh",
      completeness: { done: [...profileItems], missing: [], percent: 100 },
      demand: {},
      open: 3,
      standing,
    }),
  );

test("a whole profile leads on to vetting, unless the firm is vetted or waits for the chamber", () => {
  const since = "2026-01-05T00:00:00.000Z";
  expect(whole({ status: "unvetted" })).toContain('href="/zh/vetting"');
  expect(whole({ status: "lapsed", since })).toContain('href="/zh/vetting"');
  expect(whole({ status: "underReview", since })).not.toContain('href="/zh/vetting"');
  expect(whole({ status: "vetted", until: since, total: 12 })).not.toContain('href="/zh/vetting"');
});
