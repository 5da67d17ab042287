import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { checkMigrations } from './check-migrations.ts';
import { plainName, sqlState, type Database } from './database.ts';
import { MigrationError } from './migration-error.ts';

/**
 * Brings a schema up to date: runs the directory's `.sql` files that have not run yet, in the order of their names, each in one transaction
 * with the note that it ran. A file that changed after it ran is an error, and so are numbers that are no order (`isOrdered: false` asks for none of them).
 * Several processes may start at once: one migrates, the others wait.
 *
 * @throws {MigrationError} names the schema and the file
 */
export async function migrate(
  database: Database,
  directory: URL,
  options: { readonly schema?: string; readonly isOrdered?: boolean } = {},
): Promise<void> {
  const schema = plainName(options.schema ?? database.schema);
  const base = directory.href.endsWith('/') ? directory : new URL(`${directory.href}/`);
  const names = (await readdir(base)).filter((name) => name.endsWith('.sql')).sort();
  const ran = await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`trellis migrate ${schema}`]);
    const { rows } = await tx.query('select 1 from pg_namespace where nspname = $1', [schema]);
    if (rows.length === 0) await tx.query(`create schema ${schema}`);
    await tx.query(`create table if not exists ${schema}.migration (
      name text primary key, checksum text not null, ran_at timestamptz not null default clock_timestamp())`);
    return tx.query<{ name: string }>(`select name from ${schema}.migration`);
  });
  if (options.isOrdered !== false) checkMigrations(schema, names, new Set(ran.rows.map(({ name }) => name)));
  for (const name of names) {
    const sql = await readFile(new URL(name, base), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    await database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`trellis migrate ${schema}`]);
      const ran = await tx.query<{ checksum: string }>(`select checksum from ${schema}.migration where name = $1`, [
        name,
      ]);
      const [before] = ran.rows;
      if (before !== undefined) {
        if (before.checksum !== checksum)
          throw new MigrationError(schema, `${name} changed after it ran. Put it back, and add a new one instead.`);
        return;
      }
      await tx.query(`set local search_path to ${schema}`);
      await tx.query(sql).catch((error: unknown) => {
        throw atItsFile(schema, { name, sql, base }, error);
      });
      await tx.query(`insert into ${schema}.migration (name, checksum) values ($1, $2)`, [name, checksum]);
    });
  }
}

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  /** Its directory. */
  readonly base: URL;
}

/** Of errors about the text of the file the database's own words; of those about rows, which it may quote, the code alone. */
function atItsFile(schema: string, { name, sql, base }: MigrationFile, error: unknown): unknown {
  const state = sqlState(error);
  if (state === undefined || !(error instanceof Error)) return error;
  // From the agency's folder on: every agency has a file of this name.
  const file = [...base.pathname.split('/').filter(Boolean).slice(-2).map(decodeURIComponent), name].join('/');
  const line = lineOf(sql, error);
  const said = state.startsWith('42') ? `${error.message} ` : '';
  return new MigrationError(
    schema,
    `${file}${line === undefined ? '' : `:${String(line)}`}: ${said}(SQLSTATE ${state}). Nothing of this file was kept. Put it right, and start again.`,
  );
}

/** The line that a database points to; it counts characters, not the halves of some that strings are made of here. */
function lineOf(sql: string, error: object): number | undefined {
  const position = 'position' in error ? Number(error.position) : NaN;
  if (!Number.isInteger(position) || position < 1) return undefined;
  return [...sql].slice(0, position - 1).filter((letter) => letter === '\n').length + 1;
}
