import type { DraftWords } from "#app/modules/guides/draft-words.ts";
import type { Reply } from "#app/platform/form.ts";
import type { Lang } from "#app/platform/context.ts";

export type SourceRow = { title: string; publisher: string; url: string; asOf: string };

const texts = [
  "title",
  "summary",
  "body",
  "basis",
  "verifiedAt",
  "reviewDueAt",
  "evidence",
  "changeEn",
  "changeZh",
  "levelsPair",
] as const;

/** One side of the editor's form as its boxes show it. */
export type SideValues = Record<(typeof texts)[number] | "version" | "base", string> & {
  sources: SourceRow[];
};

/** What the form shows of stored or merged words. */
export function valuesOf(words: DraftWords, version: number, base: string): SideValues {
  return {
    ...words,
    version: String(version),
    base,
    verifiedAt: words.verifiedAt ?? "",
    levelsPair: words.levelsPair ? "on" : "",
    sources: words.sources.map(({ title, publisher, url = "", asOf }) => ({ title, publisher, url, asOf })),
  };
}

const textIn = (value: unknown) => (typeof value === "string" ? value : "");
const recordIn = (value: unknown) =>
  (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;

/** What was typed into one side, from a form's nested fields; whatever it does not hold is empty. */
export function typedValues(sent: unknown): SideValues {
  const fields = recordIn(sent);
  const values = Object.fromEntries(
    [...texts, "version", "base"].map((name) => [name, textIn(fields[name])]),
  ) as Omit<SideValues, "sources">;
  const rows: unknown[] = Array.isArray(fields.sources) ? fields.sources : [];
  // Not map: a list that was sent with gaps keeps them there.
  const sources = Array.from(rows, (row) => {
    const { title, publisher, url, asOf } = recordIn(row);
    return { title: textIn(title), publisher: textIn(publisher), url: textIn(url), asOf: textIn(asOf) };
  });
  return { ...values, sources };
}

/** The side's values after a reply, or null when the reply holds none. */
export function repliedValues(reply: Reply, lang: Lang): SideValues | null {
  const sent = reply?.initialValue?.[lang];
  return sent === undefined || sent === null ? null : typedValues(sent);
}
