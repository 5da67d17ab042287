import { describe, expect, test } from '@jest/globals';
import { compileRules, decide, hasBit, type Decision } from '@trellis/decision';
import type { Vocabulary } from '@trellis/vocabulary';
import { bothLevels, decideIn, inEveryWorld } from './every-world.ts';
import type { Random } from './random.ts';

/** The same words with agencies, roles, purposes and kinds in another order, and each category at another bit. */
function reordered(vocabulary: Vocabulary, choose: Random): Vocabulary {
  const mix = <Item>(items: readonly Item[]): Item[] => choose.some(items, items.length, items.length);
  const categories = mix(vocabulary.categories);
  return {
    ...vocabulary,
    agencies: mix(vocabulary.agencies),
    roles: Object.fromEntries(mix(Object.entries(vocabulary.roles)).map(([agency, roles]) => [agency, mix(roles)])),
    purposes: new Map(mix([...vocabulary.purposes])),
    involvementKinds: mix(vocabulary.involvementKinds),
    categories,
    bit: new Map(categories.map(({ code }, bit) => [code, bit])),
  };
}

/** What is permitted of each category, on which grounds and with which obligations, in words and in one order. */
function inWords({ categories }: Vocabulary, decision: Decision): readonly string[] {
  const grounds = (bit: number, level: 'SUMMARY' | 'FULL'): string =>
    [...new Set(decision.grounds(bit, level).map(({ kind, id }) => `${kind} ${id}`))].sort().join(' ');
  return categories
    .flatMap(({ code }, bit) =>
      bothLevels.map(
        (level) => `${code} ${level} ${hasBit(decision.yes[level], bit) ? 'yes' : 'no'} ${grounds(bit, level)}`,
      ),
    )
    .sort();
}

describe('the order of words does not matter', () => {
  test('agencies and categories in another order, each category at another bit, decide the same on the same grounds', () => {
    let moved = 0;
    let permitted = 0;
    inEveryWorld(43, 2500, (world, choose) => {
      const vocabulary = reordered(world.vocabulary, choose);
      const { network, facts, question } = world;
      const after = decide(compileRules(world.ruleSet, vocabulary), network, facts, question);
      const said = inWords(world.vocabulary, decideIn(world));
      expect(inWords(vocabulary, after)).toEqual(said);
      if (vocabulary.categories.some(({ code }, bit) => world.vocabulary.bit.get(code) !== bit)) moved += 1;
      if (said.some((line) => line.includes(' yes '))) permitted += 1;
    });
    // A property of worlds in which nothing moved, or nothing is permitted, would say nothing.
    expect(moved).toBeGreaterThan(2000);
    expect(permitted).toBeGreaterThan(500);
  });
});
