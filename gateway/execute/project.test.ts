import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import type { GraphQLOutputType } from 'graphql';
import { buildSchema, isObjectType } from 'graphql';
import type { CutNode } from '../stages/fetch-plan.ts';
import type { Graph } from '../stages/graph.ts';
import { readsOf } from '../stages/reads-of.ts';
import { Malformed, project, projectAbsent } from './project.ts';
import type { Data } from './record.ts';
import { Failed, emptyData } from './record.ts';

const schema = buildSchema(`
  scalar NetworkId scalar Anything enum Colour { RED BLUE }
  type Thing { int: Int float: Float text: String yes: Boolean id: ID kid: NetworkId any: Anything colour: Colour
    texts: [String!] must: String! grid: [[Int]] part: Part parts: [Part!] records: [Record] record: Record entry: Entry }
  type Part { a: Int b: Int! } type Record { id: ID } type Other { id: ID } union Entry = Record | Other
  type Query { thing: Thing }
`);
const graph = {
  schema,
  vocabulary,
  isOf: (type: string, of: string) => type === of || (of === 'Entry' && ['Record', 'Other'].includes(type)),
  returnsRecords: (name: string): boolean => name === 'Record',
} as Partial<Graph> as Graph;

function field(parent: string, name: string, more: Partial<Extract<CutNode, { kind: 'field' }>> = {}): CutNode {
  const type = schema.getType(parent);
  const found = isObjectType(type) ? type.getFields()[name] : undefined;
  const returned = found?.type as GraphQLOutputType;
  return {
    kind: 'field',
    name,
    coordinate: `${parent}.${name}`,
    alias: name,
    key: name,
    args: '',
    variables: [],
    type: returned,
    reads: readsOf(graph, more.type ?? returned, (more.role ?? 'selected') === 'selected'),
    need: 0,
    role: 'selected',
    reach: [],
    namesType: false,
    neededBy: [],
    selections: undefined,
    ...more,
  };
}

const reported: string[] = [];
const report = (reason: string, coordinate: string): void => void reported.push(`${coordinate} ${reason}`);

function projected(selections: readonly CutNode[], reply: Data, target: Data = emptyData()): Data {
  project({ graph, report }, selections, reply, 'Thing', target);
  return target;
}

describe('Projection', () => {
  test.each<[string, unknown, boolean]>([
    ['int', 1, true],
    ['int', -(2 ** 31) + 1, true],
    ['int', 2 ** 31, false],
    ['int', 1.5, false],
    ['int', '1', false],
    ['int', true, false],
    ['float', 1.5, true],
    ['float', 1, true],
    ['float', Number.NaN, false],
    ['float', '1', false],
    ['text', 'x', true],
    ['text', 1, false],
    ['yes', true, true],
    ['yes', 'true', false],
    ['yes', 0, false],
    ['id', 'x', true],
    ['id', 7, true],
    ['id', 7.5, false],
    ['id', {}, false],
    ['kid', 'abcd'.padEnd(26, 'a'), true],
    ['kid', 'abcd', false],
    ['kid', 7, false],
    ['any', { x: 1 }, true],
    ['colour', 'RED', true],
    ['colour', 'GREEN', false],
    ['colour', 0, false],
    ['texts', ['x'], true],
    ['texts', [], true],
    ['texts', 'x', false],
    ['texts', [null], false],
    ['texts', [1], false],
    ['must', 'x', true],
    ['must', null, false],
    ['grid', [[1], null, [null]], true],
    ['grid', [1], false],
    ['int', null, true],
  ])('%s: %j', (name, value, fits) => {
    const act = () => projected([field('Thing', name)], { [name]: value });
    if (fits) expect(act()[name]).toEqual(value);
    else expect(act).toThrow(Malformed);
  });

  test('takes what was asked, under its own key, and nothing else', () => {
    const asked = [field('Thing', 'int', { alias: 'int__alias_0', key: 'int__Thing' })];
    expect(projected(asked, { int__alias_0: 1, int: 2, text: 'no' })).toEqual({ int__Thing: 1 });
  });

  test('what is missing is malformed, and the target is left as it was', () => {
    const target: Data = { text: 'kept' };
    expect(() => projected([field('Thing', 'int'), field('Thing', 'text')], { int: 1 }, target)).toThrow(Malformed);
    expect(target).toEqual({ text: 'kept' });
  });

  test('what is missing is missing, though anything would do', () => {
    expect(() => projected([field('Thing', 'any')], {})).toThrow(Malformed);
    expect(projected([field('Thing', 'any')], { any: null })).toEqual({ any: null });
  });

  test('fragments of other types are left out', () => {
    const fragments: CutNode[] = [
      { kind: 'fragment', type: 'Other', selections: [field('Thing', 'text')] },
      { kind: 'fragment', type: 'Thing', selections: [field('Thing', 'int')] },
    ];
    expect(projected(fragments, { int: 1, text: 'no' })).toEqual({ int: 1 });
  });

  describe('An object of a reply', () => {
    const of = (...names: string[]) => [
      field('Thing', 'part', { selections: names.map((name) => field('Part', name)) }),
    ];
    const typename = field('Part', 'a', {
      name: '__typename',
      alias: '__typename',
      key: '__typename',
      role: 'typename',
    });

    test('that is exactly what was asked is kept as it is', () => {
      const part = { a: 1, b: 2 };
      expect(projected(of('a', 'b'), { part })['part']).toBe(part);
    });

    test('that has more, or says its type unasked, is copied without', () => {
      for (const part of [
        { a: 1, b: 2 },
        { a: 1, __typename: 'Part' },
      ]) {
        expect(projected(of('a'), { part })).toEqual({ part: { __typename: 'Part', a: 1 } });
      }
    });

    test('that has something else in the place of what was asked is refused, or loses it', () => {
      expect(() => projected(of('a'), { part: { b: 2 } })).toThrow(Malformed);
      const asked = [field('Thing', 'part', { selections: [typename, field('Part', 'a')] })];
      expect(projected(asked, { part: { a: 1, b: 2 } })).toEqual({ part: { __typename: 'Part', a: 1 } });
      expect(projected(asked, { part: { a: 1, __typename: 'Part' } })).toEqual({ part: { __typename: 'Part', a: 1 } });
    });

    test('that is to be kept under other names is copied', () => {
      const renamed = [field('Part', 'a', { key: 'b' }), field('Part', 'b', { key: 'a' })];
      const asked = [field('Thing', 'part', { selections: renamed })];
      expect(projected(asked, { part: { a: 1, b: 2 } })).toEqual({ part: { __typename: 'Part', a: 2, b: 1 } });
    });

    test('of which several fragments ask is one object', () => {
      const [a, b] = [of('a'), of('b')];
      const asked: CutNode[] = [a, b].map((selections) => ({ kind: 'fragment', type: 'Thing', selections }));
      expect(projected(asked, { part: { a: 1, b: 2 } })).toEqual({ part: { a: 1, b: 2 } });
      const lists = ['a', 'b'].map((name): CutNode => ({
        kind: 'fragment',
        type: 'Thing',
        selections: [field('Thing', 'parts', { selections: [field('Part', name)] })],
      }));
      expect(projected(lists, { parts: [{ a: 1, b: 2, c: 3 }] })).toEqual({
        parts: [{ __typename: 'Part', a: 1, b: 2 }],
      });
    });
  });

  test('objects of two fetches join, field by field and item by item', () => {
    const part = (name: string) => [field('Part', name)];
    const target = projected(
      [field('Thing', 'part', { selections: part('a') }), field('Thing', 'parts', { selections: part('a') })],
      { part: { a: 1 }, parts: [{ a: 1 }, { a: 2 }] },
    );
    projected(
      [field('Thing', 'part', { selections: part('b') }), field('Thing', 'parts', { selections: part('b') })],
      { part: { b: 5 }, parts: [{ b: 6 }, { b: 7 }] },
      target,
    );
    expect(target).toEqual({
      part: { a: 1, b: 5 },
      parts: [
        { a: 1, b: 6 },
        { a: 2, b: 7 },
      ],
    });
  });

  test('lists of different lengths are not laid on one another', () => {
    const asked = (name: string) => [field('Thing', 'parts', { selections: [field('Part', name)] })];
    const target = projected(asked('a'), { parts: [{ a: 1 }, { a: 2 }] });
    expect(projected(asked('b'), { parts: [{ b: 6 }] }, target)).toEqual({ parts: [{ b: 6 }] });
  });

  test('the type of an abstract field must be said, and be one of its own', () => {
    const asked = [field('Thing', 'entry', { selections: [] })];
    expect(projected(asked, { entry: { __typename: 'Other' } })).toEqual({ entry: { __typename: 'Other' } });
    for (const entry of [{}, { __typename: 'Thing' }, { __typename: 7 }]) {
      expect(() => projected(asked, { entry })).toThrow(Malformed);
    }
  });

  test('a malformed record is lost alone, and reported; one that routing is made of is not lost alone', () => {
    const selections = [field('Record', 'id')];
    const reply = { records: [{ id: 1 }, { id: {} }, 'x'] };
    const lost = new Failed('AGENCY_UNAVAILABLE');
    reported.length = 0;
    expect(projected([field('Thing', 'records', { selections })], reply)).toEqual({ records: [{ id: 1 }, lost, lost] });
    expect(reported).toEqual(['Record.id VALUE_UNFIT', 'Thing.records OBJECT_EXPECTED']);
    expect(() => projected([field('Thing', 'records', { selections, role: 'routing' })], reply)).toThrow(Malformed);
  });

  test('no records are an empty list, whatever an agency says', () => {
    const selections = [field('Record', 'id')];
    const records = field('Thing', 'records', { selections });
    expect(projected([records, field('Thing', 'record', { selections })], { records: null, record: null })).toEqual({
      records: [],
      record: null,
    });
    const target = emptyData();
    projectAbsent(
      graph,
      [
        records,
        field('Thing', 'int'),
        { kind: 'fragment', type: 'Other', selections: [field('Thing', 'records', { key: 'no' })] },
      ],
      'Thing',
      target,
    );
    expect(target).toEqual({ records: [] });
    expect(projected([field('Thing', 'records', { selections, role: 'routing' })], { records: null })).toEqual({
      records: null,
    });
  });

  test('a failure stays where it was placed', () => {
    const failed = new Failed('AGENCY_UNAVAILABLE');
    expect(projected([field('Thing', 'must')], { must: failed })).toEqual({ must: failed });
  });
});
