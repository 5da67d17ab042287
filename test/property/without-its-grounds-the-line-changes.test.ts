import { describe, expect, test } from '@jest/globals';
import { explain, type Ground, type Line } from '@trellis/decision';
import { decideIn, everyCell, inEveryWorld, rulesOf } from './every-world.ts';
import type { World } from './generate-world.ts';

/** The same world without what these grounds name. */
function without(world: World, grounds: readonly Ground[]): World {
  const rest = <Item extends { readonly id: string }>(items: readonly Item[], kind: Ground['kind']) =>
    items.filter(({ id }) => !grounds.some((ground) => ground.kind === kind && ground.id === id));
  const { facts, network, ruleSet } = world;
  return {
    ...world,
    ruleSet: { ...ruleSet, rules: rest(ruleSet.rules, 'RULE') },
    network: { ...network, standingApprovals: rest(network.standingApprovals, 'STANDING_APPROVAL') },
    facts: {
      ...facts,
      consents: rest(facts.consents, 'CONSENT'),
      orders: rest(facts.orders, 'ORDER'),
      approvals: rest(facts.approvals, 'APPROVAL'),
      emergencies: rest(facts.emergencies, 'EMERGENCY'),
    },
  };
}

function lineIn(world: World, code: string, level: 'SUMMARY' | 'FULL'): Line {
  return explain(rulesOf(world), world.network, world.facts, world.question, code).levels[level].decidedBy;
}

describe('without its grounds the line changes', () => {
  test('taking away all that a yes rests on, another line decides', () => {
    const seen = new Set<Line>();
    inEveryWorld(91, 1200, (world) => {
      const decision = decideIn(world);
      for (const { bit, code, level, yes } of everyCell(world, decision)) {
        if (!yes) continue;
        const line = lineIn(world, code, level);
        seen.add(line);
        const grounds = decision.grounds(bit, level);
        expect(lineIn(without(world, grounds), code, level)).not.toBe(line);
        const facts = grounds.filter(({ kind }) => kind !== 'RULE');
        if (line === 3 || line === 5 || line === 6) expect(lineIn(without(world, facts), code, level)).not.toBe(line);
      }
    });
    expect([...seen].sort()).toEqual([3, 4, 5, 6, 8, 9]);
  });

  test('the deciding line of a no cites what it rests on too', () => {
    inEveryWorld(92, 800, (world) => {
      for (const { code, level, yes } of everyCell(world, decideIn(world))) {
        if (yes) continue;
        const { lines, decidedBy } = explain(rulesOf(world), world.network, world.facts, world.question, code).levels[
          level
        ];
        const { cites } = lines[decidedBy - 1]!;
        if (decidedBy === 10) continue;
        expect(cites.length).toBeGreaterThan(0);
        if (decidedBy === 7) continue;
        expect(lineIn(without(world, cites), code, level)).not.toBe(decidedBy);
      }
    });
  });
});
