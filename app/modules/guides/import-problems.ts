import type { ProblemKey, RecordProblem } from "#db/seed/guide-record.ts";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Lang } from "#app/platform/context.ts";

/** What is wrong with a record of an import, in a reader's language. */
export function problemWords(
  lang: Lang,
  { key, params = {} }: Pick<RecordProblem, "key" | "params">,
): string {
  const words: Record<ProblemKey, string> = dictionary(lang).importing;
  return fill(words[key], params);
}
