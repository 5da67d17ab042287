// `npm run mutants` tries the faults, at length; here only that each can be tried: its text stands once in its file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { allFaults } from './gate-faults/all-faults.ts';
import { root } from './load-sources.ts';

it('finds the text of every fault once in its file', () => {
  const lost = allFaults.filter(({ file, was }) => readFileSync(join(root, file), 'utf8').split(was).length !== 2);
  expect(allFaults.length).toBeGreaterThan(100);
  expect(lost.map(({ file, says }) => `${file}: ${says}`)).toEqual([]);
});
