import { purposesOf } from '../../context.ts';
import type { RegisterDependencies } from '../../dependencies.ts';
import { approvalView, emergencyView, involvementView, standingApprovalView } from '../../views/records.ts';
import { act, type Id, type Input, type Reasoned } from './act.ts';

export interface Review extends Id {
  readonly finding: string;
  readonly justified: boolean;
  readonly tellFamily?: boolean | null;
}

/** Acts of agencies at work: involvements, approvals, protocols, emergencies. */
export function workMutations({ register }: Pick<RegisterDependencies, 'register'>) {
  return {
    openInvolvement: act(async (actor, { input }: Input) =>
      involvementView(await register.openInvolvement(actor, input)),
    ),
    closeInvolvement: act(async (actor, { id }: Id) => involvementView(await register.closeInvolvement(actor, id))),
    requestDisclosure: act(async (actor, { input }: Input, context) =>
      approvalView(await register.requestDisclosure(actor, input, purposesOf(context))),
    ),
    approveDisclosure: act(async (actor, { id, until, rationale }: Id & { until: string; rationale: string }) =>
      approvalView(await register.approveDisclosure(actor, id, until, rationale)),
    ),
    declineDisclosure: act(async (actor, { id, reason }: Reasoned) =>
      approvalView(await register.declineDisclosure(actor, id, reason)),
    ),
    withdrawApproval: act(async (actor, { id, reason }: Reasoned) => {
      const withdrawn = await register.withdrawApproval(actor, id, reason);
      return withdrawn.kind === 'approval' ? approvalView(withdrawn) : standingApprovalView(withdrawn);
    }),
    grantStandingApproval: act(async (actor, { input }: Input) =>
      standingApprovalView(await register.grantStandingApproval(actor, input)),
    ),
    confirmStandingApproval: act(async (actor, { id }: Id) =>
      standingApprovalView(await register.confirmStandingApproval(actor, id)),
    ),
    openEmergencyAccess: act(async (actor, { child, reason }: { child: string; reason: string }) =>
      emergencyView(await register.openEmergencyAccess(actor, child, reason)),
    ),
    openEmergencyAccessByName: act(async (actor, input: { name: string; birthDate?: string | null; reason: string }) =>
      emergencyView(await register.openEmergencyAccessByName(actor, input)),
    ),
    allowEmergencyAccess: act(async (actor, { id, reason }: Reasoned) =>
      emergencyView(await register.allowEmergencyAccess(actor, id, reason)),
    ),
    closeEmergencyAccess: act(async (actor, { id }: Id) =>
      emergencyView(await register.closeEmergencyAccess(actor, id)),
    ),
    reviewEmergencyAccess: act(async (actor, { id, finding, justified, tellFamily }: Review) =>
      emergencyView(
        await register.reviewEmergencyAccess(actor, id, finding, justified, { tellFamily: tellFamily === true }),
      ),
    ),
  };
}
