import type { Topic } from "#db/schema/topics.ts";
import type { RankedHit } from "./find.ts";
import { marked, snippet, type Marking } from "./snippet.ts";
import type { SearchDocument } from "./engine.ts";
import type { Lang } from "./topics.ts";

/** One hit as a page shows it. `title` is plain text, the others are safe HTML. */
export type SearchHit = {
  id: string;
  market: string;
  topic: Topic;
  /** Of the words shown; another than the reader's when the section exists in one language only. */
  lang: Lang;
  title: string;
  titleHtml: string;
  snippetHtml: string;
  verifiedAt: string | null;
  /** False: figures and rules from the market's fact table only. */
  hasProse: boolean;
  /** Some fact of it rests on general knowledge and was not held against its source yet. */
  unchecked: boolean;
  /** Nothing stands in this section yet. */
  empty: boolean;
};

/** Characters of a snippet: two to three lines on a phone. */
const snippetLength: Record<Lang, number> = { en: 220, zh: 110 };

/** A ranked hit with the words it was stored with; `marking` says what to mark. */
export function present(hit: RankedHit, shown: SearchDocument["shown"], marking: Marking | null): SearchHit {
  const title = String(shown.title);
  const text = [shown.summary, shown.body].filter(Boolean).join("\n");
  return {
    id: hit.id,
    market: hit.market,
    topic: hit.topic,
    lang: hit.lang,
    title,
    titleHtml: marked(title, marking),
    snippetHtml: snippet(text, marking, snippetLength[hit.lang]),
    verifiedAt: typeof shown.verifiedAt === "string" ? shown.verifiedAt : null,
    hasProse: shown.hasProse === true,
    unchecked: shown.unchecked === true,
    empty: shown.empty === true,
  };
}
