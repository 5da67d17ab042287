import { describe, expect, test } from '@jest/globals';
import type { CutField } from '../stages/fetch-plan.ts';
import type { Graph } from '../stages/graph.ts';
import { placeErrors } from './place-errors.ts';
import { Failed } from './record.ts';

const code = 'AGENCY_UNAVAILABLE';
const failed = new Failed(code);
const graph = { isOf: (type: string, of: string) => type === of } as Partial<Graph> as Graph;

function field(alias: string, selections?: readonly CutField[]): CutField {
  const reads = { type: 'Thing' } as Partial<CutField['reads']> as CutField['reads'];
  return { kind: 'field', name: alias, alias, key: alias, role: 'selected', reads, selections } as CutField;
}

const asked = [field('b', [field('c')]), field('c')];
const roots: Record<string, readonly CutField[] | undefined> = { a: asked, list: [], text: undefined };
const rootAt = (key: string) => (Object.hasOwn(roots, key) ? { selections: roots[key], type: 'Thing' } : undefined);
const place = (reply: Record<string, unknown>, ...paths: ((string | number)[] | undefined)[]) =>
  placeErrors(
    graph,
    reply,
    paths.map((path) => (path ? { code, path } : { code })),
    rootAt,
  );

describe('Errors are put where they lie', () => {
  test.each<[string, (string | number)[], Record<string, unknown>, Record<string, unknown>]>([
    ['a null', ['a', 0, 'b'], { a: [{ b: null, c: 1 }] }, { a: [{ b: failed, c: 1 }] }],
    ['the null that an error below it left', ['a', 0, 'b', 'c'], { a: [null, 1] }, { a: [failed, 1] }],
    ['a value that came all the same', ['a'], { a: 'LIE' }, { a: failed }],
    ['a root field that left no data', ['a', 'b'], {}, { a: failed }],
  ])('%s', (_name, path, reply, expected) => {
    expect(place(reply, path)).toBe(true);
    expect(reply).toEqual(expected);
  });

  test.each<[string, (string | number)[] | undefined]>([
    ['no path', undefined],
    ['an empty path', []],
    ['a root field that was not asked for', ['_entities']],
    ['what lies below one', ['_entities', 0, 'b']],
    ['a field that was not asked for, though it came', ['a', 'unasked']],
    ['a field that is not there', ['a', 'z']],
    ['a field that was asked for and did not come', ['a', 'c']],
    ['an item that is not there', ['list', 7]],
    ['behind a value', ['text', 'length']],
    ['a name in a list', ['list', 'length']],
    ['a number in an object', ['a', 0]],
    ['an inherited name', ['a', 'toString']],
    ['a prototype', ['__proto__', 'x']],
  ])('%s has no place', (_name, path) => {
    const reply = { a: { b: 1, unasked: null }, list: [1, 2], text: 'x', _entities: null };
    expect(place(reply, path)).toBe(false);
    expect(reply.list).toHaveLength(2);
  });

  test('several errors, one below another', () => {
    const reply = { a: [null, { b: null }] };
    expect(place(reply, ['a', 0, 'b'], ['a', 0, 'c'], ['a', 1, 'b'])).toBe(true);
    expect(reply).toEqual({ a: [failed, { b: failed }] });
    expect(place(reply, ['a', 5], ['a', 0])).toBe(false);
  });
});
