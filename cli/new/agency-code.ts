import type { Names } from './names.ts';

/** `schema.graphql`, without its head. */
export function schemaGraphql({ code, pascal, camel }: Names): string {
  return `type Child @key(fields: "id") @about(children: "id") {
  id: NetworkId! @open
  "Whether this agency works with the child."
  knownTo${pascal}: Boolean @label(is: ["${code}.involvement"], level: SUMMARY)
  "Notes about the child, the latest first."
  ${camel}Notes(first: Int = 20 @page): [${pascal}Note!] @label(is: ["${code}.note"])
}

type ${pascal}Note {
  id: NetworkId! @open
  text: String @label(is: ["${code}.note"])
  notedOn: Date @label(is: ["${code}.note"])
}
`;
}

/** `migrations/0001-records.sql`. */
export const migrationSql = `-- A file that ran is never changed: add another.
create table notes (
  id text primary key,
  source text not null,
  source_id text not null,
  child text not null,
  text text,
  noted_on date
);
create index notes_by_child on notes (child);
`;

/** `index.ts`: the agency. */
export function indexTs({ code, pascal, camel }: Names, title: string): string {
  return `import { defineAgency, recordId, saveTables, type Queryable } from '@trellis/subgraph-kit';
import { loaders, type NoteRecord } from './loaders.ts';
import type { Resolvers } from './resolvers.generated.ts';

export interface ${pascal}Records {
  readonly notes?: readonly NoteRecord[];
}

/** ${title}. */
export const ${camel} = defineAgency({
  name: '${code}',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  resolvers: {
    Child: {
      knownTo${pascal}: async ({ id }, _args, { loaders }) => (await loaders.notes.load(id)).length > 0,
      ${camel}Notes: ({ id }, _args, { loaders }) => loaders.notes.load(id),
    },
  } satisfies Resolvers,
});

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: ${pascal}Records) {
  return saveTables(tx, ['notes'], records);
}

/** Invented records for the development network. */
export function syntheticRecords(children: readonly { readonly id: string }[]): ${pascal}Records {
  return {
    notes: children.slice(0, 20).map(({ id: child }, at) => ({
      id: recordId('${code}', 'note', child),
      source: 'synthetic',
      sourceId: String(at),
      child,
      text: \`Note \${String(at + 1)}\`,
      notedOn: '2026-01-15',
    })),
  };
}
`;
}

/** `loaders.ts`: what is read. */
export const loadersTs = `import { manyLoader, type AgencyContext } from '@trellis/subgraph-kit';

/** A note, as it is kept. */
export interface NoteRecord {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
  /** The NetworkId of the child. */
  readonly child: string;
  readonly text: string | null;
  readonly notedOn: string | null;
}

export type NoteRow = Pick<NoteRecord, 'id' | 'text' | 'notedOn'>;

/** Made anew for each request; each reads all keys of a request by one statement. */
export const loaders = ({ database }: Pick<AgencyContext, 'database'>) => ({
  notes: manyLoader<NoteRow>(
    database,
    'select child as key, id, text, noted_on::text from notes where child = any($1) order by noted_on desc, id',
  ),
});
`;

/** `parents.ts`: what resolvers are given. */
export function parentsTs({ pascal }: Names): string {
  return `import type { AgencyContext } from '@trellis/subgraph-kit';
import type { loaders } from './loaders.ts';

/** The context that resolvers are given, and the row of each type that has one. After the schema changed: \`npx trellis types\`. */
export type Context = AgencyContext<ReturnType<typeof loaders>>;
export type { NoteRow as ${pascal}NoteParent } from './loaders.ts';
`;
}

/** `agency.test.ts`. */
export function testTs({ camel }: Names): string {
  return `import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { asGateway } from '@trellis/subgraph-kit/testing';
import { ${camel}, saveRecords, syntheticRecords } from './index.ts';

const gateway = await asGateway(${camel});
after(() => gateway.close());
const children = ['aaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbb'];
await gateway.database.transaction((tx) => saveRecords(tx, syntheticRecords(children.map((id) => ({ id })))));

await test('notes of many children are read by one statement, each in its place', async () => {
  const asked = [children[1], 'cccccccccccccccccccccccccc', children[0]];
  const { records, statements, errors } = await gateway.entities('Child', asked, '{ ${camel}Notes { text } }');
  assert.deepEqual(errors, []);
  assert.deepEqual(
    records.map((record) => (record?.['${camel}Notes'] as unknown[]).length),
    [1, 0, 1],
  );
  assert.equal(statements, 1);
});
`;
}

/** `compose.yaml`: what an operator adds to the compose file. */
export function composeYaml({ code, snake }: Names): string {
  return `# A fragment for docker-compose.yml: \`docker compose -f docker-compose.yml -f THIS\`.
services:
  ${code}:
    image: trellis:local
    command: [serve, agency, ${code}]
    environment:
      DATABASE_URL: postgres://${snake}@postgres:5432/${snake}
      DATABASE_PASSWORD_FILE: /run/secrets/${code}-database-password
      SEAL_KEY_FILE: /run/secrets/${code}-seal-key
    secrets: [${code}-database-password, ${code}-seal-key]
secrets:
  ${code}-database-password: { file: ./secrets/${code}-database-password }
  ${code}-seal-key: { file: ./secrets/${code}-seal-key }
`;
}
