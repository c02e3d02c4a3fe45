export * from "./accounts.ts";
export * from "./audit.ts";
export * from "./guides.ts";
export * from "./markets.ts";
export * from "./msmes.ts";
export * from "./notifications.ts";
export * from "./opportunities.ts";
export * from "./search.ts";
