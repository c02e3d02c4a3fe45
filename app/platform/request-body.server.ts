import type { IncomingMessage } from "node:http";

/** Bytes of a form. No form carries files, so a multipart one gets no more: its parts are slow to take apart. */
const bodyLimit = 1_000_000;
const maxFields = 2_000;
/** How far past the limit we still read, so that a browser gets to see the page that says so. */
const drainLimit = 50_000_000;

type Body = { ok: true; bytes: Buffer } | { ok: false; status: 400 | 413 | 415 };

/**
 * Reads a form's whole body within its limit and makes sure that it parses: 413 too large, 415 not a form,
 * 400 broken. A form that gets past this never makes `request.formData()` throw.
 */
export async function readBody(req: IncomingMessage): Promise<Body> {
  const type = req.headers["content-type"] ?? "";
  const kind = type.split(";", 1)[0]!.trim().toLowerCase();
  const multipart = kind === "multipart/form-data";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > drainLimit) break;
    }
  } catch {
    return { ok: false, status: 400 };
  }
  if (size > bodyLimit) return { ok: false, status: 413 };
  const bytes = Buffer.concat(chunks);
  if (size === 0) return { ok: true, bytes };
  if (multipart) {
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
