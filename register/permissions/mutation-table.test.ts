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
const family: Who = (kind, agency) => kind === 'family' && agency === 'family';
const officer: Who = (kind, agency, role) => kind === 'officer' && isAgency(agency) && decides(role);
const network: Who = (kind, agency, role) => kind === 'officer' && agency === 'network' && decides(role);
const system: Who = (kind, agency, role) => kind === 'system' && isAgency(agency) && role === 'system';
const any =
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
  recordConsent: any(family, worker, officer),
  withdrawConsent: any(family, worker, officer),
  confirmConsent: family,
  attestConsent: any(worker, officer, network),
  recordAuthority: any(workerOf('child-protection'), workerOf('mental-health'), officer, network),
  suspendAuthority: any(workerOf('child-protection'), officer, network),
  restoreAuthority: any(officer, network),
  endAuthority: any(workerOf('child-protection'), officer, network),
  confirmAuthority: any(workerOf('child-protection'), officer, network),
  recordOrder: any(officer, network),
  endOrder: any(officer, network),
  hideWhereabouts: any(family, worker, officer),
  confirmOrder: any(officer, network),
  recordRelation: any(workerOf('child-protection'), officer, network),
  endRelation: any(officer, network),
  confirmRelation: any(officer, network),
  recordHarmRefusal: officer,
  endHarmRefusal: any(officer, network),
  confirmHarmRefusal: any(officer, network),
  openInvolvement: system,
  closeInvolvement: system,
  requestDisclosure: any(worker, officer),
  approveDisclosure: officer,
  declineDisclosure: officer,
  withdrawApproval: officer,
  grantStandingApproval: (...who) => officer(...who) && who[2] === 'privacy-officer',
  confirmStandingApproval: any(officer, network),
  openEmergencyAccess: worker,
  openEmergencyAccessByName: worker,
  allowEmergencyAccess: any(worker, officer, network),
  closeEmergencyAccess: any(worker, officer, network),
  reviewEmergencyAccess: any(officer, network),
  recordStatement: family,
  requestCorrection: family,
  answerCorrection: officer,
  mergeChildren: network,
  splitChild: network,
  confirmLinkage: network,
  placeLegalHold: any(officer, network),
  liftLegalHold: any(officer, network),
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
      'declineDisclosure',
      'reviewEmergencyAccess',
      'liftLegalHold',
      'confirmAuthority',
      'attestConsent',
      'confirmStandingApproval',
      'allowEmergencyAccess',
      'endOrder',
      'confirmErasure',
      'confirmLinkage',
      'approveRules',
    ] as const) {
      for (const { when } of permissionTable[mutation])
        expect([mutation, when]).toEqual([mutation, expect.arrayContaining(['is-another-person'])]);
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
