export const snapshotFields = [
  "nameZh",
  "nameEn",
  "creditCode",
  "place",
  "division",
  "industry",
  "employees",
  "revenueWan",
  "assetsWan",
  "underLargeControl",
  "exportingSince",
  "summaryZh",
  "summaryEn",
  "capacityZh",
  "capacityEn",
  "products",
  "certificates",
  "targets",
  "exported",
  "capabilities",
  "needs",
  "languages",
  "relations",
] as const;
export type SnapshotField = (typeof snapshotFields)[number];

/** What a firm says of itself, as plain lines: what a case is judged on, and what it is compared with later. */
export type Snapshot = Record<SnapshotField, string[]>;
