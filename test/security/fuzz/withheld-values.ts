import { readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import type { ObservedNetwork, Question } from '../../e2e/network/start-observed-network.ts';
import { everythingOf } from './everything-of.ts';
import { openFinder, shortest } from './open-finder.ts';

export interface WithheldValues {
  /** Texts that the network holds and these askers may not see. */
  readonly values: readonly string[];
  /** How many texts it holds. */
  readonly held: number;
}

/**
 * Every text of six characters or more in any column of any agency's or the register's tables, but what these askers are told when they ask everything of
 * everybody in plain words, and what anybody may know: the schema, the words of the network, duty telephones.
 */
export async function withheldValues(
  network: ObservedNetwork,
  askers: readonly Pick<Question, 'requester' | 'purpose'>[],
  schema: GraphQLSchema,
  publicFiles: readonly URL[],
): Promise<WithheldValues> {
  const held = new Set<string>();
  for (const database of Object.values(network.data.databases)) {
    const { rows } = await database.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
      [],
    );
    for (const { name } of rows) {
      const all = await database.query<{ row: unknown }>(`select to_jsonb(t) as row from "${name}" t`, []);
      for (const { row } of all.rows) for (const text of textsIn(row)) held.add(text);
    }
  }
  const { rows } = await network.data.databases['identity']!.query<{ id: string }>('select id from children', []);
  const ids = rows.map(({ id }) => id);
  const told: string[] = publicFiles.map((file) => readFileSync(file, 'utf8'));
  const tell = async (asker: (typeof askers)[number], query: string, asked: readonly string[]): Promise<void> => {
    const { status, text, data } = await network.ask({ ...asker, query, variables: { ids: asked } });
    if (status !== 200) throw new Error(`${String(status)} ${query}\n${text}`);
    const written = JSON.stringify(data);
    // Beside the data, ids that were asked for come back, and say nothing.
    told.push(
      written,
      asked.reduce((left, id) => left.replaceAll(id, ''), text.replace(written, '')),
    );
  };
  for (const asker of askers) {
    for (const field of everythingOf(schema, 'Query')) await tell(asker, `{ ${field} }`, []);
    for (const field of everythingOf(schema, 'Child')) {
      const query = `query($ids: [NetworkId!]!) { children(ids: $ids) { ${field} } }`;
      for (let from = 0; from < ids.length; from += 100) await tell(asker, query, ids.slice(from, from + 100));
    }
  }
  const known = new Set(openFinder(held)(told.join('\n')));
  return { values: [...held].filter((text) => !known.has(JSON.stringify(text).slice(1, -1))), held: held.size };
}

/** The texts of a row, as answers write them. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  if (typeof value !== 'string' || value.length < shortest) return [];
  return [/^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value];
}
