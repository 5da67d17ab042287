import { expect, it } from '@jest/globals';
import { compileRules, parseRuleSet } from '@trellis/decision';
import { network, vocabulary } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decisions, type RegisterReading } from './decisions.ts';
import { GraphBehind } from './graph-behind.ts';

const pack = readFileSync(join(network.folder, 'rules/example.yaml'), 'utf8');
const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
const asking = {
  requester: { agency: 'education', role: 'teacher', user: 'te', kind: 'worker' },
  purposes: ['education-support'],
} as const;

/** Decisions of a request whose readings are behind, or not, one after the other. */
function decisions(behind: readonly boolean[], mayStartAnew: boolean, withholdAll = false): Decisions {
  const left = [...behind];
  const read = (): Promise<RegisterReading> =>
    Promise.resolve({
      now: 0,
      network: { version: 1, standingApprovals: [], ruleSet: 1 },
      rules,
      facts: new Map(),
      behind: left.shift() ?? false,
    });
  return new Decisions(read, asking, vocabulary, withholdAll, mayStartAnew);
}

it('a request whose graph is behind at its first reading starts anew', async () => {
  await expect(decisions([true], true).round([])).rejects.toThrow(GraphBehind);
  await decisions([false], true).round([]);
});

it('a request ends on the graph that it started with, and what was done is not done twice', async () => {
  const started = decisions([false, true], true);
  await started.round([]);
  await started.round([]);
  await decisions([true], false).round([]);
});

it('where everything is withheld no child could permit anything, whatever the rules give', async () => {
  const ceilingOf = async (withholdAll: boolean) => {
    const started = decisions([], true, withholdAll);
    await started.round([]);
    return started.ceiling().flatMap(({ FULL, SUMMARY }) => [...FULL, ...SUMMARY]);
  };
  expect((await ceilingOf(false)).some((word) => word !== 0)).toBe(true);
  expect((await ceilingOf(true)).every((word) => word === 0)).toBe(true);
});
