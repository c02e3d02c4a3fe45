import type { accounts as shape } from "../en/accounts.ts";

export const accounts: typeof shape = {};
