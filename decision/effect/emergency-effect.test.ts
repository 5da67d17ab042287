import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { compileRules } from '../compile-rules.ts';
import { parseRuleSet } from '../parse-rule-set.ts';
import { emergencyEffect } from './emergency-effect.ts';

const pack = parseRuleSet(
  readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8'),
  vocabulary,
);
const rules = compileRules(pack, vocabulary);
const now = Date.parse('2026-11-21T02:00:00Z');
const opened = (agency: string, roles: readonly string[], closedAt: number | null = null) => ({
  access: { id: 'e', agency, user: 'w', openedAt: now - 1000, until: now + 1000, closedAt },
  roles,
  involvements: [{ id: 'i', agency, kind: 'enrolment', evidence: 'e', assigned: ['w'], from: 0, to: null }],
});

describe('what an emergency access does', () => {
  it('opens nothing to a teacher, by whatever purpose, and says so', () => {
    const effect = emergencyEffect(rules, opened('education', ['teacher']), now);
    expect(effect).toMatchObject({ state: 'NO_EFFECT', reasons: ['NO_RULE'] });
    expect(effect.sentence.en).toContain('Call the agency');
  });

  it.each([
    ['education', 'principal'],
    ['child-protection', 'supervisor'],
    ['police', 'officer'],
    ['mental-health', 'clinician'],
  ])('is in force for whom a rule names: %s %s', (agency, role) => {
    expect(emergencyEffect(rules, opened(agency, [role]), now).state).toBe('IN_FORCE');
  });

  it('is in force where the role is not known and one of the agency would be shown more', () => {
    expect(emergencyEffect(rules, opened('education', ['teacher', 'principal']), now).state).toBe('IN_FORCE');
  });

  it('is over once it was closed, and at its end', () => {
    expect(emergencyEffect(rules, opened('education', ['principal'], now), now).reasons).toEqual(['OVER']);
    expect(emergencyEffect(rules, opened('education', ['principal']), now + 1000).reasons).toEqual(['OVER']);
  });

  it('adds nothing to what a law opens already', () => {
    const only = ['principal-reads-own-record', 'who-it-is-in-an-emergency'];
    const kept = pack.rules
      .filter(({ id }) => only.includes(id))
      .map((rule) => ({ ...rule, categories: ['identity.name'] }));
    const effect = emergencyEffect(
      compileRules({ ...pack, rules: kept.map((rule) => ({ ...rule, purposes: ['education-support'] })) }, vocabulary),
      opened('education', ['principal']),
      now,
    );
    expect(effect).toMatchObject({ state: 'NO_EFFECT', reasons: ['LAW'] });
  });
});
