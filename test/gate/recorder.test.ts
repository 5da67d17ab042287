import { describe, expect, test } from '@jest/globals';
import { checkCase } from './check-case.ts';
import { countOf, drawCases, timeFor } from './draw-case.ts';
import { ask, gate } from './harness.ts';

const count = countOf('TRELLIS_OPERATIONS', 800);

describe('Recorder', () => {
  test(
    `over ${count} operations nothing withheld is asked of an agency, and every answer is the single server's`,
    async () => {
      const faults: string[] = [];
      let mixed = 0;
      let requests = 0;
      const cases = drawCases(count, gate.apiSchema);
      let next = cases.next();
      for (; !next.done && faults.length < 3; next = cases.next()) {
        const one = next.value;
        const asked = await ask(one.world, one.permissions, one.operation, one.purposes);
        const { fault, isMixed } = checkCase(one, asked);
        if (fault !== undefined) faults.push(fault);
        if (isMixed) mixed++;
        requests += asked.requests.length;
      }
      expect(faults.join('\n\n')).toBe('');
      const discarded = Number(next.value);
      console.log(
        `${count} operations, ${percent(discarded, count + discarded)} discarded, ${percent(mixed, count)} mixed, ${requests} requests`,
      );
      // Three in five, less what chance takes from a small sample.
      expect(mixed / count).toBeGreaterThanOrEqual(0.6 - 1 / Math.sqrt(count));
      expect(discarded / (count + discarded)).toBeLessThan(0.05);
    },
    timeFor(count),
  );
});

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}
