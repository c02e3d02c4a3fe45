import { randomUUID } from "node:crypto";
import { integer, text } from "drizzle-orm/sqlite-core";

/** Primary key: a random UUID, so that no id can be guessed from another. */
export const id = () => text("id").primaryKey().$defaultFn(randomUUID);

/** An instant in UTC, stored as milliseconds since 1970. */
export const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

/** A calendar day without a time or zone, stored as YYYY-MM-DD. */
export const day = (name: string) => text(name);

export const createdAt = () => instant("created_at").notNull();
export const updatedAt = () => instant("updated_at").notNull();

export const bool = (name: string) => integer(name, { mode: "boolean" });

/** A JSON column with a declared shape; parse it by schema before it gets here. */
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
