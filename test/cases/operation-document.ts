import { readFileSync } from 'node:fs';
import { Kind, parse, print, type ObjectTypeDefinitionNode } from 'graphql';
import type { Act, Look } from './read-cases.ts';
import type { SeededCase } from './seed-case.ts';

const sdl = parse(readFileSync(new URL('../../subgraphs/register/schema.graphql', import.meta.url), 'utf8'));
const mutations = sdl.definitions.find(
  (each): each is ObjectTypeDefinitionNode =>
    each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Mutation',
);

/** An operation with its variables. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A step's act as a mutation that asks for what the step expects of the answer. */
export function actDocument({ act, given, then }: Act, resolve: (text: string) => string): Operation {
  const args = mutations?.fields?.find(({ name }) => name.value === act)?.arguments ?? [];
  const used = args.filter(({ name }) => name.value in given);
  const declared = used.map(({ name, type }) => `$${name.value}: ${print(type)}`).join(', ');
  const passed = used.map(({ name: { value } }) => `${value}: $${value}`).join(', ');
  return {
    query: `mutation (${declared}) { ${act}(${passed}) { id ${selectionOf(then.shows)} } }`,
    variables: replaced(given, resolve) as Record<string, unknown>,
  };
}

/** A look as a query: `child { … }` is asked of the child, as the runner enters it. */
export function lookDocument({ look }: Look, enterChild: (selection: string) => string): string {
  const ofChild = /^child \{(.*)\}$/s.exec(look)?.[1];
  return ofChild === undefined ? `{ ${look} }` : enterChild(ofChild);
}

/** The ids that a step means: of children, of what acts before it made, and of the case's own records. */
export function resolver({ children, idOf }: SeededCase, made: ReadonlyMap<string, string>): (text: string) => string {
  return (text) => {
    if (!text.startsWith('$')) return text;
    const name = text.slice(1);
    return made.get(name) ?? children.get(name) ?? idOf(name);
  };
}

/** The same with each text put through `resolve`. */
export function replaced(value: unknown, resolve: (text: string) => string): unknown {
  if (typeof value === 'string') return resolve(value);
  if (Array.isArray(value)) return value.map((each) => replaced(each, resolve));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, resolve)]));
}

/** Tells whether an answer holds what is expected: of an object its named fields, of a list each that is named. */
export function holds(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return Array.isArray(actual) && expected.every((each) => actual.some((one) => holds(one, each)));
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  if (typeof actual !== 'object' || actual === null) return false;
  const of = actual as Readonly<Record<string, unknown>>;
  return Object.entries(expected).every(([name, each]) => holds(of[name], each));
}

function selectionOf(shows: unknown): string {
  if (Array.isArray(shows)) return shows.length > 0 ? selectionOf(shows[0]) : '';
  if (typeof shows !== 'object' || shows === null) return '';
  return Object.entries(shows)
    .map(([name, each]) => {
      const inner = selectionOf(each);
      return inner === '' ? name : `${name} { ${inner} }`;
    })
    .join(' ');
}
