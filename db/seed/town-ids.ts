import { createHash } from "node:crypto";

/** A stable UUID (version 8) for a named thing of the town. */
export function townId(name: string): string {
  const hex = createHash("sha256").update(`fairway-town:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const organisationId = (key: string) => townId(`organisation:${key}`);
/** Of a demo person, by the part of the address before "@". */
export const personId = (address: string) => townId(`user:${address}@fairway.example`);
export const after = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);
