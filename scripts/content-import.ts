import { randomUUID } from "node:crypto";
import { count } from "drizzle-orm";
import { readRecords, UnusablePath } from "#app/modules/guides/import-files.server.ts";
import { problemWords } from "#app/modules/guides/import-problems.ts";
import { importSections, type ImportProblem } from "#app/modules/guides/import-sections.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { markets } from "#db/schema/markets.ts";
import { seedContent } from "#db/seed/content.ts";
import { endWith } from "#scripts/remedy.ts";

const shownProblems = 50;

/**
 * `npm run content:import -- PATH [--skip-bad]`: publishes guide sections from a folder of Markdown or a `.jsonl`.
 * May run beside the server. Bad input: one line a problem, exit code 2, nothing changed.
 */
function main(args: string[]): void {
  const skipBad = args.includes("--skip-bad");
  const unknown = args.find((arg) => arg.startsWith("--") && arg !== "--skip-bad");
  if (unknown) return refuse(`${unknown} is not an option; there is --skip-bad`);
  const [path, ...more] = args.filter((arg) => !arg.startsWith("--"));
  if (!path || more.length > 0)
    return refuse("Say what to import: npm run content:import -- PATH [--skip-bad]");

  const found = readRecords(path);
  const db = database();
  migrateDatabase(db);
  const now = new Date();
  if (db.select({ rows: count() }).from(markets).get()!.rows === 0) seedContent(db, now);
  const requestId = `content-import-${randomUUID()}`;
  const result = importSections({ db, actor: { kind: "visitor" }, now, requestId }, found, { skipBad });

  result.problems.slice(0, shownProblems).forEach((problem) => console.error(wording(problem)));
  const hidden = result.problems.length - shownProblems;
  if (hidden > 0) console.error(`… and ${hidden} more`);
  if (result.ignored.length > 0) console.error(`Fields not known and left out: ${result.ignored.join(", ")}`);
  if (!result.done) {
    const advice = skipBad ? "" : "; mend them or add --skip-bad";
    return refuse(`${result.skipped} of ${found.length} records are bad, nothing was changed${advice}`);
  }
  const { counts } = result;
  console.log(
    `Imported ${found.length - result.skipped} sections: ${counts.new} new, ${counts.revised} revised, ` +
      `${counts.redated} with new dates, ${counts.unchanged} unchanged` +
      (result.skipped > 0 ? `; ${result.skipped} bad ones left out.` : "."),
  );
}

function wording({ file, line, field, ...problem }: ImportProblem): string {
  return `${file}:${line}: ${field ? `${field}: ` : ""}${problemWords("en", problem)}`;
}

function refuse(line: string): void {
  console.error(`Fairway: ${line}.`);
  process.exitCode = 2;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UnusablePath) refuse(error.message);
  else endWith(error);
} finally {
  closeDatabase();
}
