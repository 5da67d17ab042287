import type { DocumentNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { Thing } from './records.ts';

/** One root field of a request: `child`, `children` or `_entities`, under whatever alias. */
interface Root {
  readonly alias: string;
  readonly name: string;
  readonly variable: string;
  readonly selections: SelectionSetNode;
  /** The answer for each child, once made. */
  readonly made: Map<string, string>;
}

interface Representation {
  readonly id: string;
}

/**
 * Answers requests about children from memory: any selection, alias or fragment, from either gateway. What was asked once is
 * answered the next time by putting strings together, so that agencies cost next to nothing.
 */
export function openResponder(
  records: ReadonlyMap<string, Thing>,
): (query: string, variables: Record<string, unknown>) => string {
  const known = new Map<string, readonly Root[]>();
  return (query, variables) => {
    let roots = known.get(query);
    if (!roots) known.set(query, (roots = rootsOf(parse(query))));
    return `{"data":{${roots.map((root) => `"${root.alias}":${answer(root, records, variables[root.variable])}`).join()}}}`;
  };
}

function rootsOf(document: DocumentNode): readonly Root[] {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('An operation was expected.');
  return operation.selectionSet.selections.map((field): Root => {
    const argument = field.kind === Kind.FIELD ? field.arguments?.[0]?.value : undefined;
    if (field.kind !== Kind.FIELD || argument?.kind !== Kind.VARIABLE || !field.selectionSet) {
      throw new Error('A root field with one variable was expected.');
    }
    const name = field.name.value;
    const alias = field.alias?.value ?? name;
    return { alias, name, variable: argument.name.value, selections: field.selectionSet, made: new Map() };
  });
}

function answer(root: Root, records: ReadonlyMap<string, Thing>, argument: unknown): string {
  if (root.name === 'child') return answerOne(root, records, argument as string);
  const ids =
    root.name === '_entities'
      ? (argument as readonly Representation[]).map(({ id }) => id)
      : (argument as readonly string[]);
  return `[${ids.map((id) => answerOne(root, records, id)).join()}]`;
}

function answerOne({ made, selections }: Root, records: ReadonlyMap<string, Thing>, id: string): string {
  let text = made.get(id);
  if (text === undefined) {
    const record = records.get(id);
    made.set(id, (text = record ? JSON.stringify(project(selections, record)) : 'null'));
  }
  return text;
}

function project({ selections }: SelectionSetNode, thing: Thing): Record<string, unknown> {
  const projected: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('A gateway sends no named fragments here.');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? thing.__typename;
      if (condition === thing.__typename) Object.assign(projected, project(selection.selectionSet, thing));
      continue;
    }
    const value = thing[selection.name.value] ?? null;
    const set = selection.selectionSet;
    projected[selection.alias?.value ?? selection.name.value] = set ? projectValue(set, value) : value;
  }
  return projected;
}

function projectValue(set: SelectionSetNode, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => projectValue(set, item));
  return value === null ? null : project(set, value as Thing);
}
