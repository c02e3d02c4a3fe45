// The little of the tar format (POSIX.1-1988 ustar) that a backup needs, so that `tar xf` opens one anywhere.

const block = 512;

/** Two empty blocks end an archive. */
export const endOfArchive = Buffer.alloc(2 * block);

/** Zeros up to the next full block. */
export const padding = (size: number) => Buffer.alloc((block - (size % block)) % block);

/**
 * The header block of a regular file. Sizes up to 8 GiB, names up to 100 bytes (255 with a folder of up to 155).
 *
 * @throws Error when the name or size does not fit.
 */
export function entryHeader(name: string, size: number, mtime: Date): Buffer {
  const header = Buffer.alloc(block);
  const [prefix, base] = splitName(name);
  if (size >= 8 ** 11) throw new Error(`${name} is too large for a backup`);
  header.write(base, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write(
    `${Math.floor(mtime.getTime() / 1000)
      .toString(8)
      .padStart(11, "0")}\0`,
    136,
  );
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(prefix, 345);
  header.write(checksum(header), 148);
  return header;
}

function splitName(name: string): [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ["", name];
  const cut = name.lastIndexOf("/");
  const [prefix, base] = [name.slice(0, cut), name.slice(cut + 1)];
  if (cut < 1 || Buffer.byteLength(prefix) > 155 || Buffer.byteLength(base) > 100) {
    throw new Error(`The name ${name} is too long for a backup`);
  }
  return [prefix, base];
}

/** Sum of all header bytes with the checksum field itself counted as spaces, in the format's own notation. */
function checksum(header: Buffer): string {
  let sum = 8 * 0x20;
  for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte;
  return `${sum.toString(8).padStart(6, "0")}\0 `;
}

/** A file inside an archive: its name, and where its bytes lie. */
export type Entry = { name: string; offset: number; size: number };

/**
 * Lists an archive that `entryHeader` and `padding` made. `read` gives `length` bytes at `offset` (fewer at the
 * end of the file). Anything else than what these functions write is an error: a damaged archive never passes.
 */
export function listEntries(read: (offset: number, length: number) => Buffer, total: number): Entry[] {
  const entries: Entry[] = [];
  let offset = 0;
  for (;;) {
    const header = read(offset, block);
    if (header.length < block) throw new Error("the file ends too early");
    if (header.equals(Buffer.alloc(block))) break;
    if (header.toString("latin1", 148, 156) !== checksum(header)) throw new Error("a file header is damaged");
    const text = (from: number, to: number) => header.toString("utf8", from, to).replace(/\0.*$/s, "");
    const digits = text(124, 136);
    if (!/^[0-7]{11}$/.test(digits)) throw new Error("a file header is damaged");
    const size = Number.parseInt(digits, 8);
    const prefix = text(345, 500);
    const name = prefix ? `${prefix}/${text(0, 100)}` : text(0, 100);
    const end = offset + block + size;
    const gap = padding(size).length;
    if (end + gap > total) throw new Error("the file ends too early");
    if (read(end, gap).some((byte) => byte !== 0)) throw new Error("the space between two files is damaged");
    entries.push({ name, offset: offset + block, size });
    offset = end + gap;
  }
  const rest = read(offset, total - offset);
  if (!rest.equals(endOfArchive)) throw new Error("the end of the file is damaged");
  return entries;
}
