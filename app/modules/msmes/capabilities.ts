/** What a firm can do beside making its products. Worded in i18n (profile.capabilities). */
export const capabilities = [
  "ownDesign",
  "oem",
  "odm",
  "ownBrand",
  "ownMoulds",
  "smallBatches",
  "fastSamples",
  "customPackaging",
  "privateLabel",
  "testLab",
  "traceability",
  "recycledMaterials",
  "coldChain",
  "dropShipping",
  "overseasWarehouse",
  "afterSales",
] as const;
export type Capability = (typeof capabilities)[number];
