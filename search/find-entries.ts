import type { Answer, Question, SearchDocument, SearchEngine, Word } from "./engine.ts";
import { anyMarket, entriesIndex } from "./indexes/entries.ts";
import { entryKinds, type EntryKind } from "./indexes/entry-kinds.ts";
import { marked, snippet, type Marking } from "./snippet.ts";
import type { Lang } from "./topics.ts";
import type { Understood } from "./understand.ts";

/** Which entries a page shows: the best few of each kind, or one page of one kind. */
export type EntryRequest = { kind: EntryKind | null; markets: string[]; page: number; limit: number };

export type RankedEntries = Record<EntryKind, { ids: string[]; total: number }>;

/** So many of each kind stand on the page of everything. */
const few = 3;

/** How a kind as a whole is asked for: "Germany fairs" wants all of them, "Germany toys" only those with toys. */
const kindTopic = { fairs: "fairs", providers: "contacts", opportunities: null, glossary: null } as const;

/**
 * Entries of every kind, counted, with whichever engine. Where the query names a market, only what belongs there
 * (or to no market) is a hit; where nothing has the words but the kind itself was asked for, all of that market is.
 */
export async function rankEntries(
  engine: SearchEngine,
  request: EntryRequest,
  understood: Understood,
  signal?: AbortSignal,
): Promise<RankedEntries> {
  const none = { hits: [], total: 0, facets: {} };
  const markets = request.markets.length > 0 ? request.markets : understood.markets;
  const questions = entryKinds.map((kind) => questionOf(kind, request, understood.words, markets));
  const nothingAsked = !understood.says || (understood.words.length === 0 && markets === null);
  const answers = nothingAsked
    ? entryKinds.map(() => none)
    : await engine.query(entriesIndex, questions, signal);
  const result = {} as RankedEntries;
  for (const [i, kind] of entryKinds.entries()) {
    const topic = kindTopic[kind];
    let answer: Answer = answers[i]!;
    const wholeKind =
      answer.total === 0 && markets !== null && topic !== null && understood.topics.has(topic);
    if (wholeKind) {
      [answer] = (await engine.query(entriesIndex, [questionOf(kind, request, [], markets)], signal)) as [
        Answer,
      ];
    }
    result[kind] = { ids: answer.hits.map((hit) => hit.id), total: answer.total };
  }
  return result;
}

function questionOf(
  kind: EntryKind,
  request: EntryRequest,
  words: Word[],
  markets: readonly string[] | null,
): Question {
  const shown = request.kind === kind;
  const limit = request.kind === null ? few : shown ? request.limit : 0;
  return {
    words,
    prefix: true,
    match: "rarest",
    filter: { kind: [kind], ...(markets ? { market: [...markets, anyMarket] } : {}) },
    offset: shown ? (request.page - 1) * request.limit : 0,
    limit,
    facets: [],
  };
}

/** One entry as a page shows it: title and snippet in both languages, as safe HTML. */
export type EntryHit = {
  id: string;
  kind: EntryKind;
  market: string | null;
  place: string;
  unchecked: boolean;
  title: Record<Lang, string>;
  titleHtml: Record<Lang, string>;
  snippetHtml: Record<Lang, string>;
};

export function presentEntry(id: string, shown: SearchDocument["shown"], marking: Marking | null): EntryHit {
  const title = { en: String(shown.titleEn), zh: String(shown.titleZh) };
  return {
    id,
    kind: shown.kind as EntryKind,
    market: typeof shown.market === "string" ? shown.market : null,
    place: String(shown.place),
    unchecked: shown.unchecked === true,
    title,
    titleHtml: { en: marked(title.en, marking), zh: marked(title.zh, marking) },
    snippetHtml: {
      en: snippet(String(shown.bodyEn), marking, 200),
      zh: snippet(String(shown.bodyZh), marking, 100),
    },
  };
}
