import type { GraphQLOutputType, GraphQLSchema } from 'graphql';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { ObservedNetwork, Question } from '../../e2e/network/start-observed-network.ts';

type Asker = Pick<Question, 'requester' | 'purpose'>;

/** How deep everything is asked: a child, its records, what is in them, and who else they are of. */
const depth = 4;

/**
 * All that agencies hold and none of these askers is shown when each asks everything of every child there is: of a mutated request none may come.
 * Words of people alone, since a code, a day or a number could stand in any answer by chance.
 */
export async function secretsOf(
  network: ObservedNetwork,
  schema: GraphQLSchema,
  askers: readonly Asker[],
): Promise<readonly string[]> {
  const held = new Set<string>();
  const children = new Set<string>();
  for (const [agency, database] of Object.entries(network.data.databases)) {
    // What the register holds are rules and decisions, whose sentences anybody may be shown.
    if (agency === 'register') continue;
    const tables = await database.query<{ table: string }>(
      `select format('%I.%I', table_schema, table_name) as table from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
      [],
    );
    for (const { table } of tables.rows) {
      const { rows } = await database.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`, []);
      for (const word of wordsIn(rows)) held.add(word);
      if (agency !== 'identity') continue;
      for (const [id] of JSON.stringify(rows).matchAll(/\b[a-z2-7]{26}\b/g)) children.add(id);
    }
  }
  const ids = [...children];
  const shown = new Set<string>();
  for (const asker of askers) {
    for (const field of fieldsOf(schema, 'Child')) {
      for (let first = 0; first < ids.length; first += 50) {
        const variables = { ids: ids.slice(first, first + 50) };
        const query = `query($ids: [NetworkId!]!) { children(ids: $ids) { id ${everythingOf(schema, 'Child', field, depth)} } }`;
        const { status, data } = await network.ask({ ...asker, query, variables });
        if (status !== 200) throw new Error(`${field} of every child could not be asked: ${String(status)}`);
        wordsIn(data, shown);
      }
    }
  }
  // The town in the name of a school that is shown is shown.
  const all = [...shown].join('\n');
  return [...held].filter((word) => !all.includes(word));
}

function fieldsOf(schema: GraphQLSchema, type: string): readonly string[] {
  const object = schema.getType(type);
  if (!isObjectType(object)) return [];
  return Object.values(object.getFields())
    .filter(({ args, type: returned }) => !args.some(isRequiredArgument) && isAskable(returned))
    .map(({ name }) => name);
}

function isAskable(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isLeafType(named) || isObjectType(named);
}

/** A field with all that can be asked under it without an argument; undefined where nothing can. */
function everythingOf(schema: GraphQLSchema, type: string, field: string, left: number): string {
  const object = schema.getType(type);
  const returned = isObjectType(object) ? getNamedType(object.getFields()[field]!.type) : undefined;
  if (!isObjectType(returned)) return field;
  const leaves = left === 0;
  const inner = fieldsOf(schema, returned.name)
    .filter((name) => !leaves || isLeafType(getNamedType(returned.getFields()[name]!.type)))
    // What is under another child is asked of that child itself.
    .map((name) =>
      returned.name === 'Child' && !isLeafType(getNamedType(returned.getFields()[name]!.type))
        ? ''
        : everythingOf(schema, returned.name, name, left - 1),
    );
  return `${field} { __typename ${inner.join(' ')} }`;
}

/** The values that could not stand elsewhere by chance. */
function wordsIn(value: unknown, words = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') {
    if (/[a-z] [a-zA-Z]/.test(value)) words.add(value);
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach((each) => wordsIn(each, words));
  return words;
}
