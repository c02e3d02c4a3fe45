import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Writes a .gz file beside every text file of the client build that gets smaller by it, so that serving one costs
 * no compression. Gzip only: brotli is not worth a second copy of files this small.
 */
export function compressAssets(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(css|js|svg|json|txt|webmanifest)$/.test(name)) continue;
    const text = readFileSync(join(folder, name));
    const small = gzipSync(text, { level: 9 });
    if (small.length < text.length) writeFileSync(join(folder, `${name}.gz`), small);
  }
}
