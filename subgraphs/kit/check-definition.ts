import { vocabulary } from '@trellis/vocabulary';
import type { DirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import type { AgencyDefinition } from './agency-definition.ts';
import { scalars } from './scalars.ts';

type Checked = Pick<AgencyDefinition<never>, 'name'> & {
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly references?: Readonly<Record<string, unknown>> | undefined;
};

interface DefinedType {
  readonly fields: Map<string, FieldDefinitionNode>;
  /** The fields of its keys that the agency says it resolves; empty where it has none. */
  readonly keys: Set<string>;
}

/**
 * The parts of an agency's definition that do not fit its schema, each with its fix; empty where all fits. Found when it is defined: later it would
 * be answered as absence.
 */
export function definitionFaults(
  { name, resolvers, references = {} }: Checked,
  document: DocumentNode,
): readonly string[] {
  const types = typesOf(document);
  const faults = vocabulary.agencies.includes(name)
    ? []
    : [`The network has no agency \`${name}\`: its agencies are ${vocabulary.agencies.join(', ')}.`];
  for (const [type, fields] of Object.entries(resolvers)) {
    const defined = types.get(type);
    if (defined === undefined) {
      if (!Object.hasOwn(scalars, type) && !isOther(document, type))
        faults.push(`\`resolvers.${type}\`: the schema has no type of this name.`);
      continue;
    }
    for (const field of Object.keys(fields)) {
      if (defined.fields.has(field) || field.startsWith('__')) continue;
      faults.push(
        `\`resolvers.${type}.${field}\`: the schema has no such field.${near(field, [...defined.fields.keys()])}`,
      );
    }
  }
  for (const type of Object.keys(references)) {
    if (types.get(type) === undefined) faults.push(`\`references.${type}\`: the schema has no type of this name.`);
    else if (types.get(type)?.keys.size === 0)
      faults.push(`\`references.${type}\`: the type has no key that is resolved here.`);
  }
  return [...faults, ...missingResolvers(name, types, resolvers, references)];
}

/** A record that is entered by its key alone has nothing but its key: every other field needs a resolver of its own. */
function missingResolvers(
  name: string,
  types: ReadonlyMap<string, DefinedType>,
  resolvers: Checked['resolvers'],
  references: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...types].flatMap(([type, { fields, keys }]) => {
    if (
      keys.size === 0 ||
      Object.hasOwn(references, type) ||
      Object.hasOwn(resolvers[type] ?? {}, '__resolveReference')
    )
      return [];
    const unfilled = [...fields.values()].filter(
      (field) =>
        !keys.has(field.name.value) &&
        !isMarked(field.directives, 'external') &&
        !Object.hasOwn(resolvers[type] ?? {}, field.name.value),
    );
    if (unfilled.length === 0) return [];
    const names = unfilled.map((field) => field.name.value);
    // Where other fields have resolvers of their own, as a child's do, one of them was forgotten; else whatever finds the whole.
    if (!Object.hasOwn(resolvers, type))
      return [
        `\`references.${type}\` is missing: without it nothing fills ${names.join(', ')}. Give it in the code of ${name}, or a resolver for each.`,
      ];
    const missing = names.map((field) => `\`resolvers.${type}.${field}\``).join(', ');
    const [are, them] = names.length > 1 ? ['are', 'them'] : ['is', 'it'];
    return [
      `${missing} ${are} missing: nothing answers ${them}. Write ${them} in the code of ${name}, beside the other resolvers of ${type}; or give \`references.${type}\`, which finds the whole record by its key.`,
    ];
  });
}

function typesOf(document: DocumentNode): Map<string, DefinedType> {
  const types = new Map<string, DefinedType>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const type = types.get(node.name.value) ?? { fields: new Map(), keys: new Set() };
    for (const field of node.fields ?? []) type.fields.set(field.name.value, field);
    for (const directive of node.directives ?? []) for (const key of resolvedKey(directive)) type.keys.add(key);
    types.set(node.name.value, type);
  }
  return types;
}

/** The names in a key's selection; none for another directive, or a key that is resolved elsewhere. */
function resolvedKey({ name, arguments: given = [] }: DirectiveNode): readonly string[] {
  if (name.value !== 'key') return [];
  const value = (argument: string) => given.find((each) => each.name.value === argument)?.value;
  const [fields, resolvable] = [value('fields'), value('resolvable')];
  if (resolvable?.kind === Kind.BOOLEAN && !resolvable.value) return [];
  return fields?.kind === Kind.STRING ? (fields.value.match(/\w+/g) ?? []) : [];
}

function isMarked(directives: readonly DirectiveNode[] | undefined, name: string): boolean {
  return directives?.some((directive) => directive.name.value === name) === true;
}

/** Interfaces, unions and enums may have resolvers too. */
function isOther(document: DocumentNode, type: string): boolean {
  return document.definitions.some(
    (node) => 'name' in node && node.name?.value === type && node.kind !== Kind.DIRECTIVE_DEFINITION,
  );
}

/** The field that was probably meant: the same letters but one or two. */
function near(field: string, known: readonly string[]): string {
  const [best] = known.filter((name) => name.toLowerCase() === field.toLowerCase() || distance(name, field) <= 2);
  return best === undefined ? '' : ` Did you mean \`${best}\`?`;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
