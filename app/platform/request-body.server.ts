import type { IncomingMessage } from "node:http";
import { uploadLimit } from "./upload-limit.ts";

/** Bytes of a form. Only the pages below take files; elsewhere a multipart form gets no more: its parts are slow to take apart. */
const bodyLimit = 1_000_000;
const uploadPages = /^\/(en|zh)\/(staff\/guides\/import|vetting\/evidence|profile\/photos)$/;
/** How many bodies beyond a form's size may be in memory at once: over all senders, and of one. */
const largeAtOnce = { all: 6, ofOne: 2 };
/** Whose they are, once for each. */
const large: string[] = [];
const maxParts = 100;
const maxFields = 2_000;
/** How far past the limit we still read, so that a browser gets to see the page that says so. */
const drainLimit = 50_000_000;

/** The account behind the request's session; null for a visitor. Asked before a large body is taken in. */
export type SenderOf = () => Promise<string | null>;
type Body = { ok: true; bytes: Buffer } | { ok: false; status: 400 | 413 | 415 | 429 };

/** Whether there is room for one more of this sender's. */
function hasRoom(sender: string): boolean {
  return large.length < largeAtOnce.all && large.filter((one) => one === sender).length < largeAtOnce.ofOne;
}

/** Who may send more than a form, by account: to a page that takes files, and only with a session that counts. */
async function senderOfFiles(req: IncomingMessage, senderOf: SenderOf): Promise<string | null> {
  const path = (req.url ?? "").split("?", 1)[0]!;
  return req.method === "POST" && uploadPages.test(path) ? senderOf() : null;
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
export async function readBody(req: IncomingMessage, senderOf: SenderOf): Promise<Body> {
  const sender = await senderOfFiles(req, senderOf);
  const counted = { large: false };
  try {
    return await read(req, sender, counted);
  } finally {
    if (sender && counted.large) large.splice(large.indexOf(sender), 1);
  }
}

async function read(req: IncomingMessage, sender: string | null, counted: { large: boolean }): Promise<Body> {
  const type = req.headers["content-type"] ?? "";
  const kind = type.split(";", 1)[0]!.trim().toLowerCase();
  const multipart = kind === "multipart/form-data";
  const limit = sender ? uploadLimit : bodyLimit;
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
      if (sender && size > bodyLimit && size <= limit && !counted.large) {
        if (hasRoom(sender)) {
          large.push(sender);
          counted.large = true;
        } else busy = true;
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
