import { Unzip, UnzipInflate, zipSync } from "fflate";

/** The archive is damaged, or would unpack to more than we take. */
export class UnreadableZip extends Error {
  readonly reason: "damaged" | "tooLarge";

  constructor(reason: "damaged" | "tooLarge") {
    super(`zip: ${reason}`);
    this.name = "UnreadableZip";
    this.reason = reason;
  }
}

/** The same files make the same bytes: no entry carries the time it was packed at. */
const anyTime = new Date(1980, 0, 1);

/** An archive of text files. */
export function zipOf(files: { path: string; text: string }[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  return new Uint8Array(zipSync(entries, { mtime: anyTime, level: 6 }));
}

const slice = 65_536;

/**
 * Unpacks the wanted files of an archive in memory. What really comes out is counted while it does, whatever the
 * archive says of itself, and nothing is written to a disk.
 *
 * @throws UnreadableZip
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  limits: { files: number; bytes: number },
): { path: string; bytes: Uint8Array }[] {
  const found: { path: string; bytes: Uint8Array }[] = [];
  let entries = 0;
  let begun = 0;
  let unpacked = 0;
  const unzipper = new Unzip((file) => {
    if ((entries += 1) > limits.files) throw new UnreadableZip("tooLarge");
    if (!wanted(file.name)) return;
    begun += 1;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      // Our own refusal comes back by this road too.
      if (error) throw error instanceof UnreadableZip ? error : new UnreadableZip("damaged");
      if ((unpacked += chunk.length) > limits.bytes) throw new UnreadableZip("tooLarge");
      chunks.push(chunk);
      if (final) found.push({ path: file.name, bytes: Buffer.concat(chunks) });
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableZip("damaged");
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      unzipper.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
    }
  } catch (error) {
    throw error instanceof UnreadableZip ? error : new UnreadableZip("damaged");
  }
  // An archive that breaks off ends in the middle of a file, without a word.
  if (found.length < begun) throw new UnreadableZip("damaged");
  return found;
}
