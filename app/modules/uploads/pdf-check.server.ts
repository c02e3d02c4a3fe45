import { inflateSync } from "node:zlib";

export type PdfRefusal = "upload.pdfBroken" | "upload.pdfLocked" | "upload.pdfActive";

/** What object streams may unfold to while we look inside, all together. */
const unfoldLimit = 30_000_000;
const streamLimit = 8_000_000;
/** No byte of DEFLATE unfolds to more (zlib's own technical note: 1032 to 1). */
const steepestRatio = 1_032;

/** Names that make a document act, carry another file or hide behind a password (ISO 32000-1, 7.5.5 and 12.6.4). */
const locked = /\/Encrypt(?![A-Za-z])/;
const active =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Movie|Sound|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z])/;

/**
 * Why a PDF is not taken; null when nothing speaks against it. Its first bytes and its end must be a PDF's and
 * nothing may follow the end, which turns away most files that are two things at once. Encryption and active content
 * are looked for in the objects outside of streams and inside of object streams, with `#xx` in names decoded.
 * That finds what is plainly there, not what is hidden on purpose: PDFs are therefore only ever handed out as a
 * download, never shown by us.
 */
export function refusalOfPdf(bytes: Buffer): PdfRefusal | null {
  if (bytes.subarray(0, 5).toString("latin1") !== "%PDF-") return "upload.pdfBroken";
  const text = bytes.toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (end < 0 || !/^[\s\0]{0,64}$/.test(text.slice(end + 5))) return "upload.pdfBroken";
  if (!text.includes("startxref") || !/\b\d+ \d+ obj\b/.test(text)) return "upload.pdfBroken";
  if (endsAsZip(bytes)) return "upload.pdfBroken";
  const { outside, inside } = takeApart(text);
  for (const part of [outside, ...inside]) {
    const names = part.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    if (locked.test(names)) return "upload.pdfLocked";
    if (active.test(names)) return "upload.pdfActive";
  }
  return null;
}

/** The text outside of streams, and what the object streams say once unfolded. */
function takeApart(text: string): { outside: string; inside: string[] } {
  const outside: string[] = [];
  const inside: string[] = [];
  let from = 0;
  let unfolded = 0;
  const opening = />>\s{0,4}stream\r?\n/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index + found[0].length;
    const stop = text.indexOf("endstream", start);
    if (stop < 0) break;
    outside.push(text.slice(from, found.index + 2));
    const head = text.slice(Math.max(from, found.index - 400), found.index);
    if (/\/ObjStm/.test(head) && unfolded < unfoldLimit) {
      const part = unfold(text.slice(start, stop), head);
      // What was given up has cost as much as it could unfold to: hundreds of such streams would stop the server.
      unfolded += part.length || Math.min(streamLimit, (stop - start) * steepestRatio);
      inside.push(part);
    }
    from = stop;
    opening.lastIndex = stop;
  }
  outside.push(text.slice(from));
  return { outside: outside.join("\n"), inside };
}

function unfold(stream: string, head: string): string {
  if (!/\/(FlateDecode|Fl)\b/.test(head)) return stream;
  try {
    return inflateSync(Buffer.from(stream, "latin1"), { maxOutputLength: streamLimit }).toString("latin1");
  } catch {
    // Cut short, damaged or unfolding without end: what cannot be read is not judged here, the download stays inert.
    return "";
  }
}

/** Whether a ZIP directory closes the file exactly: such a file opens as an archive too. */
function endsAsZip(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  return at >= 0 && at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length;
}
