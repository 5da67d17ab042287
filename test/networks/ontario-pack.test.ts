import { describe, expect, it, test } from '@jest/globals';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  ceiling,
  checkRuleSet,
  codesOf,
  compileRules,
  parseRuleSet,
  type SharingRule,
  type StandingApproval,
} from '@trellis/decision';

const read = (name: string) => readFileSync(new URL(`../../networks/ontario/rules/${name}`, import.meta.url), 'utf8');
const pack = parseRuleSet(read('ontario.yaml'), vocabulary);
const rules = compileRules(pack, vocabulary);
const { protocols } = parse(read('protocols.yaml')) as {
  protocols: readonly Omit<StandingApproval, 'from' | 'reviewOn'>[];
};
const purposes = [...vocabulary.purposes.keys()].filter((purpose) => purpose !== 'research');
const officerRoles = vocabulary.roles['network'] ?? [];

const requesters: readonly Requester[] = vocabulary.agencies.flatMap((agency) => [
  ...(vocabulary.roles[agency] ?? []).map((role) => ({ agency, role, user: 'worker-1', kind: 'worker' as const })),
  ...officerRoles.map((role) => ({ agency, role, user: 'officer-1', kind: 'officer' as const })),
  { agency, role: 'system', user: 'system-1', kind: 'system' as const },
]);
const family: readonly Requester[] = (vocabulary.roles['family'] ?? []).map((role) => ({
  agency: 'family',
  role,
  user: 'holder',
  kind: 'family',
}));
const network = officerRoles.map((role) => ({ agency: 'network', role, user: 'officer-1', kind: 'officer' as const }));
const everyone = [...requesters, ...family, ...network];

/** Categories that some child could permit this requester, for any purpose. */
const couldSee = (requester: Requester) =>
  new Set(purposes.flatMap((purpose) => codesOf(vocabulary, ceiling(rules, { requester, purpose }).SUMMARY)));
const rulesFor = (agency: string, role: string): readonly SharingRule[] =>
  pack.rules.filter(
    ({ recipients }) =>
      recipients !== 'EVERYONE' && recipients.some((each) => each.agency === agency && each.roles.includes(role)),
  );

describe('each rule', () => {
  it.each(pack.rules.map((rule) => [rule.id, rule] as const))(
    '%s cites a law that does what its basis says',
    (_, rule) => {
      const force = {
        NEVER: 'PROHIBITION',
        BY_LAW: 'DUTY',
        ON_APPROVAL: 'DISCRETION',
        UNLESS_REFUSED: 'CONSENT',
        WITH_CONSENT: 'CONSENT',
      }[rule.basis];
      expect(rule.authority.force).toBe(force);
      expect(rule.authority.citation).toMatch(/\bs{1,2}\. \d/);
      expect(['CA', 'CA-ON']).toContain(rule.authority.jurisdiction);
      expect(rule.sentence.en).toMatch(/^[A-Z].*\.$/);
      expect(rule.sentence.fr).toMatch(/^[A-ZÀÉÊ].*\.$/);
      expect(rule.sentence.fr).not.toBe(rule.sentence.en);
    },
  );
});

test('the checker finds nothing but citations still to be read', () => {
  const found = checkRuleSet(pack, vocabulary).filter(({ code }) => code !== 'UNVERIFIED_LAW');
  expect(found).toEqual([]);
});

test('every category can be seen by somebody, but for the reporter and what only an order opens', () => {
  const seen = new Set(everyone.flatMap((requester) => [...couldSee(requester)]));
  const unseen = vocabulary.categories.map(({ code }) => code).filter((code) => !seen.has(code));
  expect(unseen).toEqual(['child-protection.reporter', 'police.youth-record-expired']);
});

test('no worker receives of another agency by rule alone: somebody approves, or consents', () => {
  for (const { agency, role } of requesters.filter(({ kind }) => kind === 'worker')) {
    const alone = rulesFor(agency, role).filter(({ basis }) => basis === 'BY_LAW' || basis === 'UNLESS_REFUSED');
    const others = alone.flatMap(({ id, categories }) =>
      categories
        .filter((code) => !['identity', 'sensitivity', agency].includes(code.split('.')[0] ?? ''))
        .map((code) => [id, code]),
    );
    expect(others).toEqual([]);
  }
});

test('privacy officers and approvers see who a child is and nothing of its records; auditors not even that', () => {
  for (const requester of everyone.filter(({ kind }) => kind === 'officer')) {
    const isService = ['identity', 'register'].includes(requester.agency);
    const may = isService || requester.role === 'auditor' ? [] : ['identity.name', 'identity.birth-date'];
    expect([requester, [...couldSee(requester)]]).toEqual([requester, may]);
    const otherwise = purposes.filter((purpose) => purpose !== 'privacy-administration');
    for (const purpose of otherwise)
      expect(codesOf(vocabulary, ceiling(rules, { requester, purpose }).SUMMARY)).toEqual([]);
  }
});

test('no family learns from a list that an officer looked', () => {
  const unlisted = pack.familySafety.flatMap((rule) => ('unlisted' in rule ? rule.unlisted : []));
  expect(unlisted).toContain('privacy-administration');
});

test('session notes are read by the clinician alone', () => {
  const readers = everyone.filter((requester) => couldSee(requester).has('mental-health.session-notes'));
  expect(readers.map(({ agency, role }) => `${agency} ${role}`)).toEqual(['mental-health clinician']);
});

test('a school never learns a diagnosis without consent', () => {
  const opening = ['teacher', 'principal', 'counsellor'].flatMap((role) =>
    rulesFor('education', role).filter(
      ({ basis, categories }) => basis !== 'NEVER' && categories.includes('mental-health.condition'),
    ),
  );
  expect(opening.length).toBeGreaterThan(0);
  expect(opening.every(({ basis, inEmergency }) => basis === 'WITH_CONSENT' && !inEmergency)).toBe(true);
});

test('a youth record opens to nobody in an emergency or by consent', () => {
  const opening = pack.rules.filter(
    ({ basis, categories }) => basis !== 'NEVER' && categories.includes('police.youth-record'),
  );
  expect(opening.every(({ basis, inEmergency }) => ['BY_LAW', 'ON_APPROVAL'].includes(basis) && !inEmergency)).toBe(
    true,
  );
});

test('the year of birth flows to a school system for each purpose a worker may ask with, and the day never does', () => {
  const school: Requester = { agency: 'education', role: 'system', user: 'school', kind: 'system' };
  const birthDate = 'identity.birth-date';
  for (const purpose of purposes.filter((code) => code !== 'privacy-administration')) {
    const could = ceiling(rules, { requester: school, purpose });
    expect([purpose, codesOf(vocabulary, could.SUMMARY).includes(birthDate)]).toEqual([purpose, true]);
    expect(codesOf(vocabulary, could.FULL)).not.toContain(birthDate);
  }
});

test.each(protocols)('protocol $id approves what rules leave to its custodian, and no more', (protocol) => {
  const { custodian, recipient, categories, involvement } = protocol;
  expect(categories.map((code) => code.split('.')[0])).toEqual(categories.map(() => custodian));
  const roles = recipient.role === undefined ? (vocabulary.roles[recipient.agency] ?? []) : [recipient.role];
  for (const purpose of protocol.purposes) {
    for (const code of categories) {
      const left = roles
        .flatMap((role) => rulesFor(recipient.agency, role))
        .some(
          (rule) =>
            rule.basis === 'ON_APPROVAL' &&
            rule.purposes.includes(purpose) &&
            rule.categories.includes(code) &&
            rule.involvement.kinds.includes(involvement),
        );
      expect([purpose, code, left]).toEqual([purpose, code, true]);
    }
  }
});
