import sharp from "sharp";
import { pageAsPdf } from "#db/seed/town-papers.ts";

/** A one-page PDF with this title. */
export const paper = pageAsPdf;

/** A photo as a phone sends it, with the place in it. */
export function packedPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: "#15507a" } })
    .withExif({ IFD3: { GPSLatitude: "31/1 13/1 0/1", GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
}
