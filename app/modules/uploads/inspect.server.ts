import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { DomainError } from "#app/platform/domain-error.ts";
import { drawImage } from "./draw-image.server.ts";
import { fileLimit, mediaTypes, type MediaType } from "./limits.ts";
import { cleanName } from "./name.ts";
import { refusalOfPdf } from "./pdf-check.server.ts";

/** A file that passed: what will be stored, and what is known of it. */
export type Inspected = {
  mediaType: MediaType;
  bytes: Buffer;
  sha256: string;
  name: string;
  width: number | null;
  height: number | null;
};

/**
 * Decides by content what a file is and makes what will be stored of it: a PDF as it came, an image drawn anew. Its
 * name and the type its sender claims decide nothing.
 *
 * @throws DomainError upload.* with the file's cleaned name
 */
export async function inspectUpload(file: File): Promise<Inspected> {
  try {
    return await inspect(file);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const name = cleanName(file.name, "application/pdf")
      .replace(/\.pdf$/, "")
      .slice(0, 60);
    throw new DomainError(error.key, { params: { ...error.params, name } });
  }
}

async function inspect(file: File): Promise<Inspected> {
  if (file.size === 0) throw new DomainError("upload.empty");
  if (file.size > fileLimit) {
    throw new DomainError("upload.tooLarge", { params: { megabytes: fileLimit / 1_000_000 } });
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found?.mime === "image/apng") throw new DomainError("upload.imageMoving");
  const mediaType = mediaTypes.find((one) => one === found?.mime);
  if (!mediaType) throw new DomainError("upload.type");
  if (mediaType === "application/pdf") {
    const refusal = refusalOfPdf(bytes);
    if (refusal) throw new DomainError(refusal);
    return inspected(file, mediaType, { bytes, width: null, height: null });
  }
  return inspected(file, mediaType, await drawImage(bytes, mediaType));
}

function inspected(
  file: File,
  mediaType: MediaType,
  drawn: { bytes: Buffer; width: number | null; height: number | null },
): Inspected {
  const sha256 = createHash("sha256").update(drawn.bytes).digest("hex");
  return { mediaType, sha256, name: cleanName(file.name, mediaType), ...drawn };
}
