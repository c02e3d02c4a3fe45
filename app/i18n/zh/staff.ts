import type { staff as shape } from "../en/staff.ts";

export const staff: typeof shape = {};
