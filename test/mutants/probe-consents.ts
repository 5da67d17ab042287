import { readFileSync } from 'node:fs';
import { vocabulary } from '@trellis/vocabulary';
import * as engine from '@trellis/decision';
import { engineOf, permissions, type Load } from './engine-under-test.ts';

const now = Date.parse('2026-11-21T17:00Z');
const clinician = { agency: 'mental-health', role: 'clinician', user: 'u', kind: 'worker' as const };
const teacher = { agency: 'education', role: 'teacher', user: 'u', kind: 'worker' as const };
const involvement = { evidence: '', assigned: [], from: 0, to: null };
const plain: engine.ChildFacts = {
  child: 'c',
  version: 1,
  birthDate: '2018-01-01',
  consents: [],
  authorities: [],
  orders: [],
  involvements: [
    { ...involvement, id: 'i', agency: 'mental-health', kind: 'treatment' },
    { ...involvement, id: 'j', agency: 'education', kind: 'enrolment' },
  ],
  approvals: [],
  emergencies: [{ id: 'e', agency: 'mental-health', user: 'u', openedAt: 0, until: now + 1, closedAt: null }],
};
const parent: engine.Authority = {
  id: 'a',
  holder: 'p',
  kind: 'custodial-parent',
  domains: null,
  jointWith: [],
  from: '2015-01-01',
  to: null,
  suspended: false,
};
const plainConsent: engine.Consent = {
  id: 'k',
  decision: 'REFUSE',
  by: 'a',
  recipients: [{ agency: 'mental-health' }, { agency: 'education' }],
  purposes: ['treatment', 'education-support'],
  categories: ['mental-health'],
  level: 'FULL',
  from: 0,
  to: null,
  recordsFrom: null,
  recordsTo: null,
  notEvenInEmergency: true,
  except: [],
  state: 'ACTIVE',
  evidence: null,
  language: 'en',
  recordedAt: now,
};

/** What is permitted of mental health, and on which grounds. */
function told(decision: engine.Decision): string {
  const grounds = vocabulary.categories.flatMap(({ domain }, bit) =>
    domain === 'mental-health' ? [decision.grounds(bit, 'SUMMARY'), decision.grounds(bit, 'FULL')] : [],
  );
  return `${permissions(decision)} ${JSON.stringify(grounds)}`;
}

/** Asks an engine with the example pack, as clinician and as teacher, with emergency access and without. */
function askExample(load: Load, yields = true): (facts: engine.ChildFacts) => string {
  const api = engineOf(load);
  const yaml = readFileSync(new URL('../../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');
  const example = engine.parseRuleSet(yaml, vocabulary);
  const authorities = example.authorities.map((kind) => ({
    ...kind,
    reach: kind.reach.map((reach) => (yields ? reach : { ...reach, yieldsAt: null })),
  }));
  const rules = api.compileRules({ ...example, authorities }, vocabulary);
  const network = { version: 1, ruleSet: 1, standingApprovals: [] };
  return (facts) =>
    [
      { requester: clinician, purpose: 'treatment' },
      { requester: teacher, purpose: 'education-support' },
    ]
      .flatMap((asked) =>
        [{ ...facts }, { ...facts, emergencies: [] }].map((each) =>
          told(api.decide(rules, network, each, { ...asked, now })),
        ),
      )
      .join(' ');
}

/** Consents nested to the limit and past it, unreadable ones, and authorities under one id. */
export function deepConsents(load: Load): string {
  const ask = askExample(load);
  const nest = (depth: number, narrow: number): engine.ConsentException => ({
    ...(narrow === 0 ? { categories: ['police'] } : {}),
    ...(depth === 0 ? {} : { except: [nest(depth - 1, narrow - 1)] }),
  });
  return (['PERMIT', 'REFUSE', 'PERHAPS'] as const)
    .flatMap((decision) =>
      [0, 1, 2, 5, 6, 7, 8, 9, 10, 40].flatMap((depth) =>
        [-1, 1, 2, 3].flatMap((narrow) =>
          (['ACTIVE', 'SOMEHOW'] as const).map(
            (state) => ({ ...plainConsent, decision, state, except: [nest(depth, narrow)] }) as engine.Consent,
          ),
        ),
      ),
    )
    .flatMap((consent) =>
      [
        [parent],
        [parent, { ...parent, kind: 'access-parent' }],
        [parent, { ...parent }],
        [parent, { ...parent, kind: 'unheard-of' }],
        [{ ...parent, kind: 'unheard-of' }, parent],
      ].map((authorities) => ask({ ...plain, authorities, consents: [consent] })),
    )
    .join(';');
}

/** A child's own refusal, sound or not, over a parent's that only stays and is locked: the sound one alone sets it aside. */
export function settingAside(load: Load): string {
  const ask = askExample(load);
  const child: engine.Authority = { ...parent, id: 'b', holder: 'c', kind: 'child', domains: ['mental-health'] };
  const stays: engine.Consent = { ...plainConsent, id: 'old', recordedAt: Date.parse('2020-01-01T12:00Z') };
  const own: engine.Consent = { ...plainConsent, id: 'own', by: 'b', notEvenInEmergency: false };
  const broken = [
    {},
    { purposes: ['treatment', 'unknown'] },
    { decision: 'PERHAPS' },
    { state: 'SOMEHOW' },
    { state: 'NEEDS_CONFIRMATION' },
    { level: 'PARTLY' },
    { level: 'SUMMARY' },
    { recordsFrom: '2020-01-01' },
    { recordsFrom: 'x' },
    { recordsTo: '2020-01-01' },
    { from: NaN },
    { to: NaN },
    { to: 0 },
    { recordedAt: NaN },
    { recordedAt: NaN, by: 'z' },
    { by: 'missing' },
    { unconfirmed: true },
    { unconfirmed: true, level: 'SUMMARY' },
    { decision: 'PERMIT' },
    { decision: 'PERMIT', unconfirmed: true },
    { decision: 'PERMIT', purposes: ['treatment', 'unknown'], except: [{ categories: ['mental-health'] }] },
    { decision: 'PERMIT', except: [{ categories: ['mental-health.risk'] }] },
  ];
  return broken
    .flatMap((part) =>
      [{}, { notEvenInEmergency: true }].flatMap((lock) =>
        ['2012-01-01', null].flatMap((birthDate) =>
          [[stays], [stays, { ...stays, id: 'new', level: 'SUMMARY' as const }], []].map((others) =>
            ask({
              ...plain,
              birthDate,
              authorities: [parent, child, { ...child, id: 'z', suspended: true }],
              consents: [...others, { ...own, ...lock, ...part } as engine.Consent],
            }),
          ),
        ),
      ),
    )
    .join(';');
}

/** Two parents who decide jointly, or alone, or not at all; the records of each say so, or one's alone. */
export function decidingJointly(load: Load): string {
  const ask = askExample(load);
  const permit: engine.Consent = { ...plainConsent, decision: 'PERMIT', notEvenInEmergency: false };
  const partners: readonly Partial<engine.Authority>[] = [
    {},
    { suspended: true },
    { to: '2020-01-01' },
    { domains: ['education'] },
    { kind: 'access-parent' },
    { kind: 'child', domains: ['mental-health'] },
    { kind: 'unheard-of' },
  ];
  const given: readonly (readonly Partial<engine.Consent>[])[] = [
    [{}],
    [{}, { id: 'l', by: 'b' }],
    [{}, { id: 'l', by: 'b', level: 'SUMMARY' }],
    [{}, { id: 'l', by: 'b', categories: ['mental-health.condition'] }],
    [{ id: 'l', by: 'b' }],
    [{}, { id: 'l', by: 'b', decision: 'REFUSE' }],
    [{}, { id: 'l', by: 'b' }, { id: 'm', by: 'b', decision: 'REFUSE', level: 'SUMMARY', recordedAt: 0 }],
  ];
  const joint: readonly (readonly [string[], string[]])[] = [
    [[], []],
    [['b'], ['a']],
    [['b'], []],
    [[], ['a']],
    [['a'], []],
    [['missing'], []],
  ];
  return partners
    .flatMap((part) =>
      given.flatMap((consents) =>
        joint.flatMap(([one, other]) =>
          ['2018-01-01', '2012-01-01', '2009-01-01', null].map((birthDate) =>
            ask({
              ...plain,
              birthDate,
              authorities: [
                { ...parent, jointWith: one },
                { ...parent, id: 'b', ...part, jointWith: other },
              ],
              consents: consents.map((each) => ({ ...permit, ...each })),
            }),
          ),
        ),
      ),
    )
    .join(';');
}

/** A child's permit and a parent's, where both may decide; and what was found of the child around the birthday that presumes it capable. */
export function besideTheChild(load: Load): string {
  const permit: engine.Consent = { ...plainConsent, decision: 'PERMIT', notEvenInEmergency: false };
  const child: engine.Authority = { ...parent, id: 'b', holder: 'c', kind: 'child', domains: ['mental-health'] };
  const own: engine.Consent = { ...permit, id: 'own', by: 'b' };
  const both = [true, false].flatMap((yields) =>
    [
      [permit],
      [own],
      [permit, own],
      [permit, { ...own, level: 'SUMMARY' as const }],
      [permit, { ...own, decision: 'REFUSE' as const }],
    ].map((consents) =>
      askExample(load, yields)({ ...plain, birthDate: '2012-01-01', authorities: [parent, child], consents }),
    ),
  );
  const found = ['2024-12-31', '2025-01-01', '2025-01-02', '2026-11-21', '2026-11-22'].flatMap((from) =>
    [[], ['mental-health'], ['education'], null].flatMap((domains) =>
      ['2009-01-01', '2009-01-02', null].flatMap((birthDate) =>
        [[permit], [own], [permit, own]].map((consents) =>
          askExample(load)({ ...plain, birthDate, authorities: [parent, { ...child, domains, from }], consents }),
        ),
      ),
    ),
  );
  return [...both, ...found].join(';');
}
