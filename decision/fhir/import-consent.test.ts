import { describe, expect, it, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import type { FhirContext } from './consent-draft.ts';
import { exportConsent } from './export-consent.ts';
import { importConsent } from './import-consent.ts';

const context: FhirContext = {
  vocabulary,
  timeZone: 'America/Toronto',
  child: (reference) => (reference === 'Patient/1' ? 'child-1' : undefined),
  authority: (reference) => (reference === 'Patient/1' ? 'self' : undefined),
  recipients: (reference) => (reference === 'Organization/school' ? [{ agency: 'education' }] : undefined),
  custodian: (reference) => (reference === 'Organization/clinic' ? ['mental-health', 'sensitivity'] : undefined),
  everyone: undefined,
  policies: new Set(),
};
const reason = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const code = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const school = [
  {
    role: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' }] },
    reference: { reference: 'Organization/school' },
  },
];
const care = [{ system: reason, code: 'CAREMGT' }];
const category = [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }];
const r4 = {
  resourceType: 'Consent',
  status: 'active',
  scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
  category,
  patient: { reference: 'Patient/1' },
  performer: [{ reference: 'Patient/1' }],
  organization: [{ reference: 'Organization/clinic' }],
  provision: { type: 'permit', actor: school, purpose: care } as Record<string, unknown>,
};
const r5 = {
  resourceType: 'Consent',
  status: 'active',
  category,
  subject: { reference: 'Patient/1' },
  grantor: [{ reference: 'Patient/1' }],
  controller: [{ reference: 'Organization/clinic' }],
  decision: 'deny',
};
const all = ['mental-health', 'sensitivity'];
const elements = (json: unknown) => {
  const imported = importConsent(json, context);
  return 'refused' in imported ? imported.refused.map(({ element }) => element) : 'carried';
};

describe('an R4 Consent', () => {
  it('permits what its root names, of all that its custodian keeps', () => {
    expect(importConsent(r4, context)).toMatchObject({
      consents: [
        {
          decision: 'PERMIT',
          child: 'child-1',
          by: 'self',
          recipients: [{ agency: 'education' }],
          purposes: ['care-coordination'],
          categories: all,
          level: 'FULL',
          from: null,
          state: 'ACTIVE',
          except: [],
        },
      ],
    });
  });

  it('refuses all of what it names, the summary included, to everyone where nobody is named', () => {
    expect(importConsent({ ...r4, provision: { type: 'deny' } }, context)).toMatchObject({
      consents: [{ decision: 'REFUSE', recipients: [], purposes: [], categories: all, level: 'SUMMARY' }],
    });
  });

  it.each([
    ['the root', { actor: school, purpose: care }, 'provision.type'],
    ['an exception', { ...r4.provision, provision: [{ purpose: care }] }, 'provision.provision[0].type'],
  ])('is refused, never guessed, where %s omits the type', (_, provision, element) => {
    expect(elements({ ...r4, provision })).toEqual([element]);
  });

  it.each([
    ['no provision', { provision: undefined }, 'provision'],
    ['a base policy', { policyRule: { text: 'OPTIN' } }, 'policyRule'],
    ['a policy nobody read', { policy: [{ uri: 'http://elsewhere' }] }, 'policy[0].uri'],
    ['another scope', { scope: { coding: [{ system: 'x', code: 'research' }] } }, 'scope'],
    ['a status not in force', { status: 'inactive' }, 'status'],
    ['an unknown child', { patient: { reference: 'Patient/2' } }, 'patient'],
    ['nobody who decided', { performer: undefined }, 'performer'],
    [
      'a modifier of somebody else',
      { modifierExtension: [{ url: 'http://x', valueBoolean: true }] },
      'modifierExtension',
    ],
    ['an extension', { extension: [{ url: 'http://x' }] }, 'extension'],
    ['a permit for everybody', { provision: { type: 'permit', purpose: care } }, 'provision.actor'],
    ['a permit for everything', { provision: { type: 'permit', actor: school } }, 'provision.purpose'],
    [
      'an unknown label',
      { provision: { ...r4.provision, securityLabel: [{ system: code, code: 'HIV' }] } },
      'provision.securityLabel[0]',
    ],
    [
      'a period turned round',
      { provision: { ...r4.provision, period: { start: '2026-02', end: '2026-01' } } },
      'provision.period',
    ],
    ['no such day', { provision: { ...r4.provision, period: { start: '2026-02-30' } } }, 'provision.period.start'],
    ['a code of a document', { provision: { ...r4.provision, code: [{}] } }, 'provision.code'],
  ])('with %s is refused by the name of the element', (_, altered, element) => {
    expect(elements({ ...r4, ...altered })).toEqual([element]);
  });

  it('counts its last day in, where the network is', () => {
    const provision = { ...r4.provision, period: { start: '2026-03-08', end: '2026-11-01' } };
    expect(importConsent({ ...r4, provision }, context)).toMatchObject({
      consents: [{ from: Date.parse('2026-03-08T00:00:00-05:00'), to: Date.parse('2026-11-02T00:00:00-05:00') }],
    });
  });
});

describe('an R5 Consent', () => {
  it('decides by `decision`, and is refused where it has none', () => {
    expect(importConsent(r5, context)).toMatchObject({ consents: [{ decision: 'REFUSE', categories: all }] });
    expect(elements({ ...r5, decision: undefined })).toEqual(['decision']);
  });

  it('that denies except for care refuses the rest, and permits care', () => {
    expect(importConsent({ ...r5, provision: [{ actor: school, purpose: care }] }, context)).toMatchObject({
      consents: [
        {
          decision: 'REFUSE',
          recipients: [],
          except: [{ recipients: [{ agency: 'education' }], purposes: ['care-coordination'] }],
        },
        { decision: 'PERMIT', recipients: [{ agency: 'education' }], purposes: ['care-coordination'], categories: all },
      ],
    });
  });

  it('that permits everything for every purpose is refused', () => {
    expect(elements({ ...r5, decision: 'permit' })).toEqual(['actor', 'purpose']);
  });

  it('has no type at a provision', () => {
    expect(elements({ ...r5, provision: [{ type: 'permit', purpose: care }] })).toEqual(['provision[0].type']);
  });
});

test('what is no resource, is too large or too deep, is refused without being read', () => {
  let deep: unknown = {};
  for (let depth = 0; depth < 10_000; depth += 1) deep = { provision: [deep] };
  for (const json of [null, 'Consent', 7, { ...r4, provision: deep }, { ...r4, text: 'x'.repeat(10_000_000) }]) {
    expect(elements(json)).toEqual(['Consent']);
  }
});

test('labels mean the categories that carry them, and a refusal of a confidentiality reaches what is stricter', () => {
  const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
  const categoriesOf = (type: string, system: string, label: string) => {
    const provision = { ...r4.provision, type, securityLabel: [{ system, code: label }] };
    const imported = importConsent({ ...r4, provision }, context);
    return 'consents' in imported ? imported.consents[0]?.categories : imported;
  };
  expect(categoriesOf('permit', code, 'PSYTHPN')).toEqual(['mental-health.session-notes']);
  expect(categoriesOf('permit', confidentiality, 'V')).toEqual(['mental-health.session-notes']);
  expect(categoriesOf('permit', confidentiality, 'R')).not.toContain('mental-health.session-notes');
  expect(categoriesOf('deny', confidentiality, 'R')).toContain('mental-health.session-notes');
});

test('a tree deeper than an exception to an exception is not written', () => {
  const imported = importConsent(r4, context);
  if ('refused' in imported) throw new Error('carried above');
  const deep = { ...imported.consents[0]!, except: [{ except: [{ except: [{}] }] }] };
  expect(exportConsent(deep, 'R4', vocabulary)).toMatchObject({ refused: [{ element: 'except[0].except[0].except' }] });
});
