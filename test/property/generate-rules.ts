import type { Basis, Vocabulary } from '@trellis/vocabulary';
import type { AuthorityKind, LegalAuthority, Reach, RuleConditions, RuleSet, SharingRule } from '@trellis/decision';
import type { Random } from './random.ts';

export const said = { en: 'x', fr: 'x' };
export const law: LegalAuthority = {
  citation: 'x',
  jurisdiction: 'X',
  asOf: '2026-01-01',
  confidence: 'SEEN',
  force: 'DUTY',
  duty: { en: 'x', fr: 'x' },
};
const recipients: readonly Exclude<SharingRule['recipients'], 'EVERYONE'>[number][] = [
  { agency: 'north', roles: ['worker', 'lead'], kinds: ['worker'] },
  { agency: 'north', roles: ['worker'], kinds: ['worker', 'officer'] },
  { agency: 'south', roles: ['teacher'], kinds: ['worker'] },
  { agency: 'south', roles: ['system'], kinds: ['system'] },
  { agency: 'south', roles: ['privacy-officer'], kinds: ['officer'] },
];

const familyRecipient = { agency: 'family', roles: ['child', 'parent'], kinds: ['family'] } as const;

/** A rule set such as a pack could hold: every basis, both levels, all involvements, five kinds of authority. */
export function generateRules(choose: Random, vocabulary: Vocabulary): RuleSet {
  const codes = vocabulary.categories.map(({ code }) => code);
  return {
    pack: 'generated',
    version: '1',
    jurisdiction: 'X',
    timeZone: choose.pick(['America/Toronto', 'America/Toronto', 'UTC', 'Asia/Kolkata']),
    ageUnknownBelow: choose.pick([null, 18, 18]),
    longestProtocolDays: 731,
    longestApprovalDays: 366,
    asOf: '2026-01-01',
    notice: said,
    authorities: generateKinds(choose, codes),
    rules: Array.from({ length: 8 + choose.below(14) }, (_, index) => generateRule(choose, codes, `rule-${index}`)),
    onlyByOrder: [],
    accessPeriods: [],
    familySafety: [],
  };
}

const bases: readonly Basis[] = [
  'NEVER',
  'BY_LAW',
  'UNLESS_REFUSED',
  'ON_APPROVAL',
  'ON_APPROVAL',
  'WITH_CONSENT',
  'WITH_CONSENT',
  'WITH_CONSENT',
  'WITH_CONSENT',
];

function generateConditions(choose: Random, basis: Basis, family: boolean): RuleConditions {
  const [from, to] = choose.pick([
    [null, 16],
    [12, null],
    [12, 16],
  ] as const);
  const relations = ['ALLEGED', 'OWN_FAMILY'] as const;
  return {
    childAge: choose.chance(0.15) ? { from, to } : null,
    notFor: choose.chance(0.15) ? [choose.pick(relations)] : [],
    onlyFor: basis === 'NEVER' && choose.chance(0.5) ? [choose.pick(relations)] : [],
    whileOpen:
      basis !== 'NEVER' && choose.chance(0.1) ? choose.some(['open-file', 'enrolment', 'treatment'], 1, 2) : [],
    authority:
      family && basis !== 'NEVER' && choose.chance(0.6)
        ? {
            kinds: choose.some(['child', 'parent', 'access', 'adult'], 0, 3),
            standing: choose.pick(['HOLDS', 'DECIDES', 'DECIDES']),
            beside: choose.chance(0.4) ? ['parent', 'society'] : [],
          }
        : null,
    consentBy:
      basis === 'WITH_CONSENT' && choose.chance(0.3) ? choose.some(['child', 'parent', 'society', 'adult'], 1, 2) : [],
  };
}

export function generateRule(choose: Random, codes: readonly string[], id: string): SharingRule {
  const basis = choose.pick(bases);
  const never = basis === 'NEVER';
  const to = choose.chance(0.15)
    ? [familyRecipient]
    : choose.some([...recipients, familyRecipient], never ? 1 : 2, never ? 2 : 5);
  const family = to.some(({ agency }) => agency === 'family');
  const need = never || family ? 'NONE' : choose.pick(['NONE', 'AGENCY', 'AGENCY', 'ASSIGNED'] as const);
  const inEmergency = !never && choose.chance(0.35);
  const lockableBy = choose.some(['child', 'parent', 'society'], 0, 2);
  return {
    id,
    sentence: said,
    recipients: never && choose.chance(0.5) ? 'EVERYONE' : to,
    purposes:
      never && choose.chance(0.5)
        ? 'EVERY'
        : choose.some(['care', 'inquiry', 'family-access', 'urgent'], never ? 1 : 2, 4),
    when: generateConditions(
      choose,
      basis,
      to.every(({ agency }) => agency === 'family'),
    ),
    involvement: { need, kinds: need === 'NONE' ? [] : choose.some(['open-file', 'enrolment', 'treatment'], 1, 2) },
    categories: choose.some(codes, 1, never ? 2 : Math.max(5, codes.length / 2)),
    level: choose.chance(0.7) ? 'FULL' : 'SUMMARY',
    basis,
    inEmergency,
    lockableBy,
    lockBinds: basis === 'BY_LAW' && lockableBy.length > 0 && choose.chance(0.4),
    unlessHarm: !never && choose.chance(0.2),
    obligations: choose.chance(0.3) ? [{ code: 'KEEP_SEPARATE', en: `keep ${id}`, fr: 'x' }] : [],
    authority: law,
  };
}

function generateKinds(choose: Random, codes: readonly string[]): AuthorityKind[] {
  const part = (given: Partial<Reach>): Reach => ({
    may: choose.chance(0.85) ? ['CONSENT', 'REFUSE'] : choose.pick([['CONSENT'], ['REFUSE']]),
    categories: choose.chance(0.8) ? codes : choose.some(codes, 1, codes.length),
    of: ['CHILD'],
    fromAge: null,
    toAge: null,
    yieldsAt: null,
    presumedFrom: null,
    ...given,
  });
  const own = () => part({ fromAge: choose.pick([null, 12, 16]), presumedFrom: choose.pick([null, 12, 16, 18]) });
  const held = () => part({ toAge: choose.pick([null, null, 18, 18]), yieldsAt: choose.pick([null, null, 12, 16]) });
  const kind = (name: string, given: Partial<AuthorityKind>): AuthorityKind => ({
    kind: name,
    title: said,
    decides: 'FOR_CHILD',
    family: null,
    rank: 6,
    reach: [],
    authority: law,
    ...given,
  });
  const several = (make: () => Reach) => Array.from({ length: 1 + choose.below(2) }, make);
  return [
    kind('child', { decides: 'SELF', family: 'child', rank: 0, reach: several(own) }),
    kind('parent', { family: 'parent', reach: several(held) }),
    kind('access', { family: 'parent', rank: 7, reach: choose.chance(0.5) ? [] : several(held) }),
    kind('society', { reach: several(held) }),
    kind('adult', { family: 'substitute', rank: choose.pick([5, 9]), reach: [part({ of: ['ADULT'] })] }),
  ];
}
