import { expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import type { Graph } from '../stages/graph.ts';
import { candidateOf } from './discover.ts';
import type { Data } from './record.ts';

const graph = {
  vocabulary,
  records: new Map([['Incident', { key: 'id', about: { children: 'involved { id }', categories: 'kinds' } }]]),
  typeOf: () => 'Child',
} as unknown as Graph;
const [ann, ben] = ['a', 'b'].map((letter) => letter.repeat(26)) as [string, string];
const candidate = (involved: unknown, kinds: unknown = []) =>
  candidateOf(graph, 'Incident', { id: 'i', involved, kinds } as Data);

test('A record is of all the children whom it names, each once', () => {
  expect(candidate([{ id: ben }, { id: ann }, { id: ben }])).toMatchObject({ children: [ann, ben], categories: [] });
});

test.each([
  ['a child who is null', [{ id: ann }, null]],
  ['an id that is null', [{ id: ann }, { id: null }]],
  ['an id that is none', [{ id: ann }, { id: 'LIE' }]],
  ['an id that is no text', [{ id: ann }, { id: 7 }]],
  ['no children at all', null],
])('A record of which one child cannot be read, as %s, is of nobody: nothing of it is permitted', (_what, involved) => {
  expect(candidate(involved).children).toEqual([]);
});

test('The categories of a record are not known where one of them is not', () => {
  expect(candidate([{ id: ann }], ['police.incident']).categories).toEqual(['police.incident']);
  expect(candidate([{ id: ann }], ['police.incident', 'police.no-such']).categories).toBeUndefined();
  expect(candidate([{ id: ann }], [null]).categories).toBeUndefined();
});
