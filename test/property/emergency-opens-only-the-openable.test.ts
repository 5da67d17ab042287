import { describe, expect, test } from '@jest/globals';
import { decideIn, everyCell, inEveryWorld, permissions } from './every-world.ts';
import type { World } from './generate-world.ts';

/** Whether a rule lets this requester open this category in an emergency, said without the engine. */
function isOpenable({ ruleSet, question: { requester, purpose } }: World, code: string, level: string): boolean {
  return ruleSet.rules.some(
    (rule) =>
      rule.inEmergency &&
      rule.categories.includes(code) &&
      (rule.level === 'FULL' || level === 'SUMMARY') &&
      (rule.purposes === 'EVERY' || rule.purposes.includes(purpose)) &&
      rule.recipients !== 'EVERYONE' &&
      rule.recipients.some(
        (each) =>
          each.agency === requester.agency &&
          each.roles.includes(requester.role) &&
          each.kinds.includes(requester.kind),
      ),
  );
}

function accessOf({ question: { requester, now } }: World) {
  return { id: 'mine', agency: requester.agency, user: requester.user, openedAt: now, until: now + 1, closedAt: null };
}

describe('emergency opens only the openable', () => {
  test('all that emergency access adds is what a rule says may be opened', () => {
    let opened = 0;
    inEveryWorld(71, 4000, (given) => {
      // Where an emergency is the purpose, an open one lets every rule speak: that is told by the worked cases.
      const { question } = given;
      const world = question.purpose === 'urgent' ? { ...given, question: { ...question, purpose: 'care' } } : given;
      const closed = decideIn(world, { facts: { emergencies: [] } });
      const open = decideIn(world, { facts: { emergencies: [accessOf(world)] } });
      const before = everyCell(world, closed);
      everyCell(world, open).forEach((cell, index) => {
        if (before[index]!.yes) expect(cell).toMatchObject({ yes: true });
        if (!cell.yes || before[index]!.yes) return;
        opened += 1;
        expect(isOpenable(world, cell.code, cell.level)).toBe(true);
        expect(open.grounds(cell.bit, cell.level)).toContainEqual({ kind: 'EMERGENCY', id: 'mine' });
      });
    });
    expect(opened).toBeGreaterThan(100);
  });

  test.each([
    ['for another user', { user: 'somebody-else' }],
    ['for another agency', { agency: 'west' }],
    ['that is over', { until: 0 }],
    ['that is not yet open', { openedAt: Number.MAX_SAFE_INTEGER }],
    ['that was closed', { closedAt: 0 }],
    ['whose end cannot be read', { until: NaN }],
  ])('access %s is as none', (_, part) => {
    inEveryWorld(72, 800, (world) => {
      const emergencies = [{ ...accessOf(world), ...part }];
      expect(permissions(decideIn(world, { facts: { emergencies } }))).toBe(
        permissions(decideIn(world, { facts: { emergencies: [] } })),
      );
    });
  });
});
