import { expect, test } from '@jest/globals';
import { buildSchema, GraphQLInt, GraphQLObjectType } from 'graphql';
import type { CutFetch, StageCut } from '../stages/stage-cut.ts';
import type { CutField, Fetch } from '../stages/fetch-plan.ts';
import type { Graph } from '../stages/graph.ts';
import { readsOf } from '../stages/reads-of.ts';
import type { RecordHolder } from './fetch-entities.ts';
import { fetchEntities } from './fetch-entities.ts';
import type { Run } from './run.ts';

const graph = {
  schema: buildSchema('type Query { thing: Thing } type Thing { id: ID }'),
  isOf: (type: string, of: string) => type === of,
  returnsRecords: () => false,
} as Partial<Graph> as Graph;
const part = new GraphQLObjectType({ name: 'Part', fields: { a: { type: GraphQLInt } } });
const field = (name: string, type: CutField['type'], selections?: readonly CutField[]): CutField => ({
  namesType: false,
  kind: 'field',
  name,
  coordinate: `Thing.${name}`,
  alias: name,
  key: name,
  args: '',
  variables: [],
  type,
  reads: readsOf(graph, type, true),
  need: 0,
  role: 'selected',
  reach: [],
  neededBy: [],
  selections,
});

test('what is asked once for several objects becomes each one’s own', async () => {
  const requires: Fetch['requires'] = [
    {
      kind: 'InlineFragment',
      typeCondition: 'Thing',
      selections: ['__typename', 'id'].map((name) => ({ kind: 'Field', name })),
    },
  ];
  const fetch = { index: 0, agency: 'police', path: [], requires, inputRewrites: [] } as Partial<Fetch> as Fetch;
  const selections = [field('part', part, [field('a', GraphQLInt)])];
  const cut: CutFetch = {
    selections,
    under: 1,
    text: 'part{a}',
    variables: new Set(),
    echoes: new Map([['Thing', ['id']]]),
  };
  const holders = [1, 2].map((): RecordHolder => ({ children: [], data: { __typename: 'Thing', id: '1' } }));
  const asked: unknown[] = [];
  const run = {
    graph,
    decisions: { mayKnowWhoAsks: () => [] },
    ask: ({ variables }: { variables: object }) => {
      asked.push(variables);
      const data = { g0: [{ __typename: 'Thing', id: '1', part: { a: 1 } }] };
      return Promise.resolve(() => ({ data, errors: [] }));
    },
  } as unknown as Run;
  const cuts = new Map(holders.map((holder) => [holder, { fetches: [cut] } as Partial<StageCut> as StageCut]));
  (await fetchEntities(run, fetch, holders, cuts))();
  expect(asked).toEqual([{ r0: [{ __typename: 'Thing', id: '1' }] }]);
  const [first, second] = holders.map(({ data }) => data['part']);
  expect([first, second]).toEqual([{ a: 1 }, { a: 1 }]);
  expect(first).not.toBe(second);
});
