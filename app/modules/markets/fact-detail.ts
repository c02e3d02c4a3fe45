import { z } from "zod";
import type { FactDetail, factKinds } from "#db/schema/markets.ts";

type FactKind = (typeof factKinds)[number];

export const ftaKinds = [
  "none",
  "bilateral",
  "regional",
  "under negotiation",
  "non-preferential",
  "preferential",
] as const;
export const fairFrequencies = ["annual", "odd years", "even years", "every two years"] as const;

/** What a fact of a kind says beyond the common boxes, in the order of its form. */
const particulars = {
  mark: ["code", "statusEn", "statusZh"],
  de_minimis: ["taxFrom"],
  fta: ["ftaKind", "inForce", "originProofEn", "originProofZh"],
  membership: ["list"],
  fair: [
    ...(["cityEn", "cityZh", "months", "frequency", "whenEn", "whenZh"] as const),
    ...(["sectorsEn", "sectorsZh", "organiser"] as const),
  ],
} as const satisfies Partial<Record<FactKind, readonly (keyof FactDetail)[]>>;

export type Particular = (typeof particulars)[keyof typeof particulars][number];

export function particularsOf(kind: FactKind): readonly Particular[] {
  return kind in particulars ? particulars[kind as keyof typeof particulars] : [];
}

/** The name of a particular's box, such as `detailInForce`. */
export function particularField<Name extends Particular>(name: Name): `detail${Capitalize<Name>}` {
  return `detail${name[0]!.toUpperCase()}${name.slice(1)}` as `detail${Capitalize<Name>}`;
}

const oneLine = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
const line = (most: number) => z.string().overwrite(oneLine).max(most).default("");

/** Pairs of names, one a line: `World Trade Organization | 世界贸易组织`. */
const names = z
  .string()
  .max(4000)
  .default("")
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((row) => row.split(/[|｜]/).map(oneLine))
      .filter((row) => row.some((side) => side !== "")),
  )
  .refine((rows) => rows.every((row) => row.length === 2 && row.every((side) => side !== "")), {
    error: "fact.namePair",
  })
  .transform((rows) => rows.map(([en = "", zh = ""]) => ({ en, zh })));

const months = z
  .string()
  .max(60)
  .default("")
  .transform((text) => text.normalize("NFKC").match(/\d+|[^\d\s,、;月]+/g) ?? [])
  .refine((found) => found.every((month) => /^([1-9]|1[0-2])$/.test(month)), { error: "fact.months" })
  .transform((found) => [...new Set(found.map(Number))].sort((a, b) => a - b));

/** The boxes of all kinds; the form of a fact holds those of its own. */
export const particularShape = {
  /** The kind whose boxes the form held; "" = none of them, and what is stored stays. */
  detailOf: line(40),
  detailCode: line(60),
  detailStatusEn: line(300),
  detailStatusZh: line(300),
  detailTaxFrom: z
    .string()
    .default("")
    .transform((text) => text.normalize("NFKC").replace(/[,\s]/g, ""))
    .refine((text) => /^(\d{1,12}(\.\d{1,2})?)?$/.test(text), { error: "fact.number" }),
  detailFtaKind: z.enum(ftaKinds).optional(),
  detailInForce: line(10).refine(
    (text) => /^((19|20)\d\d)?$/.test(text) || z.iso.date().safeParse(text).success,
    { error: "fact.inForce" },
  ),
  detailOriginProofEn: line(500),
  detailOriginProofZh: line(500),
  detailList: names,
  detailCityEn: line(100),
  detailCityZh: line(100),
  detailMonths: months,
  detailFrequency: z.enum(fairFrequencies).optional(),
  detailWhenEn: line(200),
  detailWhenZh: line(200),
  detailSectorsEn: line(500),
  detailSectorsZh: line(500),
  detailOrganiser: line(200),
};

const pairs = ["Status", "OriginProof", "City", "When", "Sectors"] as const;
type Boxes = z.output<z.ZodObject<typeof particularShape>>;

/** The boxes whose other language says something while they are empty. */
export function halfPairs(form: Boxes): string[] {
  return pairs.flatMap((pair) => {
    const [en, zh] = [form[`detail${pair}En`], form[`detail${pair}Zh`]];
    if ((en === "") === (zh === "")) return [];
    return [en === "" ? `detail${pair}En` : `detail${pair}Zh`];
  });
}

/** What a fact of this kind carries after its form: the boxes of the kind, and whatever else was stored. */
export function detailAfter(kind: FactKind, stored: FactDetail, form: Boxes): FactDetail {
  if (form.detailOf !== kind) return stored;
  const { detailTaxFrom, detailFtaKind, detailInForce, detailFrequency } = form;
  const typed: FactDetail = {
    code: form.detailCode,
    statusEn: form.detailStatusEn,
    statusZh: form.detailStatusZh,
    ...(detailTaxFrom === "" ? {} : { taxFrom: Number(detailTaxFrom) }),
    ...(detailFtaKind ? { ftaKind: detailFtaKind } : {}),
    inForce: detailInForce,
    originProofEn: form.detailOriginProofEn,
    originProofZh: form.detailOriginProofZh,
    list: form.detailList,
    cityEn: form.detailCityEn,
    cityZh: form.detailCityZh,
    months: form.detailMonths,
    ...(detailFrequency ? { frequency: detailFrequency } : {}),
    whenEn: form.detailWhenEn,
    whenZh: form.detailWhenZh,
    sectorsEn: form.detailSectorsEn,
    sectorsZh: form.detailSectorsZh,
    organiser: form.detailOrganiser,
  };
  const after: Record<string, unknown> = { ...stored };
  for (const name of particularsOf(kind)) {
    const value = typed[name];
    const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    if (empty) delete after[name];
    else after[name] = value;
  }
  return after as FactDetail;
}

/** The stored particulars as their boxes show them. */
export function typedParticulars(detail: FactDetail): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(detail)) {
    const text = Array.isArray(value)
      ? value.map((one) => (typeof one === "number" ? String(one) : `${one.en} | ${one.zh}`))
      : [String(value ?? "")];
    shown[particularField(name as Particular)] = text.join(name === "months" ? ", " : "\n");
  }
  return shown;
}
