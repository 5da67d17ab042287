import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode, type SelectionSetNode } from 'graphql';
import type { Level } from '@trellis/vocabulary';

/** One category that a field needs, at a level. */
export interface Needed {
  readonly category: string;
  readonly level: Level;
}

/** A field of the agencies' SDL, read by hand: shares nothing with what it judges. */
export interface SdlField {
  readonly needs: readonly Needed[];
  readonly returns: string;
}

/** One field that a document asks for. */
export interface Asked extends SdlField {
  readonly coordinate: string;
  /** The coordinates above it, from the root. */
  readonly above: readonly string[];
}

const repository = join(import.meta.dirname, '../../..');
const sdls = ['networks/ontario/agencies', 'subgraphs']
  .flatMap((folder) =>
    readdirSync(join(repository, folder)).map((name) => join(repository, folder, name, 'schema.graphql')),
  )
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'));
const fields = new Map<string, SdlField>();
const recordTypes = new Set<string>();

function needsOf(directives: readonly ConstDirectiveNode[] = []): readonly Needed[] {
  return directives
    .filter(({ name }) => name.value === 'label')
    .flatMap((directive) => {
      const args = new Map(directive.arguments?.map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]));
      const level: Level = args.get('level') === 'SUMMARY' ? 'SUMMARY' : 'FULL';
      return (args.get('is') as readonly string[]).map((category) => ({ category, level }));
    });
}

for (const definition of sdls.flatMap((sdl) => parse(sdl).definitions)) {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
  if (definition.directives?.some(({ name }) => name.value === 'about')) recordTypes.add(definition.name.value);
  for (const field of definition.fields ?? []) {
    let { type } = field;
    while (type.kind !== Kind.NAMED_TYPE) ({ type } = type);
    fields.set(`${definition.name.value}.${field.name.value}`, {
      needs: needsOf(field.directives),
      returns: type.name.value,
    });
  }
}

/** Whether a type's records say themselves whose they are (`@about`). */
export const isRecordType = (type: string): boolean => recordTypes.has(type);

/** The fields of a type, by name; none where it is no object type. */
export function fieldsOf(type: string): ReadonlyMap<string, SdlField> {
  return new Map(
    [...fields].flatMap(([coordinate, field]) => {
      const [of, name = ''] = coordinate.split('.');
      return of === type ? [[name, field] as const] : [];
    }),
  );
}

/** Every field that a document asks for, the federation's own root and `__typename` left out. */
export function askedIn(source: string): readonly Asked[] {
  const asked: Asked[] = [];
  const walk = ({ selections }: SelectionSetNode, type: string, above: readonly string[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('a spread is not read here');
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? type, above);
      } else if (selection.name.value === '_entities') {
        if (selection.selectionSet) walk(selection.selectionSet, '', above);
      } else if (selection.name.value !== '__typename') {
        const coordinate = `${type}.${selection.name.value}`;
        const field = fields.get(coordinate);
        if (field === undefined) throw new Error(`no agency has a field ${coordinate}`);
        asked.push({ coordinate, above, ...field });
        if (selection.selectionSet) walk(selection.selectionSet, field.returns, [...above, coordinate]);
      }
    }
  };
  for (const definition of parse(source).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    walk(definition.selectionSet, definition.operation === 'mutation' ? 'Mutation' : 'Query', []);
  }
  return asked;
}

/** The coordinates that a request to an agency names. */
export function namedIn(source: string): ReadonlySet<string> {
  return new Set(askedIn(source).map(({ coordinate }) => coordinate));
}
