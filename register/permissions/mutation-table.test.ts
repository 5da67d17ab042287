import { vocabulary, type Kind } from '@trellis/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { grantsFor, permissionTable, type Mutation } from './mutation-table.ts';

/** Every requester a token could name: each kind with each agency and each role that agency has, fitting or not. */
const agencies = [...vocabulary.agencies, 'network', 'family', 'nobody'];
const roles = [...new Set([...Object.values(vocabulary.roles).flat(), 'system', 'nothing'])];
const requesters = vocabulary.kinds.flatMap((kind) =>
  agencies.flatMap((agency) => roles.map((role) => ({ kind, agency, role, user: 'someone' }))),
);
type Who = (kind: Kind, agency: string, role: string) => boolean;
const isAgency = (agency: string): boolean => !['network', 'family', 'nobody'].includes(agency);
const decides = (role: string): boolean => role === 'privacy-officer' || role === 'approver';

const worker: Who = (kind, agency) => kind === 'worker' && isAgency(agency);
const supervisor: Who = (...who) => workerOf('child-protection')(...who) && who[2] === 'supervisor';
const family: Who = (kind, agency) => kind === 'family' && agency === 'family';
const officer: Who = (kind, agency, role) => kind === 'officer' && isAgency(agency) && decides(role);
const network: Who = (kind, agency, role) => kind === 'officer' && agency === 'network' && decides(role);
const system: Who = (kind, agency, role) => kind === 'system' && isAgency(agency) && role === 'system';
const anyOf =
  (...all: readonly Who[]): Who =>
  (...who) =>
    all.some((each) => each(...who));
const workerOf =
  (name: string): Who =>
  (kind, agency) =>
    kind === 'worker' && agency === name;

/** The callers who pass the first check of each mutation, written a second time and another way. */
const expected: Record<Mutation, Who> = {
  registerChild: (...who) => system(...who) && who[1] === 'identity',
  recordConsent: anyOf(family, worker, officer),
  withdrawConsent: anyOf(family, worker, officer),
  confirmConsent: family,
  attestConsent: anyOf(worker, officer, network),
  recordAuthority: anyOf(workerOf('child-protection'), workerOf('mental-health'), officer, network),
  suspendAuthority: anyOf(workerOf('child-protection'), officer, network),
  restoreAuthority: anyOf(officer, network),
  endAuthority: anyOf(workerOf('child-protection'), officer, network),
  confirmAuthority: anyOf(workerOf('child-protection'), officer, network),
  recordOrder: anyOf(officer, network),
  endOrder: anyOf(officer, network),
  dropProposal: anyOf(family, worker, officer, network),
  hideWhereabouts: anyOf(family, worker, officer),
  confirmOrder: anyOf(officer, network),
  recordRelation: anyOf(workerOf('child-protection'), officer, network),
  endRelation: anyOf(officer, network),
  confirmRelation: anyOf(officer, network),
  recordHarmRefusal: officer,
  endHarmRefusal: anyOf(officer, network),
  confirmHarmRefusal: anyOf(officer, network),
  openInvolvement: system,
  closeInvolvement: system,
  requestDisclosure: anyOf(family, worker, officer),
  approveDisclosure: officer,
  declineDisclosure: officer,
  withdrawApproval: officer,
  grantStandingApproval: (...who) => officer(...who) && who[2] === 'privacy-officer',
  confirmStandingApproval: anyOf(officer, network),
  openEmergencyAccess: worker,
  openEmergencyAccessByName: worker,
  allowEmergencyAccess: anyOf(supervisor, officer, network),
  closeEmergencyAccess: anyOf(worker, officer, network),
  reviewEmergencyAccess: anyOf(officer, network),
  recordStatement: family,
  requestCorrection: family,
  answerCorrection: officer,
  mergeChildren: network,
  splitChild: network,
  confirmLinkage: network,
  placeLegalHold: anyOf(officer, network),
  liftLegalHold: anyOf(officer, network),
  requestErasure: (...who) => network(...who) && who[2] === 'privacy-officer',
  confirmErasure: network,
  draftRules: (...who) => network(...who) && who[2] === 'privacy-officer',
  approveRules: network,
  publishRules: network,
  revertRules: network,
};

describe('the permission table', () => {
  it.each(Object.keys(permissionTable) as Mutation[])('lets no one else near %s', (mutation) => {
    for (const requester of requesters) {
      const { kind, agency, role } = requester;
      const cell = `${kind} ${agency} ${role}`;
      expect([cell, grantsFor(mutation, requester, vocabulary).length > 0]).toEqual([
        cell,
        expected[mutation](kind, agency, role),
      ]);
    }
  });

  it('asks for two people where one must not decide alone', () => {
    for (const mutation of [
      'confirmOrder',
      'confirmRelation',
      'confirmHarmRefusal',
      'approveDisclosure',
      'reviewEmergencyAccess',
      'liftLegalHold',
      'confirmAuthority',
      'attestConsent',
      'confirmStandingApproval',
      'allowEmergencyAccess',
      'confirmErasure',
      'confirmLinkage',
      'approveRules',
    ] as const) {
      for (const { when } of permissionTable[mutation])
        expect([mutation, when]).toEqual([mutation, expect.arrayContaining(['is-another-person'])]);
    }
  });

  it('takes a record that nobody is recorded for away, and gives nothing by it', () => {
    const safe: ReadonlySet<string> = new Set(['is-another-person', 'has-no-first-person', 'only-takes-away']);
    for (const [mutation, grants] of Object.entries(permissionTable)) {
      const isAbsent = grants.some(({ when }) => when.includes('has-no-first-person'));
      expect([mutation, isAbsent]).toEqual([mutation, ['endOrder', 'declineDisclosure'].includes(mutation)]);
      for (const { when } of isAbsent ? grants : []) expect(when.some((each) => safe.has(each))).toBe(true);
    }
  });

  it('lets nobody but its giver undo a refusal', () => {
    for (const mutation of ['withdrawConsent', 'confirmConsent'] as const) {
      for (const { when } of permissionTable[mutation]) {
        expect(when.includes('holds-the-authority-named') || when.includes('only-takes-away')).toBe(true);
      }
    }
  });
});
