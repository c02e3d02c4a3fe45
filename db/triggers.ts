import type Sqlite from "better-sqlite3";

/** Tables whose rows a visitor can see: any change to one makes cached pages stale. */
const publicTables = [
  "markets",
  "market_blocks",
  "sources",
  "facts",
  "sectors",
  "sections",
  "section_revisions",
  "glossary_terms",
  "synonym_groups",
  "opportunities",
  "opportunity_sectors",
  "opportunity_markets",
  "organisations",
  "endorsements",
  // A flag or a suspension takes an endorsement out of force.
  "endorsement_flags",
  "vetting_cases",
];

/** A credential that is deleted, also by cascade, leaves its place in the status lists revoked for good. */
const spendStatusIndex = [
  "drop trigger if exists endorsement_credentials_spend",
  "create trigger endorsement_credentials_spend after delete on endorsement_credentials begin insert or ignore into spent_status_indexes (status_index, endorsement_id) values (old.status_index, old.endorsement_id); end",
];

/** Append-only tables with their keys. */
const appendOnly = { audit_entries: "seq", section_revisions: "id" };

/**
 * Creates all triggers anew; safe to run at any time. A table rebuild drops its triggers silently, so
 * `migrateDatabase` calls this after every migration.
 */
export function installTriggers(client: Sqlite.Database): void {
  const statements: string[] = [];
  for (const [table, key] of Object.entries(appendOnly)) {
    // `insert or replace` removes the old row without asking the delete trigger.
    statements.push(
      `drop trigger if exists ${table}_no_replace`,
      `create trigger ${table}_no_replace before insert on ${table} when exists (select 1 from ${table} where ${key} = new.${key}) begin select raise(abort, '${table} is append-only'); end`,
    );
    for (const verb of ["update", "delete"]) {
      const name = `${table}_no_${verb}`;
      statements.push(
        `drop trigger if exists ${name}`,
        `create trigger ${name} before ${verb} on ${table} begin select raise(abort, '${table} is append-only'); end`,
      );
    }
  }
  statements.push(...spendStatusIndex);
  statements.push("insert or ignore into content_version (id, version) values (1, 1)");
  for (const table of publicTables) {
    for (const verb of ["insert", "update", "delete"]) {
      const name = `${table}_content_${verb}`;
      statements.push(
        `drop trigger if exists ${name}`,
        `create trigger ${name} after ${verb} on ${table} begin update content_version set version = version + 1 where id = 1; end`,
      );
    }
  }
  client.transaction(() => statements.forEach((statement) => client.exec(statement)))();
}
