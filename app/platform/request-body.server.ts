import type { IncomingMessage } from "node:http";

/** Bytes of a form. Only the pages below take files; elsewhere a multipart form gets no more: its parts are slow to take apart. */
const bodyLimit = 1_000_000;
const uploadLimit = 20_000_000;
const uploadPages = /^\/(en|zh)\/staff\/guides\/import$/;
const maxParts = 100;
const maxFields = 2_000;
/** How far past the limit we still read, so that a browser gets to see the page that says so. */
const drainLimit = 50_000_000;

type Body = { ok: true; bytes: Buffer } | { ok: false; status: 400 | 413 | 415 };

/** What a request may send: more than a form only to a page that takes files, and only from somebody with a session. */
function limitOf(req: IncomingMessage): number {
  const path = (req.url ?? "").split("?", 1)[0]!;
  return uploadPages.test(path) && req.headers.cookie?.includes("fairway_session") ? uploadLimit : bodyLimit;
}

/** How often the boundary stands in a multipart body, counted up to `most`. */
function partsOf(bytes: Buffer, type: string, most: number): number {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  if (!boundary) return most;
  let count = 0;
  for (let at = bytes.indexOf(boundary); at >= 0 && count < most; at = bytes.indexOf(boundary, at + 1)) {
    count += 1;
  }
  return count;
}

/**
 * Reads a form's whole body within its limit and makes sure that it parses: 413 too large, 415 not a form,
 * 400 broken. A form that gets past this never makes `request.formData()` throw.
 */
export async function readBody(req: IncomingMessage): Promise<Body> {
  const type = req.headers["content-type"] ?? "";
  const kind = type.split(";", 1)[0]!.trim().toLowerCase();
  const multipart = kind === "multipart/form-data";
  const limit = limitOf(req);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > drainLimit) break;
    }
  } catch {
    return { ok: false, status: 400 };
  }
  if (size > limit) return { ok: false, status: 413 };
  const bytes = Buffer.concat(chunks);
  if (size === 0) return { ok: true, bytes };
  if (multipart) {
    if (size > bodyLimit && partsOf(bytes, type, maxParts) >= maxParts) return { ok: false, status: 400 };
    const parsed = await new Response(bytes, { headers: { "Content-Type": type } })
      .formData()
      .catch(() => null);
    return parsed ? { ok: true, bytes } : { ok: false, status: 400 };
  }
  if (kind !== "application/x-www-form-urlencoded") return { ok: false, status: 415 };
  let fields = 1;
  for (const byte of bytes) if (byte === 0x26) fields += 1;
  return fields > maxFields ? { ok: false, status: 400 } : { ok: true, bytes };
}
