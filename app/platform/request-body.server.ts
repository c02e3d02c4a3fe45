import type { IncomingMessage } from "node:http";

/** Bytes of a form. Only the pages below take files; elsewhere a multipart form gets no more: its parts are slow to take apart. */
const bodyLimit = 1_000_000;
const uploadLimit = 20_000_000;
const uploadPages = /^\/(en|zh)\/(staff\/guides\/import|vetting\/evidence|profile\/photos)$/;
/** How many bodies beyond a form's size may be in memory at once, over all senders. */
const largeAtOnce = 6;
let large = 0;
const maxParts = 100;
const maxFields = 2_000;
/** How far past the limit we still read, so that a browser gets to see the page that says so. */
const drainLimit = 50_000_000;

type Body = { ok: true; bytes: Buffer } | { ok: false; status: 400 | 413 | 415 | 429 };

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
 * 400 broken, 429 when too many large ones come in at once. A form that gets past this never makes
 * `request.formData()` throw. Nothing is written to disk, and of what is too large nothing is kept.
 */
export async function readBody(req: IncomingMessage): Promise<Body> {
  const counted = { large: false };
  try {
    return await read(req, counted);
  } finally {
    if (counted.large) large -= 1;
  }
}

async function read(req: IncomingMessage, counted: { large: boolean }): Promise<Body> {
  const type = req.headers["content-type"] ?? "";
  const kind = type.split(";", 1)[0]!.trim().toLowerCase();
  const multipart = kind === "multipart/form-data";
  const limit = limitOf(req);
  // Who says beforehand that it will be too much is heard out within the drain limit, and nothing of it is kept.
  const declared = Number(req.headers["content-length"] ?? 0);
  if (declared > drainLimit) return { ok: false, status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  let busy = false;
  try {
    // Left open when we stop reading: the sender is to see the page that says so before the connection closes.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bodyLimit && size <= limit && !counted.large) {
        if (large >= largeAtOnce) busy = true;
        else {
          large += 1;
          counted.large = true;
        }
      }
      if (size <= limit && declared <= limit && !busy) chunks.push(chunk);
      else chunks.length = 0;
      if (size > drainLimit) break;
    }
  } catch {
    return { ok: false, status: 400 };
  }
  if (busy) return { ok: false, status: 429 };
  if (size > limit || declared > limit) return { ok: false, status: 413 };
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
