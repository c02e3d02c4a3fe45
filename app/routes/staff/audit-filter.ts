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
