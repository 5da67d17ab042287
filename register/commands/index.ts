import { allowEmergencyAccess } from './allow-emergency-access.ts';
import { answerCorrection } from './answer-correction.ts';
import { approveDisclosure } from './approve-disclosure.ts';
import { approveRules } from './approve-rules.ts';
import { attestConsent } from './attest-consent.ts';
import { closeEmergencyAccess } from './close-emergency-access.ts';
import { closeInvolvement } from './close-involvement.ts';
import { confirmAuthority } from './confirm-authority.ts';
import { confirmConsent } from './confirm-consent.ts';
import { confirmErasure } from './confirm-erasure.ts';
import { confirmHarmRefusal } from './confirm-harm-refusal.ts';
import { confirmLinkage } from './confirm-linkage.ts';
import { confirmOrder } from './confirm-order.ts';
import { confirmRelation } from './confirm-relation.ts';
import { confirmStandingApproval } from './confirm-standing-approval.ts';
import { declineDisclosure } from './decline-disclosure.ts';
import { draftRules } from './draft-rules.ts';
import { dropProposal } from './drop-proposal.ts';
import { endAuthority } from './end-authority.ts';
import { endHarmRefusal } from './end-harm-refusal.ts';
import { endOrder } from './end-order.ts';
import { endRelation } from './end-relation.ts';
import { grantStandingApproval } from './grant-standing-approval.ts';
import { hideWhereabouts } from './hide-whereabouts.ts';
import { liftLegalHold } from './lift-legal-hold.ts';
import { mergeChildren } from './merge-children.ts';
import { openEmergencyAccessByName } from './open-emergency-access-by-name.ts';
import { openEmergencyAccess } from './open-emergency-access.ts';
import { openInvolvement } from './open-involvement.ts';
import { placeLegalHold } from './place-legal-hold.ts';
import { publishRules } from './publish-rules.ts';
import { recordAuthority } from './record-authority.ts';
import { recordConsent } from './record-consent.ts';
import { recordHarmRefusal } from './record-harm-refusal.ts';
import { recordOrder } from './record-order.ts';
import { recordRelation } from './record-relation.ts';
import { recordStatement } from './record-statement.ts';
import { registerChild } from './register-child.ts';
import { requestCorrection } from './request-correction.ts';
import { requestDisclosure } from './request-disclosure.ts';
import { requestErasure } from './request-erasure.ts';
import { restoreAuthority } from './restore-authority.ts';
import { revertRules } from './revert-rules.ts';
import { reviewEmergencyAccess } from './review-emergency-access.ts';
import { splitChild } from './split-child.ts';
import { suspendAuthority } from './suspend-authority.ts';
import { withdrawApproval } from './withdraw-approval.ts';
import { withdrawConsent } from './withdraw-consent.ts';

/** Every command, by the name of its mutation. */
export const commands = {
  allowEmergencyAccess,
  answerCorrection,
  approveDisclosure,
  approveRules,
  attestConsent,
  closeEmergencyAccess,
  closeInvolvement,
  confirmAuthority,
  confirmConsent,
  confirmErasure,
  confirmLinkage,
  confirmOrder,
  confirmStandingApproval,
  declineDisclosure,
  draftRules,
  dropProposal,
  endAuthority,
  endOrder,
  grantStandingApproval,
  hideWhereabouts,
  liftLegalHold,
  mergeChildren,
  openEmergencyAccessByName,
  openEmergencyAccess,
  openInvolvement,
  placeLegalHold,
  publishRules,
  recordAuthority,
  recordConsent,
  recordOrder,
  recordStatement,
  registerChild,
  requestCorrection,
  requestDisclosure,
  requestErasure,
  restoreAuthority,
  revertRules,
  reviewEmergencyAccess,
  splitChild,
  suspendAuthority,
  confirmHarmRefusal,
  confirmRelation,
  endHarmRefusal,
  endRelation,
  recordHarmRefusal,
  recordRelation,
  withdrawApproval,
  withdrawConsent,
};
