import { gzipSync } from "node:zlib";
import { figure, type Row } from "./table.ts";

/** Compressed kilobytes of all scripts that a page loads, with what they import in turn. */
async function scriptWeight(origin: string, path: string): Promise<number> {
  const html = await (await fetch(origin + path)).text();
  const queue = [
    ...html.matchAll(/<script[^>]*\ssrc="([^"]+)"|<link[^>]*rel="modulepreload"[^>]*href="([^"]+)"/g),
  ].map((match) => match[1] ?? match[2]!);
  const seen = new Set<string>();
  let bytes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].reduce(
    (sum, match) => sum + Buffer.byteLength(match[1]!),
    0,
  );
  for (const script of queue) {
    const url = new URL(script, origin);
    if (seen.has(url.href)) continue;
    seen.add(url.href);
    const text = await (await fetch(url)).text();
    bytes += gzipSync(text).length;
    for (const found of text.matchAll(/\bfrom\s*["'](\.[^"']+)["']|\bimport\s*\(?["'](\.[^"']+)["']/g)) {
      queue.push(new URL(found[1] ?? found[2]!, url).pathname);
    }
  }
  return bytes / 1000;
}

export async function weightRows(origin: string): Promise<Row[]> {
  const limits = { "/en/guides/DE/standards": 20, "/en/guides/DE": 20, "/zh": 100, "/zh/search?q=CE": 100 };
  const rows = [];
  for (const [path, limit] of Object.entries(limits)) {
    const kilobytes = await scriptWeight(origin, path);
    rows.push({
      what: path,
      value: `${figure(kilobytes)} kB of JavaScript, gzip`,
      target: `at most ${limit} kB`,
      ok: kilobytes <= limit,
    });
  }
  return rows;
}
