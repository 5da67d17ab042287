import { randomBytes } from 'node:crypto';
import { hmacKey, seal, type SealedRequester } from '@trellis/seal';
import { fixedClock, openEmbedded, openPostgres, type Database, type Queryable } from '@trellis/platform';
import { recordId, startAgency, type Agency, type Logger } from '@trellis/subgraph-kit';
import { listening, wholeTables, type Statement } from '../whole-tables.ts';

/** The day of these tests. */
export const today = Date.UTC(2026, 10, 21, 15, 0, 0);

export interface Reply {
  readonly status: number;
  readonly data: Record<string, unknown>;
  readonly errors: { message: string; path?: unknown[]; extensions: { code: string } }[] | undefined;
}

export interface AgencyUnderTest {
  readonly url: string;
  readonly database: Database;
  /** Asks as the gateway would: sealed, for this agency. */
  ask(query: string, variables?: object, requester?: SealedRequester): Promise<Reply>;
  /** How many statements ran since the last time. */
  statements(): number;
  /** The tables that some statement until now reads from end to end. */
  wholeTables(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A well-formed identifier that stands for `name`. */
export const idOf = (name: string): string => recordId('test', name);
/** The fields every record has, for a record called `name`. */
export const sourced = (name: string) => ({ id: idOf(name), source: 'test', sourceId: name });

export const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Opened {
  readonly database: Database;
  close(): Promise<void>;
}
type OpenServer = (schema: string) => Promise<Opened>;

async function onEmbedded(schema: string): Promise<Opened> {
  const server = await openEmbedded({ directory: undefined });
  return { database: await server.database(schema), close: () => server.close() };
}

/** A database of its own on the server at `url`, dropped in the end. */
const onPostgres =
  (url: string): OpenServer =>
  async (schema) => {
    const name = `trellis_agency_${schema}_${randomBytes(4).toString('hex')}`;
    const admin = openPostgres({ url, max: 1 });
    await admin.query(`create database ${name}`);
    const address = new URL(url);
    address.pathname = `/${name}`;
    const database = openPostgres({ url: address.href, max: 2 });
    return {
      database,
      async close() {
        await database.close();
        await admin.query(`drop database ${name}`);
        await admin.close();
      },
    };
  };

const postgresUrl = process.env['TEST_DATABASE_URL'];
/** The databases these tests run on: the embedded one always, Postgres where `TEST_DATABASE_URL` names one. */
export const servers: [string, OpenServer][] = [
  ['PGlite', onEmbedded],
  ...(postgresUrl === undefined ? [] : [['Postgres', onPostgres(postgresUrl)] satisfies [string, OpenServer]]),
];

/** An agency on a fresh database, behind an HTTP server of its own. */
export async function startUnderTest(
  agency: Agency,
  save: (tx: Queryable) => Promise<unknown>,
  open: OpenServer,
): Promise<AgencyUnderTest> {
  const server = await open(agency.name.replaceAll('-', '_'));
  const { database } = server;
  let count = 0;
  const said = new Map<string, Statement>();
  const counting = listening(database, (statement) => {
    count += 1;
    said.set(statement.text, statement);
  });
  const key = hmacKey(agency.name, randomBytes(32));
  const running = await startAgency(agency, {
    database: counting,
    port: 0,
    keys: () => key,
    clock: fixedClock(today),
    logger: silent,
  });
  await database.transaction(save);
  return {
    url: running.url,
    database,
    async ask(query, variables = {}, requester) {
      const body = JSON.stringify({ query, variables });
      const request = { method: 'POST', path: '/graphql', body, agency: agency.name, disclosure: 'ref-1' };
      const headers = seal({ ...request, ...(requester && { requester, purpose: 'treatment' }) }, key, today);
      const response = await fetch(running.url, { method: 'POST', headers, body });
      const answer = (await response.json()) as Partial<Reply>;
      return { status: response.status, data: answer.data ?? {}, errors: answer.errors };
    },
    statements() {
      const since = count;
      count = 0;
      return since;
    },
    wholeTables: () => wholeTables(database, said.values()),
    async close() {
      await running.close();
      await server.close();
    },
  };
}

/** `_entities` for these children, as the gateway enters an agency. */
export const children = (selection: string): string =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { id ${selection} } } }`;
export const representations = (names: readonly string[], type = 'Child') => ({
  r: names.map((name) => ({ __typename: type, id: idOf(name) })),
});
