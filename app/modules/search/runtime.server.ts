import type { SearchRuntime } from "#search/runtime.ts";

let current: SearchRuntime | undefined;

/** Handed over by the server when search has started; undefined when it stops. */
export function setSearch(runtime: SearchRuntime | undefined): void {
  current = runtime;
}

/** The process's search. It is started before the first request is served. */
export function search(): SearchRuntime {
  if (!current) throw new Error("Search was not started");
  return current;
}
