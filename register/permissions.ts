import type { Kind, Requester, Vocabulary } from '@trellis/vocabulary';

/** What must hold besides who asks; one file of conditions says how each is judged. */
export type ConditionName =
  | 'holds-an-authority'
  | 'holds-the-authority-named'
  | 'is-the-child'
  | 'agency-is-involved'
  | 'is-assigned'
  | 'of-own-agency'
  | 'is-own'
  | 'is-custodian'
  | 'is-another-person'
  | 'only-takes-away'
  | 'of-another-agency'
  | 'gains-nothing'
  | 'suspended-by-own-agency'
  | 'is-no-restoration'
  | 'is-joint-with-the-giver'
  | 'is-supervisor'
  | 'is-not-alleged';

/** One way to be allowed: all of it must fit. */
export interface Grant {
  readonly kind: Kind;
  /** Agency codes; `AGENCY` is any agency that holds or asks for records, so neither `network` nor `family`. */
  readonly agencies: readonly string[];
  /** Roles; `EVERY` only where the kind says enough. */
  readonly roles: readonly string[] | 'EVERY';
  readonly when: readonly ConditionName[];
}

export type Mutation =
  | 'registerChild'
  | 'recordConsent'
  | 'withdrawConsent'
  | 'confirmConsent'
  | 'attestConsent'
  | 'recordAuthority'
  | 'suspendAuthority'
  | 'restoreAuthority'
  | 'endAuthority'
  | 'confirmAuthority'
  | 'recordOrder'
  | 'confirmOrder'
  | 'endOrder'
  | 'hideWhereabouts'
  | 'openInvolvement'
  | 'closeInvolvement'
  | 'requestDisclosure'
  | 'approveDisclosure'
  | 'declineDisclosure'
  | 'withdrawApproval'
  | 'grantStandingApproval'
  | 'confirmStandingApproval'
  | 'openEmergencyAccess'
  | 'openEmergencyAccessByName'
  | 'allowEmergencyAccess'
  | 'closeEmergencyAccess'
  | 'reviewEmergencyAccess'
  | 'recordStatement'
  | 'requestCorrection'
  | 'answerCorrection'
  | 'mergeChildren'
  | 'splitChild'
  | 'confirmLinkage'
  | 'placeLegalHold'
  | 'liftLegalHold'
  | 'requestErasure'
  | 'confirmErasure'
  | 'draftRules'
  | 'approveRules'
  | 'publishRules'
  | 'revertRules';

const AGENCY = ['AGENCY'];
const NETWORK = ['network'];
const family = (...when: ConditionName[]): Grant => ({ kind: 'family', agencies: ['family'], roles: 'EVERY', when });
const worker = (...when: ConditionName[]): Grant => ({ kind: 'worker', agencies: AGENCY, roles: 'EVERY', when });
const workerOf = (agency: string, ...when: ConditionName[]): Grant => ({
  kind: 'worker',
  agencies: [agency],
  roles: 'EVERY',
  when,
});
/** An agency's own privacy officers and approvers; auditors look and change nothing. */
const officer = (...when: ConditionName[]): Grant => ({
  kind: 'officer',
  agencies: AGENCY,
  roles: ['privacy-officer', 'approver'],
  when,
});
const networkOfficer = (...when: ConditionName[]): Grant => ({
  kind: 'officer',
  agencies: NETWORK,
  roles: ['privacy-officer', 'approver'],
  when,
});
const system = (...when: ConditionName[]): Grant => ({ kind: 'system', agencies: AGENCY, roles: ['system'], when });

/** Who may call which mutation. What no line allows is refused. */
export const permissionTable: Readonly<Record<Mutation, readonly Grant[]>> = {
  registerChild: [{ kind: 'system', agencies: ['identity'], roles: ['system'], when: [] }],
  recordConsent: [family('holds-the-authority-named'), worker('is-assigned'), officer('agency-is-involved')],
  withdrawConsent: [
    family('holds-the-authority-named'),
    family('is-the-child', 'only-takes-away'),
    worker('is-assigned', 'only-takes-away'),
    officer('agency-is-involved', 'only-takes-away'),
  ],
  confirmConsent: [
    family('holds-the-authority-named'),
    family('is-joint-with-the-giver', 'only-takes-away'),
    family('is-the-child', 'only-takes-away'),
  ],
  // A second person who gains nothing by it answers for evidence that it names.
  attestConsent: [
    worker('is-assigned', 'is-another-person', 'gains-nothing'),
    officer('agency-is-involved', 'is-another-person', 'gains-nothing'),
    networkOfficer('is-another-person'),
  ],
  recordAuthority: [
    workerOf('child-protection', 'is-assigned'),
    workerOf('mental-health', 'is-assigned'),
    officer('agency-is-involved'),
    networkOfficer(),
  ],
  suspendAuthority: [workerOf('child-protection', 'is-assigned'), officer('agency-is-involved'), networkOfficer()],
  restoreAuthority: [officer('suspended-by-own-agency'), networkOfficer()],
  endAuthority: [workerOf('child-protection', 'is-assigned'), officer('agency-is-involved'), networkOfficer()],
  // The second person is of the network, or of the agency that is the natural custodian of who decides for a child, and of another
  // agency than the first; a suspension is lifted by those who made it, or by the network.
  confirmAuthority: [
    networkOfficer('is-another-person'),
    {
      ...officer('agency-is-involved', 'is-another-person', 'of-another-agency', 'is-no-restoration'),
      agencies: ['child-protection'],
    },
    workerOf('child-protection', 'is-assigned', 'is-another-person', 'of-another-agency', 'is-no-restoration'),
    officer('suspended-by-own-agency', 'is-another-person'),
  ],
  recordOrder: [officer('agency-is-involved'), networkOfficer()],
  confirmOrder: [
    officer('of-own-agency', 'is-another-person', 'gains-nothing'),
    officer('agency-is-involved', 'is-another-person', 'gains-nothing'),
    networkOfficer('is-another-person'),
  ],
  endOrder: [officer('of-own-agency', 'is-another-person'), networkOfficer('is-another-person')],
  // Whoever an investigation names cannot turn it against the others.
  hideWhereabouts: [
    family('holds-an-authority', 'is-not-alleged'),
    worker('is-assigned'),
    officer('agency-is-involved'),
  ],
  openInvolvement: [system()],
  closeInvolvement: [system('of-own-agency')],
  requestDisclosure: [worker(), officer()],
  approveDisclosure: [officer('is-custodian', 'is-another-person')],
  declineDisclosure: [officer('is-custodian', 'is-another-person')],
  withdrawApproval: [officer('is-custodian')],
  grantStandingApproval: [{ ...officer(), roles: ['privacy-officer'] }],
  confirmStandingApproval: [officer('is-custodian', 'is-another-person'), networkOfficer('is-another-person')],
  openEmergencyAccess: [worker()],
  openEmergencyAccessByName: [worker()],
  allowEmergencyAccess: [
    worker('of-own-agency', 'is-another-person', 'is-supervisor'),
    officer('of-own-agency', 'is-another-person'),
    networkOfficer('is-another-person'),
  ],
  closeEmergencyAccess: [worker('is-own'), officer('of-own-agency'), networkOfficer()],
  reviewEmergencyAccess: [officer('of-own-agency', 'is-another-person'), networkOfficer('is-another-person')],
  recordStatement: [family('holds-an-authority')],
  requestCorrection: [family('holds-an-authority')],
  answerCorrection: [officer('of-own-agency')],
  mergeChildren: [networkOfficer()],
  splitChild: [networkOfficer()],
  confirmLinkage: [networkOfficer('is-another-person')],
  placeLegalHold: [officer('agency-is-involved'), networkOfficer()],
  liftLegalHold: [officer('of-own-agency', 'is-another-person'), networkOfficer('is-another-person')],
  requestErasure: [{ ...networkOfficer(), roles: ['privacy-officer'] }],
  confirmErasure: [networkOfficer('is-another-person')],
  draftRules: [{ ...networkOfficer(), roles: ['privacy-officer'] }],
  approveRules: [networkOfficer('is-another-person')],
  publishRules: [networkOfficer()],
  revertRules: [networkOfficer()],
};

/** The grants that fit who asks, before conditions. None: refused, whatever the record. An agency is one of the network's, or none. */
export function grantsFor(
  mutation: Mutation,
  { kind, agency, role }: Requester,
  { agencies }: Pick<Vocabulary, 'agencies'>,
): readonly Grant[] {
  return permissionTable[mutation].filter(
    (grant) =>
      grant.kind === kind &&
      (grant.agencies.includes(agency) || (grant.agencies.includes('AGENCY') && agencies.includes(agency))) &&
      (grant.roles === 'EVERY' || grant.roles.includes(role)),
  );
}
