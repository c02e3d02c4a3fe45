import { z } from "zod";

/** Most photos of one profile. */
export const maxPhotos = 8;

const caption = z.string().trim().max(120).default("");

/** The list of photos as its form sends it: captions, and at most one thing to do with one of them. */
export const photosSchema = z.object({
  photos: z
    .array(z.object({ id: z.string(), captionZh: caption, captionEn: caption }))
    .max(maxPhotos)
    .default([]),
  earlier: z.string().optional(),
  later: z.string().optional(),
  remove: z.string().optional(),
});
export type PhotosInput = z.output<typeof photosSchema>;
