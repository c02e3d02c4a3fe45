import type { NoticeKey } from "#app/i18n/en/notices.ts";

/** Adds `?notice=key` to one of our paths: the shell shows the line on the page that follows. */
export function withNotice(path: string, key: NoticeKey): string {
  const [beforeHash = "", hash] = path.split("#");
  return `${beforeHash}${beforeHash.includes("?") ? "&" : "?"}notice=${key}${hash ? `#${hash}` : ""}`;
}
