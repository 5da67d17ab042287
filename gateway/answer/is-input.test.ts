import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { isInput } from './is-input.ts';

const schema = buildSchema(`
  type Query { find(id: ID!, input: Filter!, all: [[Filter!]!]): Int }
  input Filter { name: String!, each: [Filter!], code: Int = 1 }
`);

it.each([
  [true, ['id']],
  [true, ['input']],
  [true, ['input', 'name']],
  [true, ['input', 'each', 0, 'each', 12, 'code']],
  [true, ['all', 0, 1, 'name']],
  [false, []],
  [false, ['secret']],
  [false, ['id', 'secret']],
  [false, ['id', 0]],
  [false, ['input', 0]],
  [false, ['input', 'secret']],
  [false, ['input', 'toString']],
  [false, ['input', 'each', 'name']],
  // A number that is no place of a list could be a value: a birth date, a score.
  [false, ['input', 'each', 20130412, 'name']],
  [false, ['input', 'each', 1.5, 'name']],
  [false, ['input', 'each', -1, 'name']],
  [false, ['input', 'name', 'secret']],
])('%s: an input lies at %j', (expected, way) => {
  expect(isInput(schema, 'Query.find', way)).toBe(expected);
  for (const other of ['Query.other', 'Mutation.find', 'Filter.name', ''])
    expect(isInput(schema, other, way)).toBe(false);
});
