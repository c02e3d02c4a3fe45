import { z } from "zod";
import { topics } from "#db/schema/topics.ts";

/** A topic of the market's guide; "" = the whole market. */
export const followTopic = z.union([z.enum(topics), z.literal("")]).default("");

export const followSchema = z.object({
  market: z.string().regex(/^[A-Z]{2,5}$/),
  topic: followTopic,
  intent: z.enum(["follow", "unfollow"]),
});
export type FollowInput = z.infer<typeof followSchema>;
