/** Provinces of mainland China by ISO 3166-2:CN code (without "CN-"): English and Chinese short names. */
export const provinces = {
  AH: ["Anhui", "安徽"],
  BJ: ["Beijing", "北京"],
  CQ: ["Chongqing", "重庆"],
  FJ: ["Fujian", "福建"],
  GS: ["Gansu", "甘肃"],
  GD: ["Guangdong", "广东"],
  GX: ["Guangxi", "广西"],
  GZ: ["Guizhou", "贵州"],
  HI: ["Hainan", "海南"],
  HE: ["Hebei", "河北"],
  HL: ["Heilongjiang", "黑龙江"],
  HA: ["Henan", "河南"],
  HB: ["Hubei", "湖北"],
  HN: ["Hunan", "湖南"],
  NM: ["Inner Mongolia", "内蒙古"],
  JS: ["Jiangsu", "江苏"],
  JX: ["Jiangxi", "江西"],
  JL: ["Jilin", "吉林"],
  LN: ["Liaoning", "辽宁"],
  NX: ["Ningxia", "宁夏"],
  QH: ["Qinghai", "青海"],
  SN: ["Shaanxi", "陕西"],
  SD: ["Shandong", "山东"],
  SH: ["Shanghai", "上海"],
  SX: ["Shanxi", "山西"],
  SC: ["Sichuan", "四川"],
  TJ: ["Tianjin", "天津"],
  XJ: ["Xinjiang", "新疆"],
  XZ: ["Xizang", "西藏"],
  YN: ["Yunnan", "云南"],
  ZJ: ["Zhejiang", "浙江"],
} as const satisfies Record<string, readonly [string, string]>;
export type ProvinceCode = keyof typeof provinces;

export function provinceName(lang: "en" | "zh", code: string): string {
  const names: readonly string[] | undefined = provinces[code as ProvinceCode];
  return names?.[lang === "zh" ? 1 : 0] ?? code;
}

/** The code behind a province as people write it ("ZJ", "Zhejiang Province", "浙江省"); undefined when unclear. */
export function provinceCode(text: string | null | undefined): ProvinceCode | undefined {
  const written = text?.trim().toLowerCase();
  if (!written) return undefined;
  return (Object.keys(provinces) as ProvinceCode[]).find((code) => {
    const [en, zh] = provinces[code];
    return (
      written === code.toLowerCase() ||
      written
        .split(/[^a-z ]/)[0]!
        .replace(/ province$/, "")
        .trim() === en.toLowerCase() ||
      written.startsWith(zh)
    );
  });
}
