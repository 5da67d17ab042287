import pg from 'pg';
import { plainName, type Database, type Queryable } from './database.ts';

export interface PostgresOptions {
  readonly url: string;
  /** The schema that unqualified names mean; `public` when not given. */
  readonly schema?: string;
  /** The role that statements run as, where it is not the one that logs in. */
  readonly role?: string;
  /** The most connections held at once. */
  readonly max?: number;
  /** Milliseconds to wait for a connection before failing. */
  readonly connectTimeoutMs?: number;
  /**
   * Milliseconds that one statement may run before the server ends it. A second later a server that says nothing at all is given up, with its
   * connection.
   */
  readonly statementTimeoutMs?: number;
}

const DATE = 1082;
const preparedLimit = 500;

const asText = (value: string): string => value;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (oid === DATE ? asText : pg.types.getTypeParser(oid, format)) as (text: string) => unknown,
};

/** A database on a Postgres server, 15 or later, through a pool of connections. Connects when first asked. */
export function openPostgres(options: PostgresOptions): Database {
  const schema = plainName(options.schema ?? 'public');
  const settings = [`-c search_path=${schema}`];
  if (options.role !== undefined) settings.push(`-c role=${plainName(options.role)}`);
  if (options.statementTimeoutMs !== undefined) settings.push(`-c statement_timeout=${options.statementTimeoutMs}`);
  const pool = new pg.Pool({
    connectionString: options.url,
    options: settings.join(' '),
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    ...(options.statementTimeoutMs !== undefined && { query_timeout: options.statementTimeoutMs + 1_000 }),
    types,
  });
  // A connection that breaks while idle leaves the pool; whoever asks next gets a new one, or the error.
  pool.on('error', () => undefined);

  const named = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = named.get(text);
    if (known !== undefined || named.size >= preparedLimit) return known;
    const name = `trellis_${named.size}`;
    named.set(text, name);
    return name;
  };

  const runOn = (target: pg.Pool | pg.PoolClient): Queryable['query'] =>
    async function query<Row extends object>(text: string, values?: readonly unknown[]) {
      const name = values === undefined ? undefined : nameOf(text);
      const result = await target.query<Row>({
        text,
        ...(values === undefined ? {} : { values: [...values] }),
        ...(name === undefined ? {} : { name }),
      });
      return { rows: result.rows, rowCount: result.rowCount ?? 0 };
    };

  return {
    schema,
    query: runOn(pool),
    async transaction(run) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A connection can break between two statements: the next one fails, and the process, which nobody else would tell, goes on.
      const onBreak = (error: Error): void => {
        broken = error;
      };
      client.on('error', onBreak);
      try {
        await client.query('begin isolation level read committed');
        const result = await run({ query: runOn(client) });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.off('error', onBreak);
        // A connection that broke, or could not even roll back, is not given to the next caller.
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
