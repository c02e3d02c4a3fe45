import data from "./divisions.json" with { type: "json" };

export type DivisionRow = { code: string; nameEn: string; nameZh: string };

/** Divisions that the size standard splits: a firm in one of them is asked for the group (three digits). */
const split = [...new Set(data.groups.map((row) => row.code.slice(0, 2)))];

/**
 * What a firm chooses from, by section of GB/T 4754-2017 (20 sections, 97 divisions): the division, or its groups
 * where the size standard tells them apart (59 cargo handling and storage, 70 real estate).
 */
export const divisionChoices: { code: string; nameEn: string; nameZh: string; rows: DivisionRow[] }[] =
  data.sections.map((section) => ({
    ...section,
    rows: data.divisions
      .filter((row) => row.section === section.code)
      .flatMap(({ code, nameEn, nameZh }) =>
        split.includes(code)
          ? data.groups.filter((group) => group.code.startsWith(code))
          : [{ code, nameEn, nameZh }],
      ),
  }));

const chosen = new Map(divisionChoices.flatMap(({ rows }) => rows.map((row) => [row.code, row] as const)));
const sectionOf = new Map(data.divisions.map((row) => [row.code, row.section]));

/** Whether a firm can have chosen this code. */
export function isDivision(code: string): boolean {
  return chosen.has(code);
}

/** Name of a chosen division or group, e.g. "24 文教、工美、体育和娱乐用品制造业"; the bare code when it is none. */
export function divisionName(lang: "en" | "zh", code: string): string {
  const row = chosen.get(code);
  return row ? `${code} ${lang === "zh" ? row.nameZh : row.nameEn}` : code;
}

/** The codes under which a standard may list this one: group, division, section; the narrowest first. */
export function classesAbove(code: string): string[] {
  const division = code.slice(0, 2);
  const section = sectionOf.get(division);
  return [...new Set([code, division]), ...(section ? [section] : [])];
}
