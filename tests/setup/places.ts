import type { RouteConfigEntry } from "@react-router/dev/routes";
import routes from "#app/routes.ts";

/** A route of the site: its file and the whole pattern of its address. */
export type Place = { file: string; pattern: string };
function placesOf(entries: RouteConfigEntry[], above = ""): Place[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path].filter(Boolean).join("/");
    return [{ file: entry.file, pattern }, ...placesOf(entry.children ?? [], pattern)];
  });
}
/** Every route file once. */
export const places = placesOf(routes).filter(
  ({ file }, index, all) => all.findIndex((one) => one.file === file) === index,
);
