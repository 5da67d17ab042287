import { expect, it } from '@jest/globals';
import type { Route } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { Run } from '../execute/run.ts';
import type { StageNode } from '../stages/stage.ts';
import { Obtainable } from './obtainable.ts';
import { OpenRoutes, type OpenWays } from './open-routes.ts';

/** The routes by the place of a category in the vocabulary; a category that is not named is permitted. */
type Ways = Readonly<Record<number, readonly Route[]>>;
const bits = (...places: readonly number[]) => Uint32Array.of(places.reduce((all, place) => all | (1 << place), 0));

/** The ways to a field of a record of these children, the first of whom it is told of, that needs categories 0 and 1. */
function waysTo(children: Readonly<Record<string, Ways>>) {
  const decisions = (child: string) => {
    const ways = children[child] ?? {};
    const permitted = bits(...[0, 1].filter((place) => ways[place] === undefined));
    return [{ yes: { FULL: permitted, SUMMARY: permitted }, routes: (bit: number) => ways[bit] ?? [] }];
  };
  const run = { decisions: { decisions }, purposes: ['care'], tokenPurposes: ['care'] } as unknown as Run;
  const names = Object.keys(children);
  const routes = new OpenRoutes(run, new Obtainable(run));
  const node = { own: { FULL: bits(0, 1), SUMMARY: bits() } } as unknown as StageNode;
  routes.add({ children: names } as unknown as AnswerRecord, node, names[0] ?? '', 1);
  return routes.open(() => true);
}

it.each<[string, Readonly<Record<string, Ways>>, OpenWays]>([
  ['what opens all that is missing', { a: { 0: ['CONSENT', 'APPROVAL'], 1: ['APPROVAL'] } }, { routes: ['APPROVAL'] }],
  [
    'all that is needed where none alone opens it',
    { a: { 0: ['CONSENT'], 1: ['APPROVAL'] } },
    { routes: ['CONSENT', 'APPROVAL'], all: true },
  ],
  ['nothing of what is permitted', { a: { 1: ['EMERGENCY'] } }, { routes: ['EMERGENCY'] }],
  ['none where one category has none', { a: { 0: ['CONSENT'], 1: [] } }, { routes: [] }],
  ['none where another child of the record has none', { a: { 0: ['CONSENT'] }, b: { 0: [] } }, { routes: [] }],
  ['those of the child that it is told of', { a: { 0: ['CONSENT'] }, b: { 0: ['APPROVAL'] } }, { routes: ['CONSENT'] }],
])('names %s', (_, children, expected) => {
  expect(waysTo(children)).toEqual(expected);
});
