import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MatchFileError, matchFileText } from "#app/modules/matching/file.ts";

const usage = "npm run match -- IN.json --out OUT.json [--lang en|zh]";

class Refusal extends Error {}

/** Runs the matching engine on a file; see docs/match-file.md. Writes all or nothing. */
function run(args: string[]): void {
  const { input, out, lang } = readArgs(args);
  let text: string;
  try {
    text = readFileSync(input, "utf8");
  } catch (error) {
    throw new Refusal(`${input} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  let matches: ReturnType<typeof matchFileText>;
  try {
    matches = matchFileText(text, lang);
  } catch (error) {
    if (error instanceof MatchFileError) throw new Refusal(`${input}: ${error.message}`);
    throw error;
  }
  const draft = `${out}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify(matches, null, 2)}\n`);
    renameSync(draft, out);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Refusal(`${out} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
  const eligible = matches.filter((match) => match.eligible).length;
  process.stderr.write(`${matches.length} pairs, ${eligible} eligible, written to ${out}\n`);
}

function readArgs(args: string[]) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: "string" }, lang: { type: "string", default: "en" } },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split(".")[0]!}. Use: ${usage}`);
  }
  const [input, ...more] = parsed.positionals;
  const { out, lang } = parsed.values;
  if (!input || more.length > 0 || !out)
    throw new Refusal(`one input file and --out are needed. Use: ${usage}`);
  if (lang !== "en" && lang !== "zh") throw new Refusal(`--lang must be en or zh, not ${lang}`);
  return { input, out, lang } as const;
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`match: ${error.message}\n`);
  process.exitCode = 2;
}
