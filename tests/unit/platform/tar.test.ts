import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfArchive, entryHeader, listEntries, padding } from "#app/platform/tar.server.ts";

const now = new Date("2026-11-22T00:00:00Z");
const archiveOf = (files: { name: string; body: Buffer }[]) =>
  Buffer.concat([
    ...files.flatMap(({ name, body }) => [entryHeader(name, body.length, now), body, padding(body.length)]),
    endOfArchive,
  ]);
const list = (archive: Buffer) =>
  listEntries((offset, length) => archive.subarray(offset, offset + length), archive.length);

const name = fc
  .array(fc.stringMatching(/^[\w营业执照.-]{1,20}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("/"));
const file = fc.record({ name, body: fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)) });

test("whatever goes in comes out", () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 6 }), (files) => {
      const archive = archiveOf(files);
      const read = list(archive).map((entry) => ({
        name: entry.name,
        body: archive.subarray(entry.offset, entry.offset + entry.size),
      }));
      expect(read).toEqual(files);
    }),
  );
});

test("a name too long for the format is an error, not a cut", () => {
  const long = "x".repeat(101);
  expect(() => entryHeader(long, 1, now)).toThrow(/too long/);
  expect(
    list(archiveOf([{ name: `${"f".repeat(150)}/${"x".repeat(100)}`, body: Buffer.alloc(0) }]))[0]!.name,
  ).toHaveLength(251);
});

test.each(["-0000001000", "-0000000777", "0000000000x", "99999999999", "           "])(
  "a size that no archive of ours tells (%s) is an error",
  (size) => {
    const header = entryHeader("uploads/a", 0, now);
    header.write(size, 124, "latin1");
    header.fill(" ", 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    expect(() => list(Buffer.concat([header, endOfArchive]))).toThrow("a file header is damaged");
  },
);
