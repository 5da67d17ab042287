import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { buildSchema, parse, validate, type OperationDefinitionNode } from 'graphql';
import type { SafeError } from '../format-error.ts';
import { formatError } from '../format-error.ts';
import { openInputReader } from './read-input.ts';
import { WrongInput } from './wrong-input.ts';

const apiSchema = buildSchema(`
  scalar NetworkId scalar Category scalar Purpose scalar Date scalar DateTime scalar Sealed
  enum Level { FULL SUMMARY }
  input Inner { on: Date level: Level }
  input Outer { child: NetworkId! inner: [Inner!] text: String from: DateTime to: DateTime recordsFrom: Date recordsTo: Date }
  type Page { id: ID }
  type Query {
    id(of: NetworkId): ID category(of: Category): ID purpose(of: Purpose): ID day(of: Date) : ID instant(of: DateTime): ID
    text(of: String): ID whole(of: Int): ID float(of: Float): ID flag(of: Boolean! = true): ID key(of: ID): ID sealed(of: Sealed): ID
    outer(of: Outer): ID list(of: [NetworkId!]!): ID pages(first: Int, count: Int, after: String): [Page]
    span(from: Date, to: Date): ID
  }
`);
const read = openInputReader({ apiSchema, vocabulary, isPage: (_coordinate, argument) => argument === 'count' });
const id = 'q5rj2mzkd7w3xhcybn6tfgo4ea';

/** The errors that a client is told of, one for each input that does not fit. */
function told(source: string, variables: Record<string, unknown> = {}, introspection = true): readonly SafeError[] {
  const document = parse(source);
  expect(validate(apiSchema, document)).toEqual([]);
  try {
    read(document, document.definitions[0] as OperationDefinitionNode, variables);
    return [];
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    return error.faults.map((fault) => formatError(fault, introspection));
  }
}
const reasons = (source: string, variables?: Record<string, unknown>) =>
  told(source, variables).map(({ extensions }) => extensions['reason']);
const places = (source: string, variables?: Record<string, unknown>, introspection?: boolean) =>
  told(source, variables, introspection).map(({ extensions }) => [extensions['in'], extensions['path']]);

describe('a scalar', () => {
  it.each<[string, string, unknown[], unknown[]]>([
    ['NetworkId', 'id', [id], ['', 'x', id.toUpperCase(), `${id}a`, `${id.slice(1)}\0`, 7, {}]],
    ['Category', 'category', ['education', 'identity.name'], ['x', '*', 'Education', 'education.', 'toString', '', 7]],
    ['Purpose', 'purpose', ['treatment'], ['*', 'treatment, emergency', 'spying', 'constructor']],
    [
      'Date',
      'day',
      ['2024-02-29', '1800-01-01', '9999-12-31'],
      [
        '2023-02-29',
        '2024-2-1',
        '2024-02-29T00:00:00Z',
        'today',
        '0000-01-01',
        '1799-12-31',
        '-000001-01-01',
        20240229,
      ],
    ],
    [
      'DateTime',
      'instant',
      ['2024-02-29T12:00:00Z', '2024-02-29T12:00-05:00', '2024-02-29T12:00:00.123456Z'],
      [
        '2024-02-29',
        '2024-02-29T12:00:00',
        '2024-13-01T12:00:00Z',
        '2099-02-30T12:00:00Z',
        '2024-02-29T25:00:00Z',
      ].concat([
        '9999-12-31T23:59:00-12:00',
        '2024-02-29T12:00:00+99:00',
        '0000-01-01T00:00:00Z',
        '+275760-09-13T00:00:00Z',
      ]),
    ],
    ['String', 'text', ['', 'naïve', '\u{1f642}'], ['a\0', '\ud800', '\udc00\ud800', 7, [['a']], {}]],
    ['ID', 'key', ['a', 7], ['\0', 1.5, true, '\udfff']],
    ['Int', 'whole', [0, -(2 ** 31), 2 ** 31 - 1], [2 ** 31, -(2 ** 31) - 1, 1.5, '1', 1e300]],
    ['Float', 'float', [0, 1.5], ['1', {}]],
    ['Boolean', 'flag', [true], [0, 'true']],
    ['Sealed', 'sealed', [{ any: ['thing'] }], [{ any: ['\0'] }, { '\ud800': 1 }]],
  ])('%s takes what is one and nothing else', (type, field, good, bad) => {
    const source = `query($of: ${type}) { ${field}(of: $of) }`.replace('$of: Boolean', '$of: Boolean!');
    for (const of of good) expect([of, told(source, { of })]).toEqual([of, []]);
    for (const of of bad) {
      const errors = told(source, { of });
      expect([of, errors.length, errors[0]?.extensions['in'], errors[0]?.extensions['path']]).toEqual([
        of,
        1,
        'variable',
        ['of'],
      ]);
      expect(errors[0]?.extensions['expected']).toEqual(expect.stringMatching(/\w{3}/));
    }
    if (type !== 'Boolean') expect(told(source, { of: null })).toEqual([]);
  });

  it('is the same in the document, as a default and inside an input', () => {
    expect(places('{ a: day(of: "2018-8-1") text(of: "\\u0000") }')).toEqual([
      ['argument', ['a', 'of']],
      ['argument', ['text', 'of']],
    ]);
    expect(places('query($day: Date = "soon") { day(of: $day) }')).toEqual([['variable', ['day']]]);
    expect(places(`{ outer(of: { child: "${id}", inner: [{ on: "2024-01-01" }, { on: "soon" }] }) }`)).toEqual([
      ['argument', ['outer', 'of', 'inner', 1, 'on']],
    ]);
    expect(places('query($on: Date) { outer(of: { child: "x", inner: { on: $on } }) }', { on: '2024-01-01' })).toEqual([
      ['argument', ['outer', 'of', 'child']],
    ]);
    expect(places('{ pages { id } ...F } fragment F on Query { pages { id } day(of: "x") }')).toEqual([
      ['argument', ['day', 'of']],
    ]);
  });
});

describe('an input that does not fit', () => {
  const outer = 'query($input: Outer!) { outer(of: $input) }';

  it('is named by its path, each of them, with its reason', () => {
    const input = { child: 'x', childs: 1, inner: [{ on: '2024-02-01', level: 'HALF' }, 7], text: '\ud800' };
    expect(places(outer, { input }).map(([, path]) => path)).toEqual([
      ['input', 'childs'],
      ['input', 'child'],
      ['input', 'inner', 0, 'level'],
      ['input', 'inner', 1],
      ['input', 'text'],
    ]);
    expect(reasons(outer, { input })).toEqual([
      'UNKNOWN_FIELD',
      'MALFORMED',
      'UNKNOWN_CODE',
      'WRONG_TYPE',
      'UNREADABLE_TEXT',
    ]);
  });

  it('is named by what the client wrote, and by the schema only where it may be read', () => {
    expect(told(outer, {})[0]?.extensions).toMatchObject({ reason: 'MISSING', path: ['input'] });
    expect(told(outer, { input: {} })[0]?.extensions).toMatchObject({ reason: 'MISSING', path: ['input', 'child'] });
    expect(told(outer, { input: {} }, false)[0]?.extensions).toMatchObject({ reason: 'MISSING', path: ['input'] });
    const level = { input: { child: id, inner: { level: 'HALF' } } };
    expect(told(outer, level)[0]?.extensions['expected']).toBe('one of FULL, SUMMARY');
    expect(JSON.stringify(told(outer, level, false))).not.toContain('SUMMARY');
    expect(places(outer, { input: { child: id, 'Amira Tremblay': 1 } })).toEqual([['variable', ['input']]]);
  });

  it('never has its value told, however it is wrong', () => {
    const canary = 'Amira Tremblay';
    const input = { child: canary, inner: [{ on: canary, level: canary }], text: `${canary}\0`, from: canary };
    expect(JSON.stringify(told(outer, { input }))).not.toContain('Amira');
  });

  it('may be a null that only the variable’s own type allows', () => {
    expect(places('query($of: Boolean = true) { flag(of: $of) }', { of: null })).toEqual([['variable', ['of']]]);
    expect(told('query($of: Boolean = true) { flag(of: $of) }')).toEqual([]);
  });

  it('may be a null where a condition is read, on a field, a fragment or a spread', () => {
    for (const shown of ['text @include(if: $if)', '... @skip(if: $if) { text }', '...F @include(if: $if)']) {
      const source = `query($if: Boolean = true) { day ${shown} } fragment F on Query { text }`;
      expect([shown, places(source.replace(shown.includes('...F') ? '' : / fragment.*/, ''), { if: null })]).toEqual([
        shown,
        [['variable', ['if']]],
      ]);
    }
    expect(told('query($if: Boolean = true) { day @include(if: $if) }')).toEqual([]);
  });

  it('is a page of fewer than none, or of more than any list has, said or in a variable', () => {
    const source = 'query($n: Int) { pages(first: $n, count: 1) { id } }';
    for (const n of [-1, 10_001, -(2 ** 31)]) expect([n, reasons(source, { n })]).toEqual([n, ['OUT_OF_RANGE']]);
    for (const n of [0, 1, 10_000, null]) expect([n, reasons(source, { n })]).toEqual([n, []]);
    expect(places('{ pages(count: -1) { id } }')).toEqual([['argument', ['pages', 'count']]]);
    expect(told('{ whole(of: -1) }')).toEqual([]);
  });

  it('is told once, however often a variable is used', () => {
    const source = 'query($n: Int) { pages(first: $n) { id } again: pages(first: $n) { id } }';
    expect(reasons(source, { n: -1 })).toEqual(['OUT_OF_RANGE']);
  });

  it('is a span that ends before it begins, among arguments or in an input', () => {
    expect(places('{ span(from: "2024-02-02", to: "2024-02-01") }')).toEqual([['argument', ['span', 'to']]]);
    expect(
      places('query($a: Date, $b: Date) { span(from: $a, to: $b) }', { a: '2024-02-02', b: '2024-02-01' }),
    ).toEqual([['variable', ['b']]]);
    expect(told('{ span(from: "2024-02-01", to: "2024-02-01") }')).toEqual([]);
    const input = {
      child: id,
      from: '2024-02-01T00:00:00Z',
      to: '2024-02-01T01:00:00+02:00',
      recordsFrom: '2024-01-01',
      recordsTo: '2023-01-01',
    };
    expect(places(outer, { input })).toEqual([
      ['variable', ['input', 'to']],
      ['variable', ['input', 'recordsTo']],
    ]);
  });

  it('is looked for only in the operation that runs', () => {
    const document = parse('query A { text(of: "a") } query B($d: Int) { day(of: "soon") pages(first: $d) { id } }');
    expect(() => read(document, document.definitions[0] as OperationDefinitionNode, { d: -1 })).not.toThrow();
    expect(() => read(document, document.definitions[1] as OperationDefinitionNode, { d: -1 })).toThrow(WrongInput);
  });
});
