import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { composeUnder, type Composition, type Subgraph } from '../compose.ts';
import { withHead } from '../../test/schema/rule-harness.ts';
import { refusedGraphs, sound } from '../../test/schema/refused-graphs.ts';
import { rules } from './rules.ts';

const notRules = new Set(['rule.ts', 'rules.ts', 'harness.ts', 'refused-graphs.ts']);
const composeWithout = (names: readonly string[], subgraphs: readonly Subgraph[]): Composition =>
  composeUnder(
    rules.filter(({ name }) => !names.includes(name)),
    subgraphs,
    vocabulary,
  );
const caughtBy = (composition: Composition) =>
  'problems' in composition ? [...new Set(composition.problems.map(({ rule }) => rule))] : [];

describe('the rules', () => {
  it('are one to a file, named for it, with a sentence at its head', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts') && !notRules.has(file));
    expect(files.sort()).toEqual(rules.map(({ name }) => `${name}.ts`).sort());
    for (const file of files) expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).toMatch(/^\/\/ .+\.\n/);
  });

  it('hold for a sound network', () => {
    expect(composeWithout([], withHead(sound))).toHaveProperty('supergraphSdl');
  });

  it('have each a graph that only it refuses', () => {
    expect(Object.keys(refusedGraphs).sort()).toEqual(rules.map(({ name }) => name).sort());
  });
});

describe.each(Object.entries(refusedGraphs))('%s', (name, { subgraphs, otherwise }) => {
  it('refuses its graph, and no other rule does', () => {
    expect(caughtBy(composeWithout([], subgraphs))).toEqual([name]);
  });

  it(`would be missed: without it ${otherwise ?? 'nothing'} notices`, () => {
    expect(caughtBy(composeWithout([name], subgraphs))).toEqual(otherwise === undefined ? [] : [otherwise]);
  });
});
