import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileRules, decide, hasBit, parseRuleSet, whoCanSee, type ChildFacts } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { inEveryWorld, rulesOf } from './every-world.ts';
import { requesters } from './generate-parts.ts';

describe('who can see a category', () => {
  test('is told with the level and grounds that the decision gives, and nobody who may see it is left out', () => {
    let open = 0;
    inEveryWorld(141, 80, ({ vocabulary: words, facts, network, question, ...world }, choose) => {
      const rules = rulesOf({ ...world, vocabulary: words });
      const bit = choose.below(words.categories.length);
      const { now } = question;
      const seers = whoCanSee(rules, network, facts, words.categories[bit]!.code, now);
      for (const { requester, purpose, level, grounds } of seers) {
        const decision = decide(rules, network, facts, { requester, purpose, now });
        expect(level).toBe(hasBit(decision.yes.FULL, bit) ? 'FULL' : 'SUMMARY');
        expect(grounds).toEqual(decision.grounds(bit, level));
        expect(grounds.length).toBeGreaterThan(0);
      }
      for (const requester of requesters) {
        for (const purpose of words.purposes.keys()) {
          if (!hasBit(decide(rules, network, facts, { requester, purpose, now }).yes.SUMMARY, bit)) continue;
          open += 1;
          const told = seers.filter(
            (seer) =>
              seer.purpose === purpose &&
              seer.requester.agency === requester.agency &&
              seer.requester.role === requester.role &&
              seer.requester.kind === requester.kind &&
              (!seer.named || seer.requester.user === requester.user),
          );
          expect(told.length).toBeGreaterThan(0);
        }
      }
    });
    expect(open).toBeGreaterThan(100);
  });

  test('compiles a child for those whom a rule lets see it, not for everybody the vocabulary has', () => {
    const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
    const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
    const facts: ChildFacts = {
      child: 'c',
      version: 1,
      birthDate: '2018-01-01',
      consents: [],
      authorities: [],
      orders: [],
      approvals: [],
      emergencies: [],
      involvements: vocabulary.agencies.map((agency) => ({
        id: agency,
        agency,
        kind: 'enrolment',
        evidence: 'x',
        assigned: [`${agency}-1`, `${agency}-2`],
        from: 0,
        to: null,
      })),
    };
    let compiled = 0;
    const counted: typeof rules = {
      ...rules,
      rulesFor: (requester, purpose) => {
        compiled += 1;
        return rules.rulesFor(requester, purpose);
      },
    };
    const network = { version: 1, ruleSet: 1, standingApprovals: [] };
    const seers = whoCanSee(counted, network, facts, 'education.enrolment', Date.parse('2026-11-21T17:00:00Z'));
    expect(seers.length).toBeGreaterThan(0);
    // Every agency, role, kind and purpose with every person named would be about 2600.
    expect(compiled).toBeLessThan(200);
  });
});
