import { describe, expect, test } from '@jest/globals';
import type { Ground } from '@trellis/decision';
import { decideIn, everyCell, inEveryWorld } from './every-world.ts';
import type { World } from './generate-world.ts';

/** Whether what a ground names is there, and could say yes to this category. */
function exists({ facts, network, ruleSet }: World, { kind, id }: Ground, code: string): boolean {
  const names = (codes: readonly string[]) => codes.includes(code) || codes.includes(code.split('.')[0]!);
  switch (kind) {
    case 'RULE':
      return ruleSet.rules.some((rule) => rule.id === id && rule.basis !== 'NEVER' && rule.categories.includes(code));
    case 'CONSENT':
      return facts.consents.some((each) => each.id === id && each.decision === 'PERMIT' && names(each.categories));
    case 'ORDER':
      return facts.orders.some((each) => each.id === id && each.decision === 'PERMIT' && names(each.categories));
    case 'APPROVAL':
      return facts.approvals.some((each) => each.id === id && each.state === 'APPROVED' && names(each.categories));
    case 'STANDING_APPROVAL':
      return network.standingApprovals.some((each) => each.id === id && names(each.categories));
    case 'EMERGENCY':
      return facts.emergencies.some((each) => each.id === id);
  }
}

describe('a permission needs a ground', () => {
  test('every yes names what it rests on, and every no names nothing', () => {
    inEveryWorld(51, 3000, (world) => {
      const decision = decideIn(world);
      for (const { bit, code, level, yes } of everyCell(world, decision)) {
        const grounds = decision.grounds(bit, level);
        expect(grounds.length > 0).toBe(yes);
        expect(grounds.every((ground) => exists(world, ground, code))).toBe(true);
        const kinds = new Set(grounds.map(({ kind }) => kind));
        if (yes) expect(kinds.has('RULE') || kinds.has('ORDER')).toBe(true);
      }
    });
  });

  test('obligations come from the rules among the grounds, and from nowhere else', () => {
    inEveryWorld(52, 2000, (world) => {
      const decision = decideIn(world);
      const owed = new Map<string, Set<string>>();
      for (const { bit, code, level } of everyCell(world, decision)) {
        for (const { kind, id } of decision.grounds(bit, level)) {
          const rule = kind === 'RULE' ? world.ruleSet.rules.find((each) => each.id === id) : undefined;
          for (const { en } of rule?.obligations ?? []) owed.set(en, (owed.get(en) ?? new Set()).add(code));
        }
      }
      const obligations = decision.obligations(decision.yes.SUMMARY);
      expect(new Map(obligations.map(({ text, categories }) => [text, new Set(categories)]))).toEqual(owed);
      expect(decision.obligations(decision.yes.SUMMARY.map(() => 0))).toEqual([]);
    });
  });
});
