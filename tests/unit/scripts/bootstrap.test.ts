import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkDisk, checkNode, checkPort, npmRemedy, Stop } from "#scripts/bootstrap.mjs";

test.each(["20.19.0", "20.20.2", "22.0.0", "24.21.0", "26.99.9"])("Node %s is taken", (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test.each(["18.20.0", "20.18.3", "27.0.0", "6.0.0"])("Node %s is refused with what to install", (version) => {
  expect(() => checkNode(version)).toThrow(/install Node 20\.19 or newer/);
});

test("a taken port is told before the long work, with another one to try", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  await expect(checkPort(port, "127.0.0.1")).rejects.toThrow(`PORT=${port + 1} npm start`);
  await expect(checkPort(0, "192.0.2.1")).rejects.toThrow(/set HOST/);
});

test("too little disk is told with the figure needed", () => {
  expect(() => checkDisk(1e12, "the packages")).toThrow(/the packages need 1000000000000 MB/);
  expect(() => checkDisk(1, "the packages")).not.toThrow();
});

test.each([
  ["npm error code ENOTFOUND", /network/],
  ["npm error network request to https://x failed, reason: connect ETIMEDOUT", /network/],
  ["npm error code ENOSPC\nnpm error nospc no space left on device", /disk/],
  ["npm error code EACCES", /owner of this folder/],
  ["prebuild-install warn ETIMEDOUT\ngyp ERR! stack Error: not found: make", /build-essential/],
  ["make: g++: No such file or directory\ngyp ERR! build error", /build-essential/],
  ["gyp ERR! find Python", /python3/],
  ["npm error code EUSAGE", /npm install/],
  ["something new", /npm\.log/],
])("npm's %j becomes one line with the remedy", (output, remedy) => {
  const line = npmRemedy(output, ".cache/npm.log");
  expect(line).toMatch(remedy);
  expect(line).not.toContain("\n");
  expect(new Stop(line).code).toBe(1);
});
