import { describe, expect, test } from '@jest/globals';
import type { OperationDefinitionNode } from 'graphql';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { normalise } from './normalise.ts';
import { OperationCache } from './operation-cache.ts';

const schema = buildSchema(`
  scalar Any
  input Where { open: Boolean, text: String = "all", deep: Where }
  interface Named { name(upper: Boolean = false): String }
  type Note implements Named { name(upper: Boolean = false): String, score: Int, about: Kid }
  type Letter implements Named { name(upper: Boolean = false): String, score: String, about: Kid }
  union Entry = Note | Letter
  type Kid { id: ID!, name: String, entries(first: Int = 2, where: Where, any: [Where!], ids: [ID!]): [Entry], named: [Named], list(first: Int = 2, ids: [ID!]): [Int], free(any: Any): Int }
  type Query { kid(id: ID!): Kid, kids: [Kid] }
  type Mutation { act(text: String): Kid, other: Kid }
`);

function normalised(source: string, variables: Record<string, unknown> = {}, limit = 1000) {
  const document = parse(source, { noLocation: true });
  expect(validate(schema, document)).toEqual([]);
  return normalise(schema, document, getOperationAST(document) as OperationDefinitionNode, variables, limit);
}

const keyOf = (source: string, variables: Record<string, unknown> = {}) => normalised(source, variables).key;

describe('The same question in other words has the same key', () => {
  test.each([
    ['alias', '{ kid(id: 1) { a: name } }'],
    ['twice', '{ kid(id: 1) { name name b: name } again: kid(id: 1) { name } }'],
    ['value', '{ kid(id: 2) { name } }'],
    ['fragment', '{ ...F } fragment F on Query { kid(id: 1) { ... { ...G } } } fragment G on Kid { name }'],
    ['condition', '{ kid(id: 1) { name @include(if: true) id @skip(if: true) } kids @include(if: false) { id } }'],
    ['typename', '{ __typename kid(id: 1) { __typename name } }'],
  ])('%s', (_name, source) => {
    expect(keyOf(source)).toBe(keyOf('{ kid(id: 1) { name } }'));
  });

  test('variables and literals', () => {
    expect(keyOf('query ($id: ID!) { kid(id: $id) { name } }', { id: '9' })).toBe(keyOf('{ kid(id: 1) { name } }'));
  });

  test('an interface and its types', () => {
    expect(keyOf('{ kids { named { name } } }')).toBe(
      keyOf('{ kids { named { ...on Letter { name } ...on Note { name } } } }'),
    );
  });

  test('the order of arguments, fields and input fields', () => {
    const one =
      '{ kids { id entries(ids: ["1"], first: 3, where: { open: true, text: "x" }) { ...on Note { name } } } }';
    const other =
      '{ kids { entries(where: { text: "x", open: true }, first: 3, ids: ["1"]) { ...on Note { name } } id } }';
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

describe('Another question has another key', () => {
  test.each([
    ['field', '{ kid(id: 1) { id } }', '{ kid(id: 1) { name } }'],
    ['two argument sets', '{ kid(id: 1) { id } }', '{ kid(id: 1) { id } b: kid(id: 2) { id } }'],
    ['an argument said', '{ kids { entries { __typename } } }', '{ kids { entries(ids: []) { __typename } } }'],
    [
      'a default and another value',
      '{ kids { entries(first: 2) { __typename } } }',
      '{ kids { entries(first: 3) { __typename } } }',
    ],
    [
      'what a filter reads',
      '{ kids { entries(where: { open: true }) { __typename } } }',
      '{ kids { entries(where: { deep: { open: true } }) { __typename } } }',
    ],
    [
      'null for a filter',
      '{ kids { entries(where: null) { __typename } } }',
      '{ kids { entries(where: { open: true }) { __typename } } }',
    ],
    ['a type', '{ kids { named { ...on Note { name } } } }', '{ kids { named { ...on Letter { name } } } }'],
    ['kind', 'mutation { other { id } }', '{ kids { id } }'],
  ])('%s', (_name, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test('values of any form are the same in any order of their parts', () => {
    const one = 'query ($a: Any, $b: Any) { kids { x: free(any: $a) y: free(any: $b) } }';
    const same = { a: { p: 1, q: [1, 2] }, b: { q: [1, 2], p: 1 } };
    expect(keyOf(one, same)).toBe(keyOf('{ kids { free(any: 1) } }'));
    expect(keyOf(one, { ...same, b: { p: 1, q: [2, 1] } })).not.toBe(keyOf('{ kids { free(any: 1) } }'));
  });

  test('what a filter reads is read at any depth, in lists too', () => {
    const reads = (args: string) => {
      const [kids] = normalised(`{ kids { entries(${args}) { __typename } } }`).root;
      return kids?.selections?.get('Kid')?.[0]?.reads;
    };
    expect(reads('where: { deep: { deep: { open: true } } }')).toEqual(['Where.deep', 'Where.open', 'Where.text']);
    expect(reads('any: [{ open: true }, { deep: null }]')).toEqual(['Where.deep', 'Where.open', 'Where.text']);
    expect(reads('any: { open: null, text: null }')).toEqual(['Where.open', 'Where.text']);
    expect(reads('where: null')).toEqual([]);
  });

  test('a default said and unsaid is the same', () => {
    expect(keyOf('{ kids { entries(first: 2) { __typename } } }')).toBe(keyOf('{ kids { entries { __typename } } }'));
  });
});

describe('Keys', () => {
  test('shapes that differ by type have their type in the key; no alias is one', () => {
    const { root, shape } = normalised(
      '{ kids { id: entries { ...on Note { x: score } ...on Letter { y: score } } } }',
    );
    const entries = root[0]?.selections?.get('Kid')?.[0];
    expect(entries?.key).toBe('entries');
    expect([...(entries?.selections ?? [])].map(([, [field]]) => field?.key)).toEqual(['score__Letter', 'score__Note']);
    expect(shape[0]?.selections?.get('Kid')?.[0]).toMatchObject({ response: 'id', key: 'entries' });
  });

  test('argument sets are told apart by ordinals, in the order of their values', () => {
    const { root, values } = normalised('{ z: kid(id: 2) { id } a: kid(id: 1) { name } }');
    expect(root.map(({ key, args: [arg] }) => [key, values[arg?.variable ?? '']])).toEqual([
      ['kid', '1'],
      ['kid__1', '2'],
    ]);
  });

  test('acts keep their order and are not merged', () => {
    const { root, shape } = normalised('mutation { b: act(text: "1") { id } other { id } a: act(text: "1") { id } }');
    expect(root.map(({ key }) => key)).toEqual(['act', 'other', 'act__1']);
    expect(shape.map(({ response, key }) => [response, key])).toEqual([
      ['b', 'act'],
      ['other', 'other'],
      ['a', 'act__1'],
    ]);
  });

  test('more fields than the limit are refused, counted as they multiply', () => {
    expect(() => normalised('{ kids { named { name } } }', {}, 4)).not.toThrow();
    expect(() => normalised('{ kids { named { name } } }', {}, 3)).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });

  test('a value that cannot be read is refused without saying it', () => {
    const document = parse(
      'query ($text: String) { kids { entries(where: { text: $text }, first: $text) { __typename } } }',
    );
    const act = () =>
      normalise(schema, document, getOperationAST(document) as OperationDefinitionNode, { text: 'secret' }, 99);
    expect(() => act()).not.toThrow(/secret/);
  });
});

describe('What is remembered of a document', () => {
  /** Asks the same document with each of these variables: what is remembered answers as a reading afresh does. */
  function agree(source: string, ...each: Record<string, unknown>[]): void {
    const document = parse(source, { noLocation: true });
    expect(validate(schema, document)).toEqual([]);
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const cache = new OperationCache(schema, 1000, new Set());
    for (const variables of [...each, ...each]) {
      const { values, key, shape } = cache.normalise(document, operation, variables);
      const fresh = normalise(schema, document, operation, variables, 1000);
      expect({ values, key, shape }).toEqual({ values: fresh.values, key: fresh.key, shape: fresh.shape });
    }
  }

  test.each<[string, string, Record<string, unknown>[]]>([
    ['values', 'query ($id: ID!) { kid(id: $id) { name } }', [{ id: '1' }, { id: '2' }]],
    [
      'conditions',
      'query ($a: Boolean!, $b: Boolean!) { kids { id @include(if: $a) name @skip(if: $b) } }',
      [
        { a: true, b: true },
        { a: false, b: true },
        { a: true, b: false },
      ],
    ],
    [
      'a condition in a fragment',
      'query ($a: Boolean!) { kids { ...F } } fragment F on Kid { id name @include(if: $a) }',
      [{ a: true }, { a: false }],
    ],
    [
      'absent arguments',
      'query ($first: Int, $ids: [ID!]) { kids { list(first: $first, ids: $ids) } }',
      [{}, { first: 3 }, { ids: ['1'] }, { first: 2 }, { first: null }, { ids: null }],
    ],
    [
      'the default said',
      'query ($first: Int) { kids { list(first: $first) } }',
      [{ first: 2 }, { first: 3 }, {}, { first: null }],
    ],
    [
      'two that may be one',
      'query ($a: ID!, $b: ID!) { x: kid(id: $a) { id } y: kid(id: $b) { name } }',
      [
        { a: '1', b: '1' },
        { a: '1', b: '2' },
        { a: '2', b: '1' },
      ],
    ],
    [
      'two types that may ask one',
      'query ($a: Boolean, $b: Boolean) { kids { named { ...on Note { name(upper: $a) } ...on Letter { name(upper: $b) } } } }',
      [{ a: true, b: true }, { a: true, b: false }, {}],
    ],
    [
      'what a filter reads',
      'query ($where: Where) { kids { entries(where: $where) { __typename } } }',
      [{ where: { open: true, text: 'all' } }, { where: { deep: { open: true } } }, { where: null }, {}],
    ],
    [
      'an argument that comes later',
      'query ($ids: [ID!]) { kids { list(ids: $ids) } }',
      [{}, { ids: ['1'] }, { ids: null }],
    ],
    [
      'an argument that comes later with a default',
      'query ($first: Int) { kids { list(first: $first) } }',
      [{}, { first: 3 }, { first: 2 }],
    ],
    [
      'a filter that comes later',
      'query ($where: Where) { kids { entries(where: $where) { __typename } } }',
      [{}, { where: { open: true } }],
    ],
    [
      'a variable in a filter',
      'query ($open: Boolean) { kids { entries(where: { open: $open }) { __typename } } }',
      [{ open: true }, {}, { open: null }],
    ],
    [
      'a variable in a list',
      'query ($id: ID!) { kids { entries(ids: [$id, "7"]) { __typename } } }',
      [{ id: '1' }, { id: '2' }],
    ],
    ['literals', '{ kid(id: "1") { entries(first: 3) { __typename } } }', [{}]],
  ])('%s', (_name, source, each) => agree(source, ...each));

  test('holds no value of a request', () => {
    const document = parse('query ($id: ID!) { kid(id: $id) { name } }', { noLocation: true });
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const cache = new OperationCache(schema, 1000, new Set());
    cache.normalise(document, operation, { id: 'one' });
    const { lifted, root, shape } = cache.normalise(document, operation, { id: 'two' });
    expect(JSON.stringify([lifted, root.map(({ args }) => args), shape.map(({ key }) => key)])).not.toMatch(/one|two/);
  });
});
