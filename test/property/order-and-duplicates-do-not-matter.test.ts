import { describe, expect, test } from '@jest/globals';
import type { Decision } from '@trellis/decision';
import { decideIn, everyCell, inEveryWorld, permissions } from './every-world.ts';
import type { World } from './generate-world.ts';
import type { Random } from './random.ts';

function mixed<Item>(choose: Random, items: readonly Item[]): Item[] {
  const all = [...items, ...items.filter(() => choose.chance(0.3)).map((item) => structuredClone(item))];
  return choose.some(all, all.length, all.length);
}

function grounds(world: World, decision: Decision): string {
  return everyCell(world, decision)
    .map(({ bit, level }) =>
      [...new Set(decision.grounds(bit, level).map(({ kind, id }) => `${kind} ${id}`))].sort().join(','),
    )
    .join(';');
}

describe('order and duplicates do not matter', () => {
  test('facts and rules in another order, some of them twice, decide the same on the same grounds', () => {
    inEveryWorld(41, 2500, (world, choose) => {
      const { facts, network, ruleSet } = world;
      const shuffle = <Item>(items: readonly Item[]) => mixed(choose, items);
      const before = decideIn(world);
      const after = decideIn(world, {
        ruleSet: { ...ruleSet, rules: shuffle(ruleSet.rules), authorities: shuffle(ruleSet.authorities) },
        network: { ...network, standingApprovals: shuffle(network.standingApprovals) },
        facts: {
          consents: shuffle(
            facts.consents.map((consent) => ({
              ...consent,
              recipients: shuffle(consent.recipients),
              purposes: shuffle(consent.purposes),
              categories: shuffle(consent.categories),
              except: shuffle(consent.except),
            })),
          ),
          authorities: shuffle(facts.authorities),
          orders: shuffle(facts.orders),
          involvements: shuffle(facts.involvements),
          approvals: shuffle(facts.approvals),
          emergencies: shuffle(facts.emergencies),
        },
      });
      expect(permissions(after)).toBe(permissions(before));
      expect(grounds(world, after)).toBe(grounds(world, before));
    });
  });

  test('two authorities that differ under one id cannot be read, whichever comes first', () => {
    inEveryWorld(42, 800, (world) => {
      const [first] = world.facts.authorities;
      if (!first) return;
      const other = { ...first, kind: first.kind === 'society' ? 'parent' : 'society' };
      const one = decideIn(world, { facts: { authorities: [...world.facts.authorities, other] } });
      const two = decideIn(world, { facts: { authorities: [other, ...world.facts.authorities] } });
      expect(permissions(one)).toBe(permissions(two));
    });
  });
});
