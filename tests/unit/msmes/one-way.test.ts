import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What of the schema holds a firm's profile. */
const tables =
  /\b(exporterProfiles|profile(Products|Certificates|Markets|Needs|Languages|Capabilities|Photos)|readinessAnswers)\b/;

/**
 * The files outside modules/msmes that touch profiles past `disclose`, each with why it may. Whoever else needs
 * something of a firm asks msmes/firm.server.ts.
 */
const mayTouch: Record<string, string> = {
  "app/modules/endorsements/evidence.server.ts": "conflict checks, for the chamber's staff",
  "app/modules/uploads/sweep.server.ts": "whether a stored photo is still used; gives out nothing",
  "app/modules/vetting/snapshot.server.ts": "what the firm hands in, for its vetters",
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
const sources = ["app", "search", "scripts"].flatMap(filesUnder).map((path) => path.replaceAll("\\", "/"));
const using = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(path, "utf8")));

test("nobody reads another firm's profile past the one function that discloses it", () => {
  const outside = using(tables).filter((path) => !path.startsWith("app/modules/msmes/"));
  expect(outside.sort()).toEqual(Object.keys(mayTouch).sort());
});

test("only firm.server.ts takes a whole record into its hands", () => {
  expect(using(/firm-record\.server/)).toEqual(["app/modules/msmes/firm.server.ts"]);
});

test("nothing but disclose makes what has passed it", () => {
  expect(using(/\bas Disclosed\b/)).toEqual(["app/modules/msmes/disclosure.ts"]);
});
