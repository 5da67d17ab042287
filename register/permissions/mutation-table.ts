import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { fits } from './fits.ts';
import type { AgencyClass, ConditionName, Grant } from './grant.ts';

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
  | 'dropProposal'
  | 'hideWhereabouts'
  | 'recordRelation'
  | 'endRelation'
  | 'confirmRelation'
  | 'recordHarmRefusal'
  | 'endHarmRefusal'
  | 'confirmHarmRefusal'
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

const family = (...when: ConditionName[]): Grant => ({ kind: 'family', agency: 'family', roles: 'EVERY', when });
const worker = (...when: ConditionName[]): Grant => ({ kind: 'worker', agency: 'AGENCY', roles: 'EVERY', when });
const workerOf = (agency: AgencyClass, ...when: ConditionName[]): Grant => ({
  kind: 'worker',
  agency,
  roles: 'EVERY',
  when,
});
/** An agency's own privacy officers and approvers; auditors look and change nothing. */
const officer = (...when: ConditionName[]): Grant => ({
  kind: 'officer',
  agency: 'AGENCY',
  roles: ['privacy-officer', 'approver'],
  when,
});
const networkOfficer = (...when: ConditionName[]): Grant => ({
  kind: 'officer',
  agency: 'network',
  roles: ['privacy-officer', 'approver'],
  when,
});
const system = (...when: ConditionName[]): Grant => ({ kind: 'system', agency: 'AGENCY', roles: ['system'], when });

/** The callers who may call each mutation. What no line allows is refused. */
export const permissionTable: Readonly<Record<Mutation, readonly Grant[]>> = {
  registerChild: [{ kind: 'system', agency: 'identity', roles: ['system'], when: [] }],
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
    workerOf('PROTECTION', 'is-assigned'),
    workerOf('CAPACITY', 'is-assigned'),
    officer('agency-is-involved'),
    networkOfficer(),
  ],
  suspendAuthority: [workerOf('PROTECTION', 'is-assigned'), officer('agency-is-involved'), networkOfficer()],
  restoreAuthority: [officer('suspended-by-own-agency', 'is-not-named'), networkOfficer('is-not-named')],
  endAuthority: [workerOf('PROTECTION', 'is-assigned'), officer('agency-is-involved'), networkOfficer()],
  // The second person is of the network, or of the agency that is the natural custodian of who decides for a child, and of another
  // agency than the first; a suspension is lifted by those who made it, or by the network.
  confirmAuthority: [
    networkOfficer('is-another-person'),
    {
      ...officer('agency-is-involved', 'is-another-person', 'of-another-agency', 'is-no-restoration'),
      agency: 'PROTECTION',
    },
    workerOf('PROTECTION', 'is-assigned', 'is-another-person', 'of-another-agency', 'is-no-restoration'),
    officer('suspended-by-own-agency', 'is-another-person'),
  ],
  recordOrder: [officer('agency-is-involved'), networkOfficer()],
  confirmOrder: [
    officer('of-own-agency', 'is-another-person', 'gains-nothing'),
    officer('agency-is-involved', 'is-another-person', 'gains-nothing'),
    networkOfficer('is-another-person'),
  ],
  // An order that nobody is recorded for, from before or from a load, is the network's to end; where it restricts, two of its officers' as any.
  endOrder: [
    officer('of-own-agency', 'is-another-person'),
    // What permits ends at once, also by the only officer on duty.
    officer('of-own-agency', 'only-takes-away'),
    networkOfficer('only-takes-away'),
    networkOfficer('is-another-person'),
    networkOfficer('has-no-first-person', 'is-not-named'),
  ],
  // Whoever proposed it takes it back; whoever could agree to it declines it.
  dropProposal: [
    worker('is-own-proposal'),
    worker('may-agree'),
    officer('is-own-proposal'),
    officer('may-agree'),
    networkOfficer('is-own-proposal'),
    networkOfficer('may-agree'),
    family('is-a-proposed-consent', 'holds-the-authority-named'),
  ],
  // What somebody asks for whom an investigation names binds nobody (the command's own check): a refusal would tell them that it does.
  hideWhereabouts: [family('holds-an-authority'), worker('is-assigned'), officer('agency-is-involved')],
  // What these restrict binds at once; that they end takes two people.
  recordRelation: [workerOf('PROTECTION', 'is-assigned'), officer('agency-is-involved'), networkOfficer()],
  endRelation: [officer('of-own-agency', 'is-not-named'), networkOfficer('is-not-named')],
  confirmRelation: [officer('of-own-agency', 'is-another-person'), networkOfficer('is-another-person')],
  recordHarmRefusal: [officer('agency-is-involved')],
  endHarmRefusal: [officer('of-own-agency', 'is-not-named'), networkOfficer('is-not-named')],
  confirmHarmRefusal: [
    officer('of-own-agency', 'is-another-person', 'gains-nothing'),
    networkOfficer('is-another-person'),
  ],
  openInvolvement: [system()],
  closeInvolvement: [system('of-own-agency')],
  // A child's lawyer asks a custodian too; nobody else of a family, since no rule opens anything to them on approval (the command's own check).
  requestDisclosure: [worker(), officer(), family('holds-an-authority')],
  approveDisclosure: [officer('is-custodian', 'is-another-person')],
  declineDisclosure: [officer('is-custodian', 'is-another-person'), officer('is-custodian', 'has-no-first-person')],
  withdrawApproval: [officer('is-custodian')],
  grantStandingApproval: [{ ...officer(), roles: ['privacy-officer'] }],
  confirmStandingApproval: [officer('is-custodian', 'is-another-person'), networkOfficer('is-another-person')],
  openEmergencyAccess: [worker()],
  openEmergencyAccessByName: [worker()],
  allowEmergencyAccess: [
    { ...worker('of-own-agency', 'is-another-person'), roles: 'SUPERVISORS' },
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

/** The grants that fit who asks, before conditions. None: refused, whatever the record. */
export function grantsFor(
  mutation: Mutation,
  requester: Requester,
  words: Pick<Vocabulary, 'agencies' | 'mandates' | 'supervisorRoles'>,
): readonly Grant[] {
  return permissionTable[mutation].filter((grant) => fits(grant, requester, words));
}
