import type { Database } from "#db/client.server.ts";
import type { GuideRecord } from "#db/seed/guide-record.ts";
import { publishSection } from "#app/modules/guides/publish-section.server.ts";
import type { Ctx } from "#app/platform/context.ts";

/** Publishes a section as an import does; Germany's standards in English unless said otherwise. */
export function publish(ctx: Ctx & { db: Database }, fields: Partial<GuideRecord> = {}): void {
  const record: GuideRecord = {
    market: "DE",
    topic: "standards",
    lang: "en",
    title: "Standards",
    summary: "What to test.",
    body: "Intro.\n\n## Tests\n\nTest first.\n\n## Marks\n\n1. Put CE on it.\n2. Sign.",
    sources: [{ title: "Law", publisher: "EU", asOf: "2025" }],
    verifiedAt: null,
    reviewDueAt: "2027-01-15",
    basis: "knowledge",
    ...fields,
  };
  ctx.db.transaction((tx) => publishSection(tx, ctx, record));
}
