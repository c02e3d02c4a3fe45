import type { matching as shape } from "../en/matching.ts";

export const matching: typeof shape = {};
