/** What a document of any index has: text to search in, values to filter by, and a mark of its content. */
export type SearchDocument = {
  /** Letters, digits, - and _ only. */
  id: string;
  /** Changes when anything in the document does; what an engine holds is compared by it. */
  hash: string;
  /** Field → words. */
  text: Record<string, string>;
  /** Field → value or values, for equality. */
  filter: Record<string, string | string[]>;
  /** What a page of results shows; kept beside the index, never searched. */
  shown: Record<string, string | boolean | null>;
};

export type IndexDefinition = {
  name: string;
  /** Searched fields, the most telling first, with their weight in the embedded engine. */
  searchable: Record<string, number>;
  filterable: string[];
  /** Fields whose values can be counted; each document has one value. */
  facets: string[];
  /** Fields by the language of their words. */
  languages: { zh: string[]; en: string[] };
};

/** Equality filters: a document passes when every field has one of the listed values. */
export type Filter = Record<string, readonly string[]>;

/** A word of a query with other forms of it (plurals, corrected spelling, synonyms). */
export type Word = { text: string; also: string[] };

export type Question = {
  /** Empty: every document that passes the filter. */
  words: Word[];
  /** The reader may still be typing the last word. */
  prefix: boolean;
  /**
   * rarest: a document needs at least the rarest word. any: one word is enough; for small sets, where it is
   * better to show more.
   */
  match: "rarest" | "any";
  filter: Filter;
  offset: number;
  limit: number;
  facets: string[];
};

export type Answer = {
  /** Best first; score from 0 to 1, comparable within one answer. */
  hits: { id: string; score: number }[];
  /** Exact. */
  total: number;
  facets: Record<string, Record<string, number>>;
};

/** The port: two engines stand behind it and one contract test runs against both. */
export type SearchEngine = {
  readonly name: "meilisearch" | "sqlite";
  /** False or a rejection: do not ask it. Never slow: give it a signal. */
  health(signal?: AbortSignal): Promise<boolean>;
  /** Creates the index when absent and brings its settings level. */
  configure(index: IndexDefinition, synonyms: Record<string, string[]>): Promise<void>;
  /** Adds or replaces; resolves when the documents can be found. */
  index(index: IndexDefinition, documents: SearchDocument[]): Promise<void>;
  remove(index: IndexDefinition, ids: string[]): Promise<void>;
  /** Several questions in one go; answers in the same order. */
  query(index: IndexDefinition, questions: Question[], signal?: AbortSignal): Promise<Answer[]>;
  /** What it holds: id → hash. Empty when there is no index yet. */
  held(index: IndexDefinition): Promise<Map<string, string>>;
  /** Builds the index beside the live one and swaps; readers see the old one until then. */
  rebuild(
    index: IndexDefinition,
    synonyms: Record<string, string[]>,
    documents: Iterable<SearchDocument>,
  ): Promise<void>;
};
