import { LRUCache } from "lru-cache";
import type { Answer, IndexDefinition, Question, SearchDocument, SearchEngine } from "./engine.ts";
import { tagMark } from "./filter-words.ts";
import { ftsExpression, type Corpus } from "./fts-expression.ts";
import type { Vocabulary } from "./spelling.ts";
import { SearchTables, type Generation } from "./sqlite-tables.server.ts";
import { WordList } from "./word-list.ts";

/** How many documents are written in one transaction; in between, readers of the same process get their turn. */
const batchSize = 200;
/** So many documents are kept parsed: a page of hits reads ten. */
const keptShown = 2000;
/** In how many documents a word stands is kept for as many words. */
const keptFrequencies = 20_000;
/** The word list of an index that is being written to is made again at most this often. */
const wordListMs = 30_000;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Id, score, and the value of each facet in the order in which they were asked for. */
type HitRow = [id: string, score: number, ...facets: string[]];

/**
 * The embedded engine: SQLite FTS5 in a file of its own that can be rebuilt from the database at any time, hence
 * synchronous=NORMAL. Chinese runs are indexed as bigrams and their last character. A rebuild fills the next
 * generation of tables and swaps.
 */
export class SqliteEngine implements SearchEngine {
  readonly name = "sqlite";
  #tables: SearchTables;
  #words = new Map<string, { live: number; version: number; at: number; words: WordList }>();
  #shown = new LRUCache<string, { version: string; shown: SearchDocument["shown"] }>({ max: keptShown });
  #sizes = new Map<string, { version: string; size: number }>();
  #frequencies = new LRUCache<string, number>({ max: keptFrequencies });

  constructor(path: string) {
    this.#tables = new SearchTables(path);
  }

  close(): void {
    this.#tables.close();
  }

  health(): Promise<boolean> {
    return Promise.resolve(this.#tables.file.open);
  }

  configure(index: IndexDefinition): Promise<void> {
    this.#liveOrNew(index);
    return Promise.resolve();
  }

  async index(index: IndexDefinition, documents: SearchDocument[]): Promise<void> {
    for (let start = 0; start < documents.length; start += batchSize) {
      this.#tables.file.transaction(() => {
        const batch = documents.slice(start, start + batchSize);
        this.#tables.write(index, this.#liveOrNew(index), batch);
        this.#tables.changed(index);
      })();
      await breathe();
    }
  }

  remove(index: IndexDefinition, ids: string[]): Promise<void> {
    this.#tables.file.transaction(() => this.#tables.remove(index, this.#liveOrNew(index), ids))();
    return Promise.resolve();
  }

  query(index: IndexDefinition, questions: Question[]): Promise<Answer[]> {
    // In one transaction: the questions of a page see the same index, and it is opened once.
    const answers = this.#tables.file.transaction(() =>
      questions.map((question) => this.#answer(index, question)),
    );
    return Promise.resolve(answers.deferred());
  }

  held(index: IndexDefinition): Promise<Map<string, string>> {
    const live = this.#tables.live(index);
    if (!live) return Promise.resolve(new Map());
    const rows = this.#tables.file.prepare(`select id, hash from ${live.docs}`).raw().all();
    return Promise.resolve(new Map(rows as [string, string][]));
  }

  async rebuild(
    index: IndexDefinition,
    _synonyms: Record<string, string[]>,
    documents: Iterable<SearchDocument>,
  ): Promise<void> {
    const { file } = this.#tables;
    const next = this.#tables.create(index, this.#tables.nextNumber(index));
    let batch: SearchDocument[] = [];
    const flush = async () => {
      file.transaction(() => this.#tables.write(index, next, batch, true))();
      batch = [];
      await breathe();
    };
    for (const document of documents) {
      batch.push(document);
      if (batch.length === batchSize) await flush();
    }
    await flush();
    this.#tables.finish(next);
    this.#tables.swap(index, next.number);
  }

  /** Display fields by id; ids that are not held are left out. */
  shown(index: IndexDefinition, ids: string[]): Map<string, SearchDocument["shown"]> {
    const live = this.#tables.live(index);
    const found = new Map<string, SearchDocument["shown"]>();
    if (!live) return found;
    const source = `select shown from ${live.docs}_shown where rowid = (select rowid from ${live.docs} where id = ?)`;
    const one = this.#tables.prepared(live, "shown", source).pluck();
    const version = this.version(index);
    for (const id of ids) {
      const key = `${index.name} ${id}`;
      let kept = this.#shown.get(key);
      if (kept?.version !== version) {
        const text = one.get(id) as string | undefined;
        if (text === undefined) continue;
        kept = { version, shown: JSON.parse(text) as SearchDocument["shown"] };
        this.#shown.set(key, kept);
      }
      found.set(id, kept.shown);
    }
    return found;
  }

  /** How many documents the index holds. */
  size(index: IndexDefinition): number {
    const live = this.#tables.live(index);
    if (!live) return 0;
    const version = this.version(index);
    const known = this.#sizes.get(index.name);
    if (known?.version === version) return known.size;
    const count = this.#tables.prepared(live, "size", `select count(*) from ${live.docs}`).pluck();
    const size = count.get() as number;
    this.#sizes.set(index.name, { version, size });
    return size;
  }

  /** Changes with every write, in whatever process; answers may be kept as long as it stays. */
  version(index: IndexDefinition): string {
    const row = this.#tables.row(index);
    return row ? `${row.live}.${row.version}` : "0";
  }

  /** The Latin words of the index, for spelling and word forms. */
  vocabulary(index: IndexDefinition): Vocabulary {
    const live = this.#tables.live(index);
    return live ? this.#wordList(index, live) : new WordList([]);
  }

  #liveOrNew(index: IndexDefinition): Generation {
    const live = this.#tables.live(index);
    if (live) return live;
    return this.#tables.file.transaction(() => {
      const first = this.#tables.create(index, this.#tables.nextNumber(index));
      this.#tables.swap(index, first.number);
      return first;
    })();
  }

  // ---- Questions ---------------------------------------------------------------------------------------------

  #answer(index: IndexDefinition, question: Question): Answer {
    const nothing = { hits: [], total: 0, facets: {} };
    const live = this.#tables.live(index);
    if (!live) return nothing;
    const match = ftsExpression(index, question, this.#corpus(index, live));
    if (match === null) return nothing;
    const ranked = question.words.length > 0;
    const rows = question.limit === 0 ? [] : this.#hits(index, live, match, question);
    const best = Math.min(...rows.map((row) => row[1]), -1e-9);
    const hits = rows.map(([id, score]) => ({ id, score: ranked ? score / best : 0 }));
    // All hits are at hand: counting them here saves running the match again for each count.
    if (question.offset === 0 && rows.length < question.limit) {
      return { hits, total: rows.length, facets: countRows(rows, question.facets) };
    }
    const facets = question.facets.map((facet) => [facet, this.#countBy(live, match, facet)] as const);
    return { hits, total: this.#count(live, match), facets: Object.fromEntries(facets) };
  }

  #hits(index: IndexDefinition, live: Generation, match: string, question: Question): HitRow[] {
    const { limit, offset, facets } = question;
    const ranked = question.words.length > 0;
    const { docs, fts } = live;
    const score = ranked ? `bm25(${fts}, 0, ${Object.values(index.searchable).join(", ")})` : "0.0";
    const values = facets.map((facet) => `, d.facet_${facet}`).join("");
    // bm25() only works in the plain query of its table, so matches are taken first and joined afterwards.
    const source = `
      with m as materialized (
        select rowid as r, ${score} as s from ${fts} where ${fts} match :match
        order by ${ranked ? "s, rowid" : "rowid"} limit :limit offset :offset
      )
      select d.id, m.s${values} from m join ${docs} d on d.rowid = m.r order by m.s, m.r`;
    const statement = this.#tables.prepared(live, `hits ${ranked}${values}`, source);
    return statement.raw().all({ match, limit, offset }) as HitRow[];
  }

  #count(live: Generation, match: string): number {
    const source = `select count(*) from ${live.fts} where ${live.fts} match :match`;
    return this.#tables.prepared(live, "total", source).pluck().get({ match }) as number;
  }

  #countBy(live: Generation, match: string, facet: string): Record<string, number> {
    const { docs, fts } = live;
    const source = `
      select d.facet_${facet}, count(*) from ${fts} f join ${docs} d on d.rowid = f.rowid
      where ${fts} match :match group by 1`;
    const counted = this.#tables.prepared(live, `facet ${facet}`, source).raw().all({ match });
    return Object.fromEntries(counted as [string, number][]);
  }

  #corpus(index: IndexDefinition, live: Generation): Corpus {
    const source = `
      select coalesce(
        (select doc from ${live.fts}_common where term = :term),
        (select doc from ${live.fts}_words where term = :term))`;
    const counted = this.#tables.prepared(live, "frequency", source).pluck();
    const version = this.version(index);
    return {
      size: () => this.size(index),
      frequency: (token) => {
        const key = `${index.name} ${version} ${token}`;
        const known = this.#frequencies.get(key);
        if (known !== undefined) return known;
        const frequency = (counted.get({ term: token }) as number | null) ?? 0;
        this.#frequencies.set(key, frequency);
        return frequency;
      },
      kin: (word) => this.#wordList(index, live).kin(word),
    };
  }

  #wordList(index: IndexDefinition, live: Generation): WordList {
    const version = this.#tables.row(index)?.version ?? 0;
    const known = this.#words.get(index.name);
    const fresh = known && (known.version === version || Date.now() - known.at < wordListMs);
    if (known?.live === live.number && fresh) return known.words;
    const source = `select term, doc from ${live.fts}_words where term glob '[a-z]*' and term not glob '*[0-9]*'`;
    const rows = this.#tables.file.prepare(source).raw().all() as [string, number][];
    const latin = rows.filter(([term]) => !term.startsWith(tagMark) && /^[a-z]{2,}$/.test(term));
    const words = new WordList(latin);
    this.#words.set(index.name, { live: live.number, version, at: Date.now(), words });
    return words;
  }
}

function countRows(rows: HitRow[], facets: string[]): Answer["facets"] {
  const counts: Answer["facets"] = {};
  for (const [i, facet] of facets.entries()) {
    const counted: Record<string, number> = {};
    for (const row of rows) {
      const value = String(row[2 + i]);
      counted[value] = (counted[value] ?? 0) + 1;
    }
    counts[facet] = counted;
  }
  return counts;
}
