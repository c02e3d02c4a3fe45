import type { Sharp, SharpOptions } from "sharp";
import { DomainError } from "#app/platform/domain-error.ts";
import { edgeLimit, pixelLimit, unfoldedLimit } from "./limits.ts";

type Drawn = { bytes: Buffer; width: number; height: number };

/** Images are drawn one after the other: two at once would double the memory and gain nothing on a small machine. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Draws an image anew: turned as its camera meant, at most 2,400 pixels long, in sRGB, and with nothing beside the
 * pixels (no EXIF, no place, no profile, no trailing bytes). Images beyond the pixel limit are refused before they
 * unfold, and moving ones altogether.
 *
 * @throws DomainError upload.image*
 */
export function drawImage(bytes: Buffer, mediaType: "image/jpeg" | "image/png"): Promise<Drawn> {
  const drawn = turn.then(() => draw(bytes, mediaType));
  turn = drawn.catch(() => undefined);
  return drawn;
}

async function draw(bytes: Buffer, mediaType: "image/jpeg" | "image/png"): Promise<Drawn> {
  const sharp = await drawer();
  const open = () => sharp(bytes, { limitInputPixels: pixelLimit, failOn: "error", sequentialRead: true });
  const { width, height, pages, format, channels, depth } = await said(() => open().metadata());
  if ((pages ?? 1) > 1) throw new DomainError("upload.imageMoving");
  if (format !== (mediaType === "image/png" ? "png" : "jpeg")) throw new DomainError("upload.type");
  // An interlaced picture stands in memory whole, with two bytes for each colour where it is one of 16 bits.
  const bytesOfPixel = channels * (depth === "uchar" ? 1 : 2);
  if (width * height > pixelLimit || width * height * bytesOfPixel > unfoldedLimit) throw tooLarge();
  const { data, info } = await said(() => {
    const image = open()
      .timeout({ seconds: 30 })
      .autoOrient()
      .resize(edgeLimit, edgeLimit, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb");
    const encoded =
      mediaType === "image/png" ? image.png({ compressionLevel: 8 }) : image.jpeg({ quality: 84 });
    return encoded.toBuffer({ resolveWithObject: true });
  });
  return { bytes: data, width: info.width, height: info.height };
}

const tooLarge = () =>
  new DomainError("upload.imagePixels", { params: { megapixels: Math.round(pixelLimit / 1_000_000) } });

/** What the library cannot read is the sender's file, not our fault. */
async function said<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw /pixel limit/i.test(String(error)) ? tooLarge() : new DomainError("upload.imageBroken");
  }
}

/**
 * The drawing library, loaded when the first image comes. It brings a program for each platform as an optional
 * package; an installation without it runs all the same, takes PDFs and says plainly that it takes no images.
 */
async function drawer(): Promise<(input: Buffer, options: SharpOptions) => Sharp> {
  const loaded = await import("sharp").catch(() => null);
  if (!loaded) throw new DomainError("upload.noImages");
  loaded.default.cache(false);
  return loaded.default;
}
