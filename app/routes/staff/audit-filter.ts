import { dictionary } from "#app/i18n/index.ts";
import type { AuditAction } from "#app/i18n/en/audit.ts";
import type { Lang } from "#app/platform/context.ts";
import type { AuditFilter } from "#app/modules/audit/queries.server.ts";

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The filters of the audit page from its URL; what cannot be read counts as not asked. */
export function auditFilterOf(request: Request): AuditFilter {
  const asked = new URL(request.url).searchParams;
  const text = (name: string) => (asked.get(name) ?? "").trim().slice(0, 254);
  const day = (name: string) => (isDay(text(name)) ? text(name) : "");
  return {
    record: text("record"),
    actor: text("actor"),
    action: text("action"),
    from: day("from"),
    to: day("to"),
  };
}

/** A recorded deed in words; one that an older version recorded under another name stays as its code. */
export function deed(lang: Lang, action: string): string {
  const words: Record<AuditAction, string> = dictionary(lang).audit.actions;
  return action in words ? words[action as AuditAction] : action;
}
