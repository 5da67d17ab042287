import { actorOf, type Context } from '../context.ts';
import type { RegisterDoors } from '../doors.ts';
import { coded } from '../refusals.ts';
import {
  approvalView,
  authorityView,
  consentView,
  emergencyView,
  involvementView,
  orderView,
  ruleSetView,
  standingApprovalView,
  statementView,
} from '../views/records.ts';

interface Input {
  readonly input: Readonly<Record<string, unknown>>;
}
interface Id {
  readonly id: string;
}

/** What people do here. Each is one command of the register, which knows who may; what it returns is binding on every gateway. */
export function mutationResolvers({ register }: Pick<RegisterDoors, 'register'>) {
  const act =
    <Args, Result>(run: (actor: ReturnType<typeof actorOf>, args: Args) => Promise<Result>) =>
    (_root: unknown, args: Args, context: Context): Promise<Result> =>
      coded(() => run(actorOf(context), args));
  const withText = async (changed: Promise<Awaited<ReturnType<typeof register.draftRules>>>) => {
    const record = await changed;
    const found = await register.ruleSet(record.body.number);
    return { ...ruleSetView(record), yaml: found?.yaml ?? '' };
  };

  return {
    recordConsent: act(async (actor, { input }: Input) => consentView(await register.recordConsent(actor, input))),
    withdrawConsent: act(async (actor, { id, reason }: Id & { reason?: string | null }) =>
      consentView(await register.withdrawConsent(actor, id, reason)),
    ),
    confirmConsent: act(async (actor, { id }: Id) => consentView(await register.confirmConsent(actor, id))),
    recordAuthority: act(async (actor, { input }: Input) =>
      authorityView(await register.recordAuthority(actor, input)),
    ),
    suspendAuthority: act(async (actor, { id, reason }: Id & { reason: string }) =>
      authorityView(await register.suspendAuthority(actor, id, reason)),
    ),
    recordOrder: act(async (actor, { input }: Input) => orderView(await register.recordOrder(actor, input))),
    confirmOrder: act(async (actor, { id }: Id) => orderView(await register.confirmOrder(actor, id))),
    openInvolvement: act(async (actor, { input }: Input) =>
      involvementView(await register.openInvolvement(actor, input)),
    ),
    closeInvolvement: act(async (actor, { id }: Id) => involvementView(await register.closeInvolvement(actor, id))),
    requestDisclosure: act(async (actor, { input }: Input) =>
      approvalView(await register.requestDisclosure(actor, input)),
    ),
    approveDisclosure: act(async (actor, { id, until, rationale }: Id & { until: string; rationale: string }) =>
      approvalView(await register.approveDisclosure(actor, id, until, rationale)),
    ),
    declineDisclosure: act(async (actor, { id, reason }: Id & { reason: string }) =>
      approvalView(await register.declineDisclosure(actor, id, reason)),
    ),
    grantStandingApproval: act(async (actor, { input }: Input) =>
      standingApprovalView(await register.grantStandingApproval(actor, input)),
    ),
    openEmergencyAccess: act(async (actor, { child, reason }: { child: string; reason: string }) =>
      emergencyView(await register.openEmergencyAccess(actor, child, reason)),
    ),
    closeEmergencyAccess: act(async (actor, { id }: Id) =>
      emergencyView(await register.closeEmergencyAccess(actor, id)),
    ),
    reviewEmergencyAccess: act(
      async (actor, { id, finding, justified }: Id & { finding: string; justified: boolean }) =>
        emergencyView(await register.reviewEmergencyAccess(actor, id, finding, justified)),
    ),
    recordStatement: act(async (actor, input: { child: string; text: string }) =>
      statementView(await register.recordStatement(actor, input)),
    ),
    requestCorrection: act(async (actor, input: { child: string; agency: string; text: string }) =>
      statementView(await register.requestCorrection(actor, input)),
    ),
    draftRules: act((actor, { input }: Input) => withText(register.draftRules(actor, input))),
    approveRules: act((actor, { number }: { number: number }) => withText(register.approveRules(actor, number))),
    publishRules: act((actor, { number, at }: { number: number; at?: string | null }) =>
      withText(register.publishRules(actor, number, at)),
    ),
    revertRules: act((actor, { to }: { to: number }) => withText(register.revertRules(actor, to))),
  };
}
