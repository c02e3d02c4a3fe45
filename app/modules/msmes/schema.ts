import { z } from "zod";
import { isHsCode } from "#app/modules/matching/hs.ts";
import { certificateKey, supportKinds, workingLanguages } from "#app/modules/matching/vocabulary.ts";
import { capabilities } from "./capabilities.ts";
import { isDivision } from "./divisions.ts";
import type { ProfileGroup } from "./groups.ts";

export const maxProducts = 20;
export const maxCertificates = 30;

/** Digits with or without separators ("12,000", "1.2万" is not understood); at most two decimals. */
const figure = (most: number, whole: boolean) =>
  z
    .string()
    .transform((text) => text.replace(/[,，\s]/g, "").normalize("NFKC"))
    .refine((text) => (whole ? /^\d+$/ : /^\d+(\.\d{1,2})?$/).test(text), {
      error: whole ? "profile.wholeNumber" : "profile.amount",
    })
    .transform(Number)
    .refine((value) => value <= most, { error: "profile.tooMuch" })
    .optional();

const words = (most: number) => z.string().trim().max(most).default("");

const firmSchema = z.object({
  division: z.string().refine(isDivision).optional(),
  employees: figure(5_000_000, true),
  revenueWan: figure(100_000_000, false),
  assetsWan: figure(100_000_000, false),
  underLargeControl: z.enum(["yes", "no"]).optional(),
});
const aboutSchema = z.object({ summaryZh: words(600), summaryEn: words(900) });
const capabilitiesSchema = z.object({
  capabilities: z.array(z.enum(capabilities)).default([]),
  capacityZh: words(400),
  capacityEn: words(600),
});

type Issues = { value: unknown; issues: { push: (issue: never) => void } };
const report = (ctx: Issues, path: (string | number)[], message: string) =>
  ctx.issues.push({ code: "custom", path, message, input: ctx.value } as never);

const product = z.object({
  hs: z
    .string()
    .default("")
    .transform((text) => text.normalize("NFKC").replace(/[\s.．]/g, "")),
  nameZh: words(120),
  nameEn: words(120),
});
const productsSchema = z
  .object({
    products: z
      .array(product)
      .max(maxProducts + 5)
      .default([]),
  })
  .check((ctx) => {
    const seen = new Set<string>();
    for (const [index, { hs, nameZh, nameEn }] of ctx.value.products.entries()) {
      if (!hs && !nameZh && !nameEn) continue;
      if (!hs) report(ctx, ["products", index, "hs"], "form.required");
      else if (!/^(\d{2}|\d{4}|\d{6})$/.test(hs)) report(ctx, ["products", index, "hs"], "profile.hsDigits");
      else if (!isHsCode(hs)) report(ctx, ["products", index, "hs"], "profile.hsChapter");
      else if (seen.has(hs)) report(ctx, ["products", index, "hs"], "profile.hsTwice");
      if (!nameZh && !nameEn) report(ctx, ["products", index, "nameZh"], "profile.productName");
      seen.add(hs);
    }
  })
  .transform(({ products }) => ({ products: products.filter((one) => one.hs) }));

const certificate = z.object({
  code: words(60),
  issuer: words(120),
  expiresOn: z.iso.date({ error: "profile.date" }).optional(),
});
const certificatesSchema = z
  .object({
    certificates: z
      .array(certificate)
      .max(maxCertificates + 5)
      .default([]),
  })
  .check((ctx) => {
    const seen = new Set<string>();
    for (const [index, { code, issuer, expiresOn }] of ctx.value.certificates.entries()) {
      if (!code && !issuer && !expiresOn) continue;
      const key = certificateKey(code);
      if (!key) report(ctx, ["certificates", index, "code"], "form.required");
      else if (seen.has(key)) report(ctx, ["certificates", index, "code"], "profile.certificateTwice");
      seen.add(key);
    }
  })
  .transform(({ certificates }) => ({ certificates: certificates.filter((one) => one.code) }));

const marketCodes = z
  .array(z.string().regex(/^[A-Z]{2}$/))
  .max(60)
  .default([]);
const exportSchema = z
  .object({
    hasExported: z.enum(["yes", "no"], { error: "form.required" }),
    exportingSince: z
      .string()
      .regex(/^\d{4}$/, { error: "profile.year" })
      .transform(Number)
      .optional(),
    exported: marketCodes,
  })
  .check((ctx) => {
    if (ctx.value.hasExported === "yes" && ctx.value.exportingSince === undefined) {
      report(ctx, ["exportingSince"], "form.required");
    }
  })
  .transform(({ hasExported, exportingSince, exported }) =>
    hasExported === "yes"
      ? { exportingSince: exportingSince ?? null, exported }
      : { exportingSince: null, exported: [] },
  );
const marketsSchema = z.object({ targets: marketCodes });
const needsSchema = z.object({ needs: z.array(z.enum(supportKinds)).default([]) });
const languagesSchema = z.object({ languages: z.array(z.enum(workingLanguages)).default([]) });

export type GroupInput =
  | { group: "firm"; value: z.output<typeof firmSchema> }
  | { group: "about"; value: z.output<typeof aboutSchema> }
  | { group: "capabilities"; value: z.output<typeof capabilitiesSchema> }
  | { group: "products"; value: z.output<typeof productsSchema> }
  | { group: "certificates"; value: z.output<typeof certificatesSchema> }
  | { group: "export"; value: z.output<typeof exportSchema> }
  | { group: "markets"; value: z.output<typeof marketsSchema> }
  | { group: "needs"; value: z.output<typeof needsSchema> }
  | { group: "languages"; value: z.output<typeof languagesSchema> };

/** The form of one group; parsed, it names its group, so that one verb can save any of them. */
export const groupSchemas = {
  firm: firmSchema.transform((value): GroupInput => ({ group: "firm", value })),
  about: aboutSchema.transform((value): GroupInput => ({ group: "about", value })),
  capabilities: capabilitiesSchema.transform((value): GroupInput => ({ group: "capabilities", value })),
  products: productsSchema.transform((value): GroupInput => ({ group: "products", value })),
  certificates: certificatesSchema.transform((value): GroupInput => ({ group: "certificates", value })),
  export: exportSchema.transform((value): GroupInput => ({ group: "export", value })),
  markets: marketsSchema.transform((value): GroupInput => ({ group: "markets", value })),
  needs: needsSchema.transform((value): GroupInput => ({ group: "needs", value })),
  languages: languagesSchema.transform((value): GroupInput => ({ group: "languages", value })),
} satisfies Record<ProfileGroup, z.ZodType<GroupInput>>;
