import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SupplierCheck } from "#app/modules/endorsements/invite-suppliers.server.ts";
import { CheckResult } from "#app/routes/endorsements/check-result.tsx";

const typed = { email: "a@firm.cn", nameZh: "甲", nameEn: "", creditCode: "", supplierSince: "", goods: "" };
const wrong = { line: 2, typed, errors: [], verdict: "wrong" as const, firstLine: null };
const fresh = { ...wrong, line: 3, verdict: "new" as const };
const drawn = (rows: object[], sealed: string | null) => {
  const check = { rows, ignored: [], sealed } as unknown as SupplierCheck;
  return renderToStaticMarkup(createElement(CheckResult, { lang: "zh", check }));
};

test("lines that are in order are offered for sending only where there are some", () => {
  expect(drawn([wrong], null)).not.toContain("现在即可发出");
  expect(drawn([wrong], null)).toContain("请改正文件后再次核对。");
  expect(drawn([wrong, fresh], "sealed")).toContain("无误的各行现在即可发出");
});
