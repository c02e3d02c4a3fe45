/** What a single file may weigh, in bytes; a request holds at most 20 MB of them together. */
export const fileLimit = 10_000_000;
/** Most files in one go. */
export const filesAtOnce = 8;
/** What one firm may keep with us, over all its files. */
export const firmLimit = { bytes: 300_000_000, files: 200 };
/** Pixels an image may unfold to before it is drawn: the largest phone cameras stay below, a bomb does not. */
export const pixelLimit = 60_000_000;
/** Bytes it may unfold to: a photograph of all these pixels in eight bits with transparency. */
export const unfoldedLimit = pixelLimit * 4;
/** The longer edge of a stored image. */
export const edgeLimit = 2_400;

export const mediaTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type MediaType = (typeof mediaTypes)[number];
/** For the `accept` of a file input. */
export const acceptedFiles = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";
