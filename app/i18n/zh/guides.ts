import type { guides as shape } from "../en/guides.ts";

export const guides: typeof shape = {};
