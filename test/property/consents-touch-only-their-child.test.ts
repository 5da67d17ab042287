import { describe, expect, test } from '@jest/globals';
import { decide, type Decision } from '@trellis/decision';
import { inEveryWorld, permissions, rulesOf } from './every-world.ts';
import type { World } from './generate-world.ts';

describe('consents touch only their child', () => {
  test('deciding on other children between, in any order and any number of times, changes nothing', () => {
    const worlds: World[] = [];
    inEveryWorld(31, 3000, (world, choose) => {
      worlds.push(world);
      const other = choose.pick(worlds);
      const rules = rulesOf(world);
      const ask = (facts: World['facts'], fresh: boolean): Decision =>
        decide(rules, world.network, fresh ? structuredClone(facts) : facts, world.question);
      const alone = permissions(ask(world.facts, true));
      const first = permissions(ask(world.facts, false));
      const others = permissions(ask(other.facts, false));
      expect(first).toBe(alone);
      expect(permissions(ask(world.facts, false))).toBe(alone);
      expect(others).toBe(permissions(ask(other.facts, true)));
    });
  });

  test('what is kept for a child never outlives a boundary, and never answers another question', () => {
    inEveryWorld(32, 1500, (world, choose) => {
      const rules = rulesOf(world);
      const boundaries = [
        ...world.facts.consents.flatMap(({ from, to }) => [from, to]),
        ...world.facts.orders.flatMap(({ from, to }) => [from, to]),
        ...world.facts.involvements.flatMap(({ from, to }) => [from, to]),
        ...world.facts.approvals.map(({ until }) => until),
        ...world.facts.emergencies.flatMap(({ openedAt, until, closedAt }) => [openedAt, until, closedAt]),
        ...world.network.standingApprovals.map(({ from }) => from),
        Date.parse('2026-11-22T05:00:00Z'),
        Date.parse('2026-11-21T18:30:00Z'),
        Date.parse('2026-11-22T00:00:00Z'),
      ].flatMap((at) => (at === null ? [] : [at - 1, at, at + 1]));
      for (let asked = 0; asked < 8; asked += 1) {
        const question = { ...world.question, now: choose.chance(0.3) ? world.question.now : choose.pick(boundaries) };
        const kept = decide(rules, world.network, world.facts, question);
        const fresh = decide(rules, world.network, structuredClone(world.facts), question);
        expect(permissions(kept)).toBe(permissions(fresh));
      }
    });
  });

  test("what was answered is the asker's own: changing it changes no other answer", () => {
    inEveryWorld(33, 300, (world) => {
      const rules = rulesOf(world);
      const first = decide(rules, world.network, world.facts, world.question);
      const said = permissions(first);
      first.yes.FULL.fill(0xffffffff);
      first.yes.SUMMARY.fill(0xffffffff);
      expect(permissions(decide(rules, world.network, world.facts, world.question))).toBe(said);
    });
  });
});
