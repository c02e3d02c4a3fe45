import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import type {
  Answer,
  Filter,
  IndexDefinition,
  Question,
  SearchDocument,
  SearchEngine,
  Word,
} from "./engine.ts";
import { distance, fold, phraseOf, stem, tokensOf } from "./text.ts";
import type { Vocabulary } from "./understand.ts";

/** How many documents are written in one transaction; in between, readers of the same process get their turn. */
const batchSize = 200;
/** From so many documents on, frequent words are left out where rarer ones stand beside them. */
const largeCorpus = 10_000;
/** The word list of an index that is being written to is made again at most this often. */
const wordListMs = 30_000;
/** Raised when what is written into the tables changes: a file of another layout starts empty and is filled anew. */
const layout = 2;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What a result page shows of a document. */
export type Shown = { id: string; hash: string; shown: SearchDocument["shown"] };

/** A word's forms as phrases, and in how many documents they stand, added up. */
type WordGroup = { phrases: string[]; frequency: number };

type Generation = {
  number: number;
  docs: string;
  fts: string;
  statements: Map<string, Sqlite.Statement<unknown[]>>;
};

/**
 * The embedded engine: SQLite FTS5 in a file of its own that can be rebuilt from the database at any time, hence
 * synchronous=NORMAL. Chinese runs are indexed as bigrams and their last character. Every index has generations
 * (tables named by number); a rebuild fills the next one and swaps in one transaction, visible to other processes.
 */
export class SqliteEngine implements SearchEngine {
  readonly name = "sqlite";
  #file: Sqlite.Database;
  #live = new Map<string, Generation>();
  #words = new Map<string, { generation: number; version: number; at: number; words: WordList }>();
  #sizes = new Map<string, { version: string; size: number }>();
  #liveNumber: Sqlite.Statement<[string], { live: number; version: number }>;

  constructor(path: string) {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    this.#file = new Sqlite(path);
    this.#file.pragma("journal_mode = WAL");
    this.#file.pragma("synchronous = NORMAL");
    this.#file.pragma("busy_timeout = 5000");
    this.#file.exec(
      "create table if not exists indexes (name text primary key, live integer not null, version integer not null) strict",
    );
    this.#liveNumber = this.#file.prepare("select live, version from indexes where name = ?");
    if (this.#file.pragma("user_version", { simple: true }) !== layout) this.#startEmpty();
  }

  #startEmpty(): void {
    this.#file.transaction(() => {
      const tables = this.#file
        .prepare("select name from sqlite_master where type = 'table' and sql like 'create virtual table%'")
        .pluck()
        .all() as string[];
      for (const table of tables) this.#file.exec(`drop table if exists "${table}"`);
      const plain = this.#file
        .prepare("select name from sqlite_master where type = 'table' and name glob '*_[0-9]*'")
        .pluck()
        .all() as string[];
      for (const table of plain) this.#file.exec(`drop table if exists "${table}"`);
      this.#file.exec("delete from indexes");
      this.#file.pragma(`user_version = ${layout}`);
    })();
  }

  close(): void {
    this.#live.clear();
    this.#file.close();
  }

  health(): Promise<boolean> {
    return Promise.resolve(this.#file.open);
  }

  configure(index: IndexDefinition): Promise<void> {
    if (!this.#liveNumber.get(index.name)) {
      this.#file.transaction(() => {
        this.#create(index, 1);
        this.#file.prepare("insert into indexes (name, live, version) values (?, 1, 1)").run(index.name);
      })();
    }
    return Promise.resolve();
  }

  async index(index: IndexDefinition, documents: SearchDocument[]): Promise<void> {
    await this.configure(index);
    for (let start = 0; start < documents.length; start += batchSize) {
      const batch = documents.slice(start, start + batchSize);
      this.#file.transaction(() => {
        this.#write(index, this.#generation(index)!, batch);
        this.#changed(index);
      })();
      await breathe();
    }
  }

  async remove(index: IndexDefinition, ids: string[]): Promise<void> {
    await this.configure(index);
    this.#file.transaction(() => {
      const { docs, fts } = this.#generation(index)!;
      const remove = this.#file.prepare(`delete from ${docs} where id = ? returning rowid`).pluck();
      const removeText = this.#file.prepare(`delete from ${fts} where rowid = ?`);
      for (const id of ids) for (const rowid of remove.all(id)) removeText.run(rowid);
      this.#changed(index);
    })();
  }

  query(index: IndexDefinition, questions: Question[]): Promise<Answer[]> {
    return Promise.resolve(questions.map((question) => this.#answer(index, question)));
  }

  held(index: IndexDefinition): Promise<Map<string, string>> {
    const generation = this.#generation(index);
    if (!generation) return Promise.resolve(new Map());
    const rows = this.#file.prepare(`select id, hash from ${generation.docs}`).raw().all() as [
      string,
      string,
    ][];
    return Promise.resolve(new Map(rows));
  }

  async rebuild(
    index: IndexDefinition,
    _synonyms: Record<string, string[]>,
    documents: Iterable<SearchDocument>,
  ): Promise<void> {
    const number = this.#nextNumber(index);
    const next = this.#create(index, number);
    let batch: SearchDocument[] = [];
    const flush = async () => {
      this.#file.transaction(() => this.#write(index, next, batch, true))();
      batch = [];
      await breathe();
    };
    for (const document of documents) {
      batch.push(document);
      if (batch.length === batchSize) await flush();
    }
    await flush();
    this.#file.exec(`insert into ${next.fts} (${next.fts}) values ('optimize')`);
    this.#file.transaction(() => {
      this.#file
        .prepare(
          "insert into indexes (name, live, version) values (?, ?, 1) on conflict (name) do update set live = excluded.live, version = version + 1",
        )
        .run(index.name, number);
    })();
    this.#live.delete(index.name);
  }

  /** Display fields by id; ids that are not held are left out. */
  shown(index: IndexDefinition, ids: string[]): Map<string, Shown> {
    const generation = this.#generation(index);
    const found = new Map<string, Shown>();
    if (!generation) return found;
    const one = this.#prepared(
      generation,
      "shown",
      `select hash, shown from ${generation.docs} where id = ?`,
    );
    for (const id of ids) {
      const row = one.get(id) as { hash: string; shown: string } | undefined;
      if (row) found.set(id, { id, hash: row.hash, shown: JSON.parse(row.shown) as SearchDocument["shown"] });
    }
    return found;
  }

  /** How many documents the index holds. */
  size(index: IndexDefinition): number {
    const generation = this.#generation(index);
    if (!generation) return 0;
    const version = this.version(index);
    const known = this.#sizes.get(index.name);
    if (known?.version === version) return known.size;
    const count = this.#prepared(generation, "size", `select count(*) from ${generation.docs}`).pluck();
    const size = count.get() as number;
    this.#sizes.set(index.name, { version, size });
    return size;
  }

  /** Raised by every write, in whatever process; answers may be kept as long as it stays. */
  version(index: IndexDefinition): string {
    const row = this.#liveNumber.get(index.name);
    return row ? `${row.live}.${row.version}` : "0";
  }

  /** The Latin words of the index, for spelling and word forms. */
  vocabulary(index: IndexDefinition): Vocabulary {
    return this.#wordList(index) ?? new WordList([]);
  }

  // ---- Tables ------------------------------------------------------------------------------------------------

  #names(index: IndexDefinition, number: number) {
    return { docs: `${index.name}_${number}`, fts: `${index.name}_${number}_text` };
  }

  #create(index: IndexDefinition, number: number): Generation {
    const { docs, fts } = this.#names(index, number);
    const facets = index.facets.map((facet) => `facet_${facet} text`).join(", ");
    this.#file.exec(
      `create table ${docs} (rowid integer primary key, id text not null unique, hash text not null, shown text not null, ${facets}) strict;
       create virtual table ${fts} using fts5(tags, ${Object.keys(index.searchable).join(", ")}, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
       create virtual table ${fts}_words using fts5vocab(${fts}, 'row');`,
    );
    return { number, docs, fts, statements: new Map() };
  }

  #drop(index: IndexDefinition, number: number): void {
    const { docs, fts } = this.#names(index, number);
    this.#file.exec(
      `drop table if exists ${fts}_words; drop table if exists ${fts}; drop table if exists ${docs};`,
    );
  }

  /**
   * A number that no table bears yet. Generations before the live one go now, not at the swap: a reader in another
   * process may still have been in the middle of one. Half-built ones of a process that died go too.
   */
  #nextNumber(index: IndexDefinition): number {
    const live = this.#liveNumber.get(index.name)?.live ?? 0;
    const tables = this.#file
      .prepare(
        "select name from sqlite_master where type = 'table' and name glob ? and name not glob '*_text*'",
      )
      .pluck()
      .all(`${index.name}_*`) as string[];
    const numbers = tables.map((name) => Number(name.slice(index.name.length + 1))).filter(Number.isInteger);
    for (const number of numbers) if (number !== live) this.#drop(index, number);
    return Math.max(live, 0, ...numbers) + 1;
  }

  #generation(index: IndexDefinition): Generation | null {
    const number = this.#liveNumber.get(index.name)?.live;
    if (number === undefined) return null;
    const known = this.#live.get(index.name);
    if (known?.number === number) return known;
    const generation = { number, ...this.#names(index, number), statements: new Map() };
    this.#live.set(index.name, generation);
    return generation;
  }

  #prepared(generation: Generation, key: string, source: string): Sqlite.Statement<unknown[]> {
    let statement = generation.statements.get(key);
    if (!statement) generation.statements.set(key, (statement = this.#file.prepare(source)));
    return statement;
  }

  #changed(index: IndexDefinition): void {
    this.#file.prepare("update indexes set version = version + 1 where name = ?").run(index.name);
  }

  #write(index: IndexDefinition, generation: Generation, documents: SearchDocument[], fresh = false): void {
    const { docs, fts } = generation;
    const fields = Object.keys(index.searchable);
    const marks = (count: number) => Array(count).fill("?").join(", ");
    const facets = index.facets;
    const find = this.#file.prepare(`select rowid from ${docs} where id = ?`).pluck();
    const removeText = this.#file.prepare(`delete from ${fts} where rowid = ?`);
    const insert = this.#file
      .prepare(
        `insert into ${docs} (id, hash, shown${facets.map((facet) => `, facet_${facet}`).join("")}) values (${marks(3 + facets.length)})
       on conflict (id) do update set hash = excluded.hash, shown = excluded.shown${facets.map((facet) => `, facet_${facet} = excluded.facet_${facet}`).join("")}
       returning rowid`,
      )
      .pluck();
    const insertText = this.#file.prepare(
      `insert into ${fts} (rowid, tags, ${fields.join(", ")}) values (${marks(2 + fields.length)})`,
    );
    for (const document of documents) {
      if (!fresh) {
        const old = find.get(document.id);
        if (old !== undefined) removeText.run(old);
      }
      const rowid = insert.get(
        document.id,
        document.hash,
        JSON.stringify(document.shown),
        ...facets.map((facet) => [document.filter[facet]].flat()[0] ?? ""),
      );
      const tags = tagsOf(index, document.filter);
      insertText.run(
        rowid,
        tags.join(" "),
        ...fields.map((field) => tokensOf(document.text[field] ?? "").join(" ")),
      );
    }
  }

  // ---- Questions ---------------------------------------------------------------------------------------------

  #answer(index: IndexDefinition, question: Question): Answer {
    const nothing = { hits: [], total: 0, facets: {} };
    const generation = this.#generation(index);
    if (!generation) return nothing;
    const match = this.#expression(index, question);
    if (match === null) return nothing;
    const ranked = question.words.length > 0;
    const rows = question.limit === 0 ? [] : this.#hits(index, generation, match, ranked, question);
    const best = Math.min(...rows.map((row) => row[1]), -1e-9);
    const hits = rows.map(([id, score]) => ({ id, score: ranked ? score / best : 0 }));
    // All hits are at hand: counting them here saves running the match again for each count.
    if (question.offset === 0 && rows.length < question.limit) {
      return { hits, total: rows.length, facets: countRows(index, rows, question.facets) };
    }
    return {
      hits,
      total: this.#count(generation, match),
      facets: Object.fromEntries(
        question.facets.map((facet) => [facet, this.#countBy(generation, match, facet)]),
      ),
    };
  }

  #hits(
    index: IndexDefinition,
    generation: Generation,
    match: string,
    ranked: boolean,
    { limit, offset }: Question,
  ): HitRow[] {
    const { docs, fts } = generation;
    const score = ranked ? `bm25(${fts}, 0, ${Object.values(index.searchable).join(", ")})` : "0.0";
    const facets = index.facets.map((facet) => `, d.facet_${facet}`).join("");
    // bm25() only works in the plain query of its table, so matches are taken first and joined afterwards.
    return this.#prepared(
      generation,
      `hits ${ranked}`,
      `with m as materialized (select rowid as r, ${score} as s from ${fts} where ${fts} match :match order by s, rowid limit :limit offset :offset)
       select d.id, m.s${facets} from m join ${docs} d on d.rowid = m.r order by m.s, m.r`,
    )
      .raw()
      .all({ match, limit, offset }) as HitRow[];
  }

  #count(generation: Generation, match: string): number {
    const { fts } = generation;
    return this.#prepared(generation, "total", `select count(*) from ${fts} where ${fts} match :match`)
      .pluck()
      .get({ match }) as number;
  }

  #countBy(generation: Generation, match: string, facet: string): Record<string, number> {
    const { docs, fts } = generation;
    const counted = this.#prepared(
      generation,
      `facet ${facet}`,
      `select d.facet_${facet}, count(*) from ${fts} f join ${docs} d on d.rowid = f.rowid where ${fts} match :match group by 1`,
    )
      .raw()
      .all({ match }) as [string, number][];
    return Object.fromEntries(counted);
  }

  #expression(index: IndexDefinition, question: Question): string | null {
    const filters = filterExpression(index, question.filter);
    const groups = question.words
      .map((word, i) => this.#group(index, word, question.prefix && i === question.words.length - 1))
      .filter((group) => group.phrases.length > 0);
    if (question.words.length > 0 && groups.length === 0) return null;
    const or = (list: string[]) => `(${list.join(" OR ")})`;
    if (groups.length === 0) return filters.join(" AND ") || null;
    const present = groups.filter((group) => group.frequency > 0);
    const all = or(
      this.#telling(index, present.length > 0 ? present : groups).flatMap((group) => group.phrases),
    );
    if (question.match === "any" || groups.length === 1) return [...filters, all].join(" AND ");
    if (present.length === 0) return null;
    const rarest = present.reduce((a, b) => (b.frequency < a.frequency ? b : a));
    return [...filters, or(rarest.phrases), all].join(" AND ");
  }

  /**
   * On a large corpus a word that a sixth of all documents have tells little beside a rarer one and costs the most:
   * it is left out there.
   */
  #telling(index: IndexDefinition, groups: WordGroup[]): WordGroup[] {
    const size = this.size(index);
    if (size < largeCorpus) return groups;
    const rarer = groups.filter((group) => group.frequency < size / 6);
    if (rarer.length > 0) return rarer;
    return [groups.reduce((a, b) => (b.frequency < a.frequency ? b : a))];
  }

  /** The forms of a word as phrases, and in how many documents the rarest part of its first form stands. */
  #group(index: IndexDefinition, word: Word, prefix: boolean): WordGroup {
    const words = this.#wordList(index);
    const forms = new Set([word.text, ...(words?.kin(word.text) ?? []), ...word.also]);
    const phrases = [...forms]
      .map((form, i) => phraseOf(form, prefix && i === 0))
      .filter((phrase) => phrase !== null);
    let frequency = 0;
    for (const form of forms) frequency += this.#frequency(index, form);
    return { phrases, frequency };
  }

  #frequency(index: IndexDefinition, form: string): number {
    const generation = this.#generation(index)!;
    const tokens = tokensOf(form);
    if (tokens.length > 1 && /\p{Script=Han}/u.test(form)) tokens.pop();
    const count = this.#prepared(
      generation,
      "frequency",
      `select doc from ${generation.fts}_words where term = ?`,
    ).pluck();
    return Math.min(...tokens.map((token) => (count.get(token) as number | undefined) ?? 0));
  }

  #wordList(index: IndexDefinition): WordList | null {
    const generation = this.#generation(index);
    if (!generation) return null;
    const row = this.#liveNumber.get(index.name)!;
    const known = this.#words.get(index.name);
    const fresh = known && (known.version === row.version || Date.now() - known.at < wordListMs);
    if (known?.generation === row.live && fresh) return known.words;
    const rows = this.#file
      .prepare(
        `select term, doc from ${generation.fts}_words where term glob '[a-z]*' and term not glob '*[0-9]*'`,
      )
      .raw()
      .all() as [string, number][];
    const words = new WordList(
      rows.filter(([term]) => !term.startsWith(tagMark) && /^[a-z]{2,}$/.test(term)),
    );
    this.#words.set(index.name, { generation: row.live, version: row.version, at: Date.now(), words });
    return words;
  }
}

/** Id, score, and the value of each facet in the order of the definition. */
type HitRow = [id: string, score: number, ...facets: string[]];

function countRows(index: IndexDefinition, rows: HitRow[], facets: string[]): Answer["facets"] {
  const counts: Answer["facets"] = {};
  for (const facet of facets) {
    const column = 2 + index.facets.indexOf(facet);
    const counted: Record<string, number> = {};
    for (const row of rows) {
      const value = String(row[column]);
      counted[value] = (counted[value] ?? 0) + 1;
    }
    counts[facet] = counted;
  }
  return counts;
}

/**
 * Filter values are words of their own in the index, and so is every combination of them: a filter on several fields
 * is one short doclist then. Walking a field's own list, which half the corpus may stand in, would cost more than
 * all the rest.
 */
const tagMark = "zq";
/** A filter whose fields have more combinations of values than this is asked field by field. */
const maxCombinations = 60;

function tag(index: IndexDefinition, field: string, value: string): string {
  const plain = Array.from(fold(value), (sign) =>
    /[a-z0-9]/.test(sign) ? sign : `x${sign.codePointAt(0)!.toString(16)}x`,
  );
  return `${tagMark}${index.filterable.indexOf(field)}q${plain.join("")}`;
}

/** One value of each field, in the order of the index, in every way: the tags of the combinations. */
function combined(index: IndexDefinition, filter: Filter, fields: string[]): string[] {
  return fields.reduce(
    (tags, field) =>
      tags.flatMap((done) => (filter[field] ?? []).map((value) => done + tag(index, field, value))),
    [""],
  );
}

function tagsOf(index: IndexDefinition, values: SearchDocument["filter"]): string[] {
  const filter = Object.fromEntries(index.filterable.map((field) => [field, [values[field] ?? []].flat()]));
  const subsets = index.filterable.reduce<string[][]>(
    (found, field) => [...found, ...found.map((subset) => [...subset, field])],
    [[]],
  );
  return subsets.filter((subset) => subset.length > 0).flatMap((subset) => combined(index, filter, subset));
}

function filterExpression(index: IndexDefinition, filter: Filter): string[] {
  const fields = index.filterable.filter((field) => filter[field]);
  if (fields.length === 0) return [];
  const combinations = fields.reduce((product, field) => product * filter[field]!.length, 1);
  const groups = combinations > maxCombinations ? fields.map((field) => [field]) : [fields];
  return groups.map((group) => {
    const tags = combined(index, filter, group).map((one) => `"${one}"`);
    return `tags : (${tags.length > 0 ? tags.join(" OR ") : `"${tagMark}none"`})`;
  });
}

/** The Latin words of an index with their document counts; knows kin by stem and near ones by spelling. */
class WordList implements Vocabulary {
  #counts: Map<string, number>;
  #stems = new Map<string, string[]>();
  #near = new Map<string, string | null>();

  constructor(rows: [string, number][]) {
    this.#counts = new Map(rows);
    for (const [word] of rows) {
      const key = stem(word);
      const kin = this.#stems.get(key);
      if (kin) kin.push(word);
      else this.#stems.set(key, [word]);
    }
  }

  has(word: string): boolean {
    if (this.#counts.has(word)) return true;
    const bare = word.replace(/[ey]$/, "");
    // A form of a known word goes on where that ends, or ends within it; "tarifs" does neither.
    return this.kin(word).some((kin) => kin.startsWith(bare) || word.startsWith(kin.replace(/[ey]$/, "")));
  }

  /** Other forms of the word that the index has: plural, participle. */
  kin(word: string): string[] {
    return (this.#stems.get(stem(word)) ?? []).filter((other) => other !== word).slice(0, 6);
  }

  nearest(word: string, limit: number): string | null {
    const key = `${limit} ${word}`;
    const known = this.#near.get(key);
    if (known !== undefined) return known;
    let best: string | null = null;
    let least = limit + 1;
    let most = 0;
    for (const [other, count] of this.#counts) {
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > limit || other.length < 4) continue;
      const steps = distance(word, other, limit);
      if (steps < least || (steps === least && steps <= limit && count > most)) {
        [best, least, most] = [other, steps, count];
      }
    }
    if (this.#near.size > 5000) this.#near.clear();
    this.#near.set(key, best);
    return best;
  }
}
