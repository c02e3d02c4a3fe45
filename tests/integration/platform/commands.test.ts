import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** A folder with a file in it that is in the way wherever a folder is wanted. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), "fairway-commands-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "file");
  writeFileSync(file, "no database");
  return { folder, file };
}

function run(args: string[], settings: Record<string, string>) {
  const env = { ...process.env, SEARCH_ENGINE: "sqlite", SESSION_SECRET: "", ...settings };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, lines: stderr.trim().split("\n") };
}
const script = (name: string) => ["--import", "tsx", `scripts/${name}.ts`];

test.each([
  ["content-import", ["docs"]],
  ["content-export", ["new"]],
  ["backup", ["new.tar"]],
  ["restore", ["package.json"]],
  ["staff-admin", ["somebody@firm.cn"]],
  ["search-rebuild", []],
  ["prepare", []],
])("%s says in one line that DATA_DIR is no folder, and exits 2", (name, args) => {
  const { folder, file } = place();
  const given = args.map((arg) => (arg.startsWith("new") ? join(folder, arg) : arg));
  const { status, lines } = run([...script(name), ...given], { DATA_DIR: file });
  expect({ status, lines }).toEqual({ status: 2, lines: [expect.stringMatching(/^Fairway: .*DATA_DIR/)] });
  expect(readdirSync(folder)).toContain("file");
});

test("where to write, and which market, is refused in one line too", () => {
  const { folder, file } = place();
  const settings = { DATA_DIR: folder, DEMO: "0" };
  expect(run(script("prepare"), settings).status).toBe(0);
  for (const [name, args, reason] of [
    ["backup", [join(file, "below")], /cannot be written \(/],
    ["content-export", [join(file, "below")], /cannot be written \(/],
    ["content-export", [join(folder, "new"), "ZZ"], /no published guide to ZZ/],
  ] as const) {
    const { status, lines } = run([...script(name), ...args], settings);
    expect({ status, lines }).toEqual({ status: 2, lines: [expect.stringMatching(reason)] });
  }
}, 60_000);

test.each(["start", "test"])("%s does not begin with an argument that it does not know", (name) => {
  const { status, lines } = run([`scripts/${name}.mjs`, "--faster"], { PORT: "0" });
  expect({ status, lines }).toEqual({
    status: 2,
    lines: [expect.stringMatching(/--faster is not an argument/)],
  });
});
