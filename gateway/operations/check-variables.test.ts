import { expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { TrellisError } from '../errors.ts';
import { checkVariables } from './check-variables.ts';
import { edgeLimits } from './edge-limits.ts';

const limits = edgeLimits(vocabulary.limits);
const list = (length: number) => Array.from({ length }, (_, n) => n);
const deep = (levels: number): Record<string, unknown> =>
  JSON.parse(`${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`) as Record<string, unknown>;

it('passes ordinary variables', () => {
  checkVariables({ ids: list(100), input: { except: [{ except: [{ categories: ['a'] }] }] }, none: null }, limits);
});

it.each<[string, Record<string, unknown>, object]>([
  ['a list of 101', { ids: list(101) }, { limit: 'listArguments', allowed: 100 }],
  ['a list of 101 inside', { input: { a: [{ b: list(101) }] } }, { limit: 'listArguments' }],
  ['nesting', deep(9), { limit: 'variablesDepth', allowed: 16 }],
  ['nesting of 40,000', deep(20_000), { limit: 'variablesDepth' }],
  ['many values', { a: list(100).map(() => list(100)) }, { limit: 'variablesSize', allowed: 5_000 }],
  ['__proto__', JSON.parse('{"a":{"__proto__":{}}}') as Record<string, unknown>, { reason: 'VARIABLES' }],
  ['constructor', { constructor: 1 }, { reason: 'VARIABLES' }],
])('refuses %s', (_name, variables, expected) => {
  let refused: unknown;
  try {
    checkVariables(variables, limits);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(TrellisError);
  expect((refused as TrellisError).details).toMatchObject(expected);
});
