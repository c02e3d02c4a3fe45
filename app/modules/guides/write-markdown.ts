import type { GuideRecord } from "#db/seed/guide-record.ts";

/** Where a section lies in a folder of Markdown, such as `DE/standards.en.md`. */
export function markdownPath({
  market,
  topic,
  lang,
}: Pick<GuideRecord, "market" | "topic" | "lang">): string {
  return `${market}/${topic}.${lang}.md`;
}

/**
 * A section as a Markdown file with front matter. `parseMarkdownRecord` reads the same record back, whatever signs
 * its words hold: every text is written as a JSON string, which YAML reads alike.
 */
export function markdownOf(record: GuideRecord): string {
  const { title, summary, verifiedAt, reviewDueAt, basis, sources, body } = record;
  const lines = [
    "---",
    `title: ${quoted(title)}`,
    `summary: ${quoted(summary)}`,
    `verifiedAt: ${verifiedAt ?? "null"}`,
    `reviewDueAt: ${reviewDueAt ?? "null"}`,
    `basis: ${basis}`,
    sources.length > 0 ? "sources:" : "sources: []",
  ];
  for (const { title: name, publisher, url, asOf } of sources) {
    lines.push(`  - title: ${quoted(name)}`, `    publisher: ${quoted(publisher)}`);
    if (url !== undefined) lines.push(`    url: ${quoted(url)}`);
    lines.push(`    asOf: ${quoted(asOf)}`);
  }
  return `${lines.join("\n")}\n---\n\n${body}\n`;
}

/** A JSON string; what JSON leaves bare and YAML takes for a line break or a control sign is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
