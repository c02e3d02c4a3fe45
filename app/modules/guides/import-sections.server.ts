import { markets } from "#db/schema/markets.ts";
import type { GuideRecord, ProblemKey, RecordProblem } from "#db/seed/guide-record.ts";
import type { Ctx } from "#app/platform/context.ts";
import { countryName, isCountry } from "#app/platform/countries.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { chamberDay } from "./freshness.ts";
import type { FoundRecord } from "./import-files.server.ts";
import { guideHref, linksIn } from "./markdown.ts";
import { publishSection, type Published } from "./publish-section.server.ts";

export type ImportProblem = RecordProblem & { file: string };
export type ImportResult = {
  /** false: something was bad and nothing was changed. */
  done: boolean;
  problems: ImportProblem[];
  /** How many records were left out as bad. */
  skipped: number;
  counts: Record<Published, number>;
  /** Field names that no record knows, so that a typing error is not lost. */
  ignored: string[];
};

/**
 * Publishes imported guide sections, in one transaction. Unless `skipBad`, one bad record stops all of it.
 * For the operator of this installation, who holds the database file; no page offers it.
 */
export function importSections(ctx: Ctx, found: FoundRecord[], options: { skipBad: boolean }): ImportResult {
  const { good, problems, bad, ignored } = checkAll(ctx, found);
  const counts: ImportResult["counts"] = { new: 0, revised: 0, redated: 0, unchanged: 0 };
  const done = problems.length === 0 || (options.skipBad && good.length > 0);
  if (done) {
    ctx.db.transaction((tx) => {
      openMarkets(tx, ctx, good);
      for (const record of good) counts[publishSection(tx, ctx, record)] += 1;
    });
  }
  return { done, problems, skipped: bad, counts, ignored: [...ignored] };
}

/** A country that has no guide yet gets one with its first section: named, and with everything else still a gap. */
export function openMarkets(tx: Transaction, ctx: Ctx, records: GuideRecord[]): void {
  for (const code of new Set(records.map(({ market }) => market))) {
    const made = tx
      .insert(markets)
      .values({
        code,
        kind: "market",
        nameEn: countryName("en", code),
        nameZh: countryName("zh", code),
        languages: [],
        aliases: [],
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .run();
    if (made.changes === 0) continue;
    recordAudit(tx, ctx, { action: "market.open", record: "market", recordId: code, from: null, to: "open" });
  }
}

/** Holds every record against the rules; `bad` counts the records, `problems` what is wrong with them. */
export function checkAll(ctx: Ctx, found: FoundRecord[]) {
  const codes = new Set(
    ctx.db
      .select({ code: markets.code })
      .from(markets)
      .all()
      .map(({ code }) => code),
  );
  const today = chamberDay(ctx.now);
  const places = new Map<string, string>();
  const good: GuideRecord[] = [];
  const problems: ImportProblem[] = [];
  const ignored = new Set<string>();
  let bad = 0;
  for (const { file, parsed } of found) {
    const own: RecordProblem[] = parsed.ok ? [] : parsed.problems;
    if (parsed.ok) {
      const { record, line } = parsed;
      const say = (field: string, key: ProblemKey, params: Record<string, string> = {}) =>
        own.push({ line, field, key, params });
      if (!codes.has(record.market) && !isCountry(record.market)) {
        say("market", "unknownMarket", { market: record.market });
      }
      if (record.verifiedAt && record.verifiedAt > today) say("verifiedAt", "future");
      const dead = linksIn(record.body).find((href) => href.startsWith("guide:") && !guideHref("en", href));
      if (dead) say("body", "deadLink", { link: dead });
      const place = `${record.market}/${record.topic}.${record.lang}`;
      const before = places.get(place);
      if (before) say("", "twice", { place, before });
      else places.set(place, `${file}:${line}`);
      if (own.length === 0) {
        good.push(record);
        parsed.ignored.forEach((field) => ignored.add(field));
      }
    }
    if (own.length > 0) bad += 1;
    problems.push(...own.map((problem) => ({ ...problem, file })));
  }
  return { good, problems, bad, ignored };
}
