type FeedEntry = { id: string; title: string; summary: string; url: string; updated: Date };
export type Feed = {
  title: string;
  author: string;
  /** BCP 47. */
  lang: string;
  /** The feed's own address, which is its id too. */
  self: string;
  page: string;
  /** When nothing is in it. */
  updated: Date;
  entries: FeedEntry[];
};

/** An Atom feed (RFC 4287) of plain text. `id` of an entry is a UUID and stays the same for ever. */
export function atomFeed({ title, author, lang, self, page, updated, entries }: Feed): string {
  const newest = entries[0]?.updated ?? updated;
  const lines = entries.flatMap((entry) => [
    "<entry>",
    element("id", `urn:uuid:${entry.id}`),
    element("title", entry.title),
    element("updated", entry.updated.toISOString()),
    `<link rel="alternate" type="text/html" href="${escape(entry.url)}"/>`,
    element("summary", entry.summary),
    "</entry>",
  ]);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    element("id", self),
    element("title", title),
    element("updated", newest.toISOString()),
    `<author>${element("name", author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escape(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escape(page)}"/>`,
    ...lines,
    "</feed>",
    "",
  ].join("\n");
}

const element = (name: string, text: string) => `<${name}>${escape(text)}</${name}>`;

/** Text for XML 1.0: its five signs escaped, characters it cannot carry left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
