import { describe, expect, test } from '@jest/globals';
import type { SharingRule } from '@trellis/decision';
import { decideIn, everyCell, inEveryWorld, permitsNoMore } from './every-world.ts';
import { generateRule } from './generate-rules.ts';

function never(rule: SharingRule, level: SharingRule['level']): SharingRule {
  return {
    ...rule,
    id: 'never',
    basis: 'NEVER',
    level,
    recipients: 'EVERYONE',
    purposes: 'EVERY',
    involvement: { need: 'NONE', kinds: [] },
    when: { childAge: null, notFor: [], onlyFor: [], whileOpen: [], authority: null, consentBy: [] },
    lockBinds: false,
    unlessHarm: false,
    inEmergency: false,
    lockableBy: [],
  };
}

describe('never is never', () => {
  test('whatever else a world holds, nothing opens what a rule says is never disclosed', () => {
    inEveryWorld(11, 4000, (world, choose) => {
      const codes = world.vocabulary.categories.map(({ code }) => code);
      const level = choose.pick(['SUMMARY', 'FULL'] as const);
      const rule = never(generateRule(choose, codes, 'x'), level);
      const decision = decideIn(world, { ruleSet: { ...world.ruleSet, rules: [...world.ruleSet.rules, rule] } });
      for (const cell of everyCell(world, decision)) {
        if (rule.categories.includes(cell.code) && (level === 'SUMMARY' || cell.level === 'FULL')) {
          expect(cell).toMatchObject({ yes: false });
          if (level === 'SUMMARY') expect(decision.routes(cell.bit)).toEqual([]);
        }
      }
      expect(permitsNoMore(decision, decideIn(world))).toBe(true);
    });
  });
});
