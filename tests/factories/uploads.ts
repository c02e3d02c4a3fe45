import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll } from "vitest";
import sharp from "sharp";

// Before anything asks for the settings: files of tests go into a folder of their own.
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "fairway-uploads-"));
export const uploadsDir = process.env.DATA_DIR;
afterAll(() => rmSync(uploadsDir, { recursive: true, force: true }));

/** A PDF of one empty page; `objects` are added to it. */
export function pdf(objects = "", after = ""): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${objects}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n${after}`,
    "latin1",
  );
}

/** An object stream holding `inside`, as PDF writers pack objects away. */
export function packed(inside: string): string {
  const stream = deflateSync(Buffer.from(inside, "latin1"));
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream.toString("latin1")}\nendstream\nendobj`;
}

export function picture(width = 60, height = 40) {
  return sharp({ create: { width, height, channels: 3, background: "#15507a" } });
}

export function file(name: string, bytes: Uint8Array | string, type = "application/pdf"): File {
  return new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name, { type });
}
