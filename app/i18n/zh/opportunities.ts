import type { opportunities as shape } from "../en/opportunities.ts";

export const opportunities: typeof shape = {};
