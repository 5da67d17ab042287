import { describe, expect, test } from '@jest/globals';
import { ceiling, isEmpty } from '@trellis/decision';
import { bothLevels, decideIn, inEveryWorld, permissions, rulesOf } from './every-world.ts';

const silent = { consents: [], authorities: [], orders: [], involvements: [], approvals: [], emergencies: [] };
const nobody = { version: 1, ruleSet: 1, standingApprovals: [] };

describe('silence withholds', () => {
  test('without a rule or an order, nothing is permitted', () => {
    inEveryWorld(1, 2000, (world) => {
      const decision = decideIn(world, { ruleSet: { ...world.ruleSet, rules: [] }, facts: { orders: [] } });
      for (const level of bothLevels) expect(isEmpty(decision.yes[level])).toBe(true);
    });
  });

  test('of a child about whom nothing is known, only rules that wait for nothing permit', () => {
    inEveryWorld(2, 2000, (world) => {
      const waiting = world.ruleSet.rules.filter(
        ({ basis, involvement }) =>
          basis === 'NEVER' || (involvement.need === 'NONE' && (basis === 'BY_LAW' || basis === 'UNLESS_REFUSED')),
      );
      const change = { facts: silent, network: nobody };
      const decision = decideIn(world, { ...change, ruleSet: { ...world.ruleSet, rules: waiting } });
      expect(permissions(decideIn(world, change))).toBe(permissions(decision));
    });
  });

  test.each([
    ['agency', { agency: 'east' }],
    ['role', { role: 'chief' }],
    ['kind', { kind: 'robot' as 'worker' }],
    ['user', { user: '' }],
  ])('an unknown %s is permitted nothing', (_, part) => {
    inEveryWorld(3, 500, (world) => {
      const requester = { ...world.question.requester, ...part };
      const decision = decideIn(world, { question: { requester } });
      const most = ceiling(rulesOf(world), { requester, purpose: world.question.purpose });
      for (const level of bothLevels) {
        expect(isEmpty(decision.yes[level])).toBe(true);
        expect(isEmpty(most[level])).toBe(true);
      }
    });
  });

  test.each(['research', 'unheard-of', ''])('the purpose `%s` is served by nothing', (purpose) => {
    inEveryWorld(4, 500, (world) => {
      const decision = decideIn(world, { question: { purpose } });
      for (const level of bothLevels) expect(isEmpty(decision.yes[level])).toBe(true);
    });
  });

  test.each([NaN, Infinity, -Infinity, 8.64e15])('at %p, which is no instant, nothing is permitted', (now) => {
    inEveryWorld(5, 200, (world) => {
      const decision = decideIn(world, { question: { now } });
      for (const level of bothLevels) expect(isEmpty(decision.yes[level])).toBe(true);
    });
  });

  test('nothing beyond the ceiling is permitted but by order', () => {
    inEveryWorld(6, 3000, (world) => {
      const decision = decideIn(world, { facts: { orders: [] } });
      const most = ceiling(rulesOf(world), world.question);
      for (const level of bothLevels) {
        expect(isEmpty(decision.yes[level].map((word, index) => word & ~(most[level][index] ?? 0)))).toBe(true);
      }
    });
  });
});
