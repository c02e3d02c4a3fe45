import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import type { IndexDefinition, SearchDocument } from "./engine.ts";
import { tagsOf } from "./filter-words.ts";
import { tokensOf } from "./text.ts";

/** Raised when what is written into the tables changes: a file of another layout starts empty and is filled anew. */
const layout = 3;
/** In how many documents a word stands is written down when it is as many as this: counting walks its whole list. */
const common = 100;

/** The tables of one build of an index, named by its number. */
export type Generation = {
  number: number;
  docs: string;
  fts: string;
  statements: Map<string, Sqlite.Statement<unknown[]>>;
};

/**
 * The file of the embedded engine and its tables: for each index a table of documents, one of what is shown of
 * them (apart, so that the first stays small and in memory), an FTS5 table of their words, a view of its vocabulary and
 * how often common words stand in it. An index has generations; `indexes` says which one is live, also to other processes.
 */
export class SearchTables {
  readonly file: Sqlite.Database;
  #live = new Map<string, Generation>();
  #row: Sqlite.Statement<[string], { live: number; version: number }>;

  constructor(path: string) {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    this.file = new Sqlite(path);
    this.file.pragma("journal_mode = WAL");
    this.file.pragma("synchronous = NORMAL");
    this.file.pragma("busy_timeout = 5000");
    this.file.exec(
      "create table if not exists indexes (name text primary key, live integer not null, version integer not null) strict",
    );
    this.#row = this.file.prepare("select live, version from indexes where name = ?");
    if (this.file.pragma("user_version", { simple: true }) !== layout) this.#startEmpty();
  }

  #startEmpty(): void {
    const named = (condition: string) =>
      this.file
        .prepare(`select name from sqlite_master where type = 'table' and ${condition}`)
        .pluck()
        .all() as string[];
    this.file.transaction(() => {
      // Virtual tables first: they take the tables they keep their data in with them.
      for (const condition of ["sql like 'create virtual table%'", "name glob '*_[0-9]*'"]) {
        for (const table of named(condition)) this.file.exec(`drop table if exists "${table}"`);
      }
      this.file.exec("delete from indexes");
      this.file.pragma(`user_version = ${layout}`);
    })();
  }

  /** Which generation is live and how often the index was written to; undefined when there is none. */
  row(index: IndexDefinition): { live: number; version: number } | undefined {
    return this.#row.get(index.name);
  }

  live(index: IndexDefinition): Generation | null {
    const number = this.row(index)?.live;
    if (number === undefined) return null;
    const known = this.#live.get(index.name);
    if (known?.number === number) return known;
    const generation = { number, ...namesOf(index, number), statements: new Map() };
    this.#live.set(index.name, generation);
    return generation;
  }

  /** A statement on the tables of a generation, prepared once. */
  prepared(generation: Generation, key: string, source: string): Sqlite.Statement<unknown[]> {
    let statement = generation.statements.get(key);
    if (!statement) generation.statements.set(key, (statement = this.file.prepare(source)));
    return statement;
  }

  create(index: IndexDefinition, number: number): Generation {
    const { docs, fts } = namesOf(index, number);
    const facets = index.facets.map((facet) => `facet_${facet} text`).join(", ");
    this.file.exec(
      `create table ${docs} (rowid integer primary key, id text not null unique, hash text not null, ${facets}) strict;
       create table ${docs}_shown (rowid integer primary key, shown text not null) strict;
       create virtual table ${fts} using fts5(tags, ${Object.keys(index.searchable).join(", ")}, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
       create virtual table ${fts}_words using fts5vocab(${fts}, 'row');
       create table ${fts}_common (term text primary key, doc integer not null) strict, without rowid;`,
    );
    return { number, docs, fts, statements: new Map() };
  }

  /**
   * To be called when a build is complete: merges its lists into one and writes down how often common words stand
   * in it. What is written later changes little about which words are common.
   */
  finish({ fts }: Generation): void {
    this.file.exec(
      `insert into ${fts} (${fts}) values ('optimize');
       insert or replace into ${fts}_common select term, doc from ${fts}_words where doc >= ${common};`,
    );
  }

  /**
   * A number that no table bears yet. Generations before the live one go now, not at the swap: a reader in another
   * process may still have been in the middle of one. Half-built ones of a process that died go too.
   */
  nextNumber(index: IndexDefinition): number {
    const live = this.row(index)?.live ?? 0;
    const tables = this.file
      .prepare(
        "select name from sqlite_master where type = 'table' and name glob ? and name not glob '*_text*'",
      )
      .pluck()
      .all(`${index.name}_*`) as string[];
    const numbers = tables.map((name) => Number(name.slice(index.name.length + 1))).filter(Number.isInteger);
    for (const number of numbers) if (number !== live) this.#drop(index, number);
    return Math.max(live, 0, ...numbers) + 1;
  }

  #drop(index: IndexDefinition, number: number): void {
    const { docs, fts } = namesOf(index, number);
    this.file.exec(
      `drop table if exists ${fts}_common; drop table if exists ${fts}_words; drop table if exists ${fts}; drop table if exists ${docs}_shown; drop table if exists ${docs};`,
    );
  }

  /** Makes a generation the live one. */
  swap(index: IndexDefinition, number: number): void {
    this.file
      .prepare(
        `insert into indexes (name, live, version) values (?, ?, 1)
         on conflict (name) do update set live = excluded.live, version = version + 1`,
      )
      .run(index.name, number);
    this.#live.delete(index.name);
  }

  changed(index: IndexDefinition): void {
    this.file.prepare("update indexes set version = version + 1 where name = ?").run(index.name);
  }

  /** Adds or replaces; `fresh` when none of them can be there yet. */
  write(index: IndexDefinition, generation: Generation, documents: SearchDocument[], fresh = false): void {
    const { docs, fts } = generation;
    const { facets } = index;
    const fields = Object.keys(index.searchable);
    const marks = (count: number) => Array(count).fill("?").join(", ");
    const columns = ["hash", ...facets.map((facet) => `facet_${facet}`)];
    const find = this.file.prepare(`select rowid from ${docs} where id = ?`).pluck();
    const removeText = this.file.prepare(`delete from ${fts} where rowid = ?`);
    const insert = this.file
      .prepare(
        `insert into ${docs} (id, ${columns.join(", ")}) values (${marks(1 + columns.length)})
         on conflict (id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}
         returning rowid`,
      )
      .pluck();
    const insertShown = this.file.prepare(
      `insert or replace into ${docs}_shown (rowid, shown) values (?, ?)`,
    );
    const insertText = this.file.prepare(
      `insert into ${fts} (rowid, tags, ${fields.join(", ")}) values (${marks(2 + fields.length)})`,
    );
    for (const { id, hash, shown, filter, text } of documents) {
      const old = fresh ? undefined : find.get(id);
      if (old !== undefined) removeText.run(old);
      const facetValues = facets.map((facet) => [filter[facet]].flat()[0] ?? "");
      const rowid = insert.get(id, hash, ...facetValues);
      insertShown.run(rowid, JSON.stringify(shown));
      const words = fields.map((field) => tokensOf(text[field] ?? "").join(" "));
      insertText.run(rowid, tagsOf(index, filter).join(" "), ...words);
    }
  }

  remove(index: IndexDefinition, { docs, fts }: Generation, ids: string[]): void {
    const remove = this.file.prepare(`delete from ${docs} where id = ? returning rowid`).pluck();
    const beside = [fts, `${docs}_shown`].map((table) =>
      this.file.prepare(`delete from ${table} where rowid = ?`),
    );
    for (const id of ids) for (const rowid of remove.all(id)) for (const row of beside) row.run(rowid);
    this.changed(index);
  }

  close(): void {
    this.#live.clear();
    this.file.close();
  }
}

const namesOf = (index: IndexDefinition, number: number) => ({
  docs: `${index.name}_${number}`,
  fts: `${index.name}_${number}_text`,
});
