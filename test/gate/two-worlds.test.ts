import { describe, expect, test } from '@jest/globals';
import { checkCase } from './check-case.ts';
import { countOf, drawCases, timeFor } from './draw-case.ts';
import { ask, gate } from './harness.ts';
import { compareWorlds } from './compare-worlds.ts';
import { vary } from './vary.ts';

const count = countOf('TRELLIS_PAIRS', 500);

describe('Two worlds that agree on what may be seen', () => {
  test(
    `over ${count} pairs they are answered, ledgered and asked about byte for byte alike`,
    async () => {
      const faults: string[] = [];
      let mixed = 0;
      let different = 0;
      for (const one of drawCases(count, gate.apiSchema)) {
        const other = vary(one.random, one.world, one);
        const here = await ask(one.world, one.permissions, one.operation, one.purposes);
        const there = await ask(other, one.permissions, one.operation, one.purposes);
        const difference = compareWorlds(here, there);
        if (difference !== undefined) faults.push(`seed ${one.seed}\n${one.operation.source}\n${difference}`);
        if (checkCase(one, here).isMixed) mixed++;
        if (JSON.stringify([...one.world.tables['Child']!]) !== JSON.stringify([...other.tables['Child']!]))
          different++;
        if (faults.length > 2) break;
      }
      expect(faults.join('\n\n')).toBe('');
      console.log(
        `${count} pairs, ${((100 * mixed) / count).toFixed(1)}% mixed, ${((100 * different) / count).toFixed(1)}% of different worlds`,
      );
      // Three in five, less what chance takes from a small sample.
      expect(mixed / count).toBeGreaterThanOrEqual(0.6 - 1 / Math.sqrt(count));
      expect(different / count).toBeGreaterThanOrEqual(0.9);
    },
    timeFor(2 * count),
  );
});
