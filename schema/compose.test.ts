import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { checkSupergraph } from './check-supergraph.ts';
import { compose, type Subgraph } from './compose.ts';
import { labelDirectives } from './label-directives.ts';
import { readLabels } from './read-labels.ts';
import { asWritten, child, withHead } from '../test/schema/rule-harness.ts';
import { sound } from '../test/schema/refused-graphs.ts';

function composed(subgraphs: readonly Subgraph[]): string {
  const result = compose(subgraphs, vocabulary);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.supergraphSdl;
}
const problems = (subgraphs: readonly Subgraph[]) => {
  const result = compose(subgraphs, vocabulary);
  return 'problems' in result ? result.problems : [];
};

describe('compose', () => {
  it('gives the same bytes for the same subgraphs, in whatever order', () => {
    const subgraphs = withHead(sound);
    expect(composed([...subgraphs].reverse())).toBe(composed(subgraphs));
  });

  it('leaves nothing for the supergraph check to find', () => {
    expect(checkSupergraph(composed(withHead(sound)), vocabulary)).toEqual([]);
  });

  it('tells every problem of every agency at once, by rule and place', () => {
    const found = problems(
      withHead({ a: 'type Query { a: Int }', b: 'type Query {\n  b: Int! @label(is: ["police.dream"]) @open\n}' }),
    );
    expect(found.map(({ rule, subgraph, line, column }) => `${rule} ${subgraph} ${line}:${column}`)).toEqual([
      'everything-is-labelled a 1:14',
      'never-labelled-and-open b 2:3',
      'categories-are-known b 2:11',
      'the-withheld-is-null b 2:3',
      'labels-can-be-answered b 2:3',
    ]);
    for (const { fix } of found) expect(fix).toMatch(/\.$/);
  });

  it('tells the same of the same subgraphs, in whatever order', () => {
    const wrong = withHead({ a: 'type Query { a: Int }', b: 'type Query { b: Int }' });
    expect(problems([...wrong].reverse())).toEqual(problems(wrong));
  });

  it('points at a syntax error', () => {
    expect(problems([{ name: 'police', sdl: 'type Query {\n  a: ]\n}' }])).toEqual([
      {
        rule: 'syntax',
        subgraph: 'police',
        line: 2,
        column: 6,
        message: 'Syntax Error: Expected Name, found "]".',
        fix: 'Correct the syntax.',
      },
    ]);
  });

  it('keeps the urls it is given, and sends nobody anywhere where it is given none', () => {
    const sdl = `type Query { a: Int @open }\n${labelDirectives}`;
    expect(composed([{ name: 'police', sdl, url: 'https://police.example/graphql' }])).toContain(
      '"https://police.example/graphql"',
    );
    expect(composed([{ name: 'police', sdl }])).toContain('"http://police.agency.invalid/graphql"');
  });

  it('composes labels that an agency has renamed, or not imported, as if it had not', () => {
    const renamed = labelDirectives
      .replace('"@label"', '{ name: "@label", as: "@classified" }')
      .replace('"@open"', '{ name: "@open", as: "@free" }')
      .replace('name: "@label")', 'name: "@classified")')
      .replace('name: "@open")', 'name: "@free")')
      .replace('directive @label', 'directive @classified')
      .replace('directive @open', 'directive @free');
    const prefixed = renamed
      .replace('{ name: "@label", as: "@classified" }, ', '')
      .replaceAll('@classified', '@labels__label');
    for (const [head, name] of [
      [renamed, 'classified'],
      [prefixed, 'labels__label'],
    ] as const) {
      const identity = `${sound.identity.replaceAll('@label', `@${name}`).replaceAll('@open', '@free')}\n${head}`;
      const subgraphs = [...asWritten({ identity }), ...withHead({ police: sound.police, education: sound.education })];
      expect(composed(subgraphs)).toBe(composed(withHead(sound)));
    }
  });

  it('reads federation under other names too', () => {
    const head = labelDirectives.replace('"@key"', '{ name: "@key", as: "@identified" }');
    const police = `type Query { cars: [Car!] @open } type Car @identified(fields: "plate") { plate: String! @open }\n${head}`;
    expect(problems(asWritten({ police })).map(({ rule }) => rule)).toEqual(['keys-are-network-ids']);
  });
});

/** The cases of Apollo's own tests of access directives, for labels. What is about one rule alone is in that rule's test. */
describe('labels survive composing', () => {
  const FULL = (...is: string[]) => ({ FULL: is, SUMMARY: [] });
  const labels = (bodies: Record<string, string>) => readLabels(composed(withHead(bodies)), vocabulary);

  it('through @requires, with auth on the field, the type or both', () => {
    const read = labels(sound);
    expect(read.fields.get('Child.expectedGrade')?.requirement).toEqual(
      FULL('identity.birth-date', 'education.enrolment'),
    );
    expect(read.fields.get('Child.birthYear')?.requirement).toEqual({ FULL: [], SUMMARY: ['identity.birth-date'] });
  });

  it('on shared and overridden fields', () => {
    const shared = '@label(is: ["identity.name"])';
    const query = 'type Query { child: Child @open @shareable }';
    const read = labels({
      a: `${query} ${child} name: String @shareable ${shared} alias: String ${shared} }`,
      b: `${query} ${child} name: String @shareable ${shared} alias: String @override(from: "a") ${shared} }`,
    });
    expect(read.fields.get('Child.name')?.requirement).toEqual(FULL('identity.name'));
    expect(read.fields.get('Child.alias')?.requirement).toEqual(FULL('identity.name'));
  });

  it('from an @interfaceObject to the interface and to all that implement it', () => {
    const read = labels({
      a: `type Query { notes: [Note!] @open }
interface Note @key(fields: "id") { id: NetworkId! extra: String }
type A implements Note @key(fields: "id") { id: NetworkId! @open extra: String @label(is: ["identity.name"]) }
type B implements Note @key(fields: "id") { id: NetworkId! @open extra: String @open }`,
      b: `type Note @interfaceObject @key(fields: "id") { id: NetworkId! @open
  secret(of: Int @label(is: ["identity.custody"])): String @label(is: ["identity.contact"]) }`,
    });
    for (const type of ['Note', 'A', 'B']) {
      expect(read.fields.get(`${type}.secret`)).toEqual({
        requirement: FULL('identity.contact'),
        args: new Map([['of', { requirement: FULL('identity.custody'), page: false }]]),
      });
    }
    expect(read.fields.get('Note.extra')?.requirement).toEqual(FULL('identity.name'));
    expect(read.fields.get('A.extra')?.requirement).toEqual(FULL('identity.name'));
    expect(read.fields.get('B.extra')?.requirement).toEqual(FULL());
  });

  it('from an @interfaceObject that shares a field with an implementation', () => {
    const secret = 'secret: String @shareable @label(is: ["identity.contact"])';
    const read = labels({
      a: `type Query { notes: [Note!] @open }
interface Note @key(fields: "id") { id: NetworkId! }
type A implements Note @key(fields: "id") { id: NetworkId! @open }
type B implements Note @key(fields: "id") { id: NetworkId! @open }`,
      b: `type Note @interfaceObject @key(fields: "id") { id: NetworkId! @open ${secret} }`,
      c: `type A @key(fields: "id") { id: NetworkId! @open ${secret} }`,
    });
    for (const type of ['Note', 'A', 'B'])
      expect(read.fields.get(`${type}.secret`)?.requirement).toEqual(FULL('identity.contact'));
  });

  it('with @provides, where the copy says what the original says', () => {
    const person = (name: string) => `type Person @key(fields: "id") { id: NetworkId! @open name: String ${name} }`;
    const graph = (copy: string) => ({
      a: `type Query { a: Person @open } ${person('@label(is: ["identity.name"]) @shareable')}`,
      b: `type Query { b: Person @open @provides(fields: "name") } ${person(`@external ${copy}`)}`,
    });
    expect(labels(graph('@label(is: ["identity.name"])')).fields.get('Person.name')?.requirement).toEqual(
      FULL('identity.name'),
    );
    expect(problems(withHead(graph('@open'))).map(({ rule }) => rule)).toEqual(['the-same-labels-everywhere']);
    expect(problems(withHead(graph(''))).map(({ rule }) => rule)).toEqual([
      'everything-is-labelled',
      'the-same-labels-everywhere',
    ]);
  });
});

describe('Schemas that break the joining off', () => {
  it.each([
    ['a query root by a mutation’s name', `schema { query: Mutation } type Mutation { f: Int @open } ${child} }`],
    ['one type for two roots', `schema { query: Q mutation: Q } type Q { f: Int @open } ${child} }`],
    ['a type by a name of the supergraph’s own', `type join__Graph { u: Int @open } ${child} a: join__Graph @open }`],
  ])('are refused with the reason: %s', (_name, police) => {
    const identity = `type Query { child(id: NetworkId! @open): Child @open } ${child} }`;
    const result = compose(withHead({ identity, police }), vocabulary);
    expect('problems' in result && result.problems).toMatchObject([{ rule: 'composition' }]);
  });
});
