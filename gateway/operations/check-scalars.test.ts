import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { buildSchema, GraphQLNonNull, GraphQLList, type GraphQLInputType } from 'graphql';
import { checkScalars } from './check-scalars.ts';

const schema = buildSchema(`
  scalar NetworkId scalar Category scalar Purpose scalar Date scalar DateTime
  input Inner { on: Date }
  input Outer { child: NetworkId! inner: [Inner!] text: String }
  type Query { a(outer: Outer): String }
`);
const type = (name: string): GraphQLInputType => schema.getType(name) as GraphQLInputType;
const code = (of: GraphQLInputType, value: unknown): string => {
  try {
    checkScalars(vocabulary, of, value);
    return 'fits';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
};
const id = 'q5rj2mzkd7w3xhcybn6tfgo4ea';

describe('a scalar of the network', () => {
  it.each([
    ['NetworkId', [id], ['', 'x', id.toUpperCase(), `${id}a`, 7, {}], 'BAD_ID'],
    ['Category', ['education', 'education.grade', 'x'], ['*', 'A', 'a b', '', 7], 'BAD_REQUEST'],
    ['Purpose', ['treatment'], ['*', 'treatment, emergency'], 'BAD_REQUEST'],
    ['Date', ['2024-02-29'], ['2023-02-29', '2024-2-1', '2024-02-29T00:00:00Z', 'today', 20240229], 'BAD_REQUEST'],
    [
      'DateTime',
      ['2024-02-29T12:00:00Z', '2024-02-29T12:00-05:00'],
      ['2024-02-29', '2024-02-29T12:00:00', '2024-13-01T12:00:00Z', '2099-02-30T12:00:00Z', '2024-02-29T25:00:00Z'],
      'BAD_REQUEST',
    ],
  ])('%s takes what is one and nothing else', (name, good, bad, refusal) => {
    for (const value of good) expect([value, code(type(name), value)]).toEqual([value, 'fits']);
    for (const value of bad) expect([value, code(type(name), value)]).toEqual([value, refusal]);
    expect(code(type(name), null)).toBe('fits');
  });

  it('is found wherever it lies: in lists, in inputs, in inputs in inputs', () => {
    expect(code(new GraphQLNonNull(new GraphQLList(type('NetworkId'))), [id, 'x'])).toBe('BAD_ID');
    expect(code(type('Outer'), { child: id, inner: [{ on: '2024-01-01' }], text: '*' })).toBe('fits');
    expect(code(type('Outer'), { child: 'x', inner: [] })).toBe('BAD_ID');
    expect(code(type('Outer'), { child: id, inner: [{ on: '2024-01-01' }, { on: 'soon' }] })).toBe('BAD_REQUEST');
  });
});
