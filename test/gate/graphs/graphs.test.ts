import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import type { Subgraph } from '../../../schema/compose.ts';
import { compose, composeUnder } from '../../../schema/compose.ts';
import { rules } from '../../../schema/rules/rules.ts';
import { countOf } from '../draw-case.ts';
import { checkGraph } from './check-graph.ts';

/**
 * Random graphs, not only random operations: composite, nested and several keys, records in records, `@requires` of every shape, types that forget
 * `@about`, fields that are never null, interface objects, mutations. What composes is asked the recorder, the single server, two worlds and a lost reply.
 *
 * Run on the code of commit 947bbd0, before the rules of this kind stood, the same generator found in 187 graphs (of which 151 composed): a failure told as
 * absence at an error that could not be placed (1,025 operations), nulls without an error on fields that are never null, data of types that forget `@about`
 * (answers, requests and pairs of worlds), records that a key or a requirement told to another agency, and composite keys that ended in 500.
 */
const graphs = countOf('TRELLIS_GRAPHS', 200);
const operations = countOf('TRELLIS_GRAPH_OPERATIONS', 2);
const first = countOf('TRELLIS_GRAPH_SEED', 1);

describe('Random graphs', () => {
  test(
    `of ${graphs} the ones that compose hold, over ${operations} operations each`,
    async () => {
      const faults: string[] = [];
      let composed = 0;
      for (let seed = first; seed < first + graphs && faults.length < 3; seed++) {
        const verdict = await checkGraph(seed, operations, (subgraphs) => compose(subgraphs, vocabulary));
        if (verdict.isComposed) composed++;
        faults.push(...verdict.faults.map(({ property, text }) => `${property}: ${text}`));
      }
      expect(faults.join('\n\n')).toBe('');
      expect(composed / graphs).toBeGreaterThan(0.2);
    },
    60_000 + graphs * 5_000,
  );

  test.each<[string, number]>([
    ['required-stays-in-its-record', 42],
    ['what-names-children-says-whose', 255],
  ])('are seen to disclose without %s', async (name, seed) => {
    const without = (subgraphs: readonly Subgraph[]) =>
      composeUnder(
        rules.filter((rule) => rule.name !== name),
        subgraphs,
        vocabulary,
      );
    const { isComposed, faults } = await checkGraph(seed, 8, without);
    expect(isComposed).toBe(true);
    expect(faults.map(({ property }) => property)).toContain('recorder');
  });
});
