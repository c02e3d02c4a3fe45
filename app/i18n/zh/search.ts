import type { search as shape } from "../en/search.ts";

export const search: typeof shape = {};
