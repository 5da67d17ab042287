import { actorOf, type Context } from '../context.ts';
import type { RegisterDoors } from '../doors.ts';
import { coded } from '../refusals.ts';
import {
  approvalView,
  authorityView,
  consentView,
  emergencyView,
  erasureView,
  involvementView,
  legalHoldView,
  linkageView,
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

interface Reasoned extends Id {
  readonly reason: string;
}
interface Review extends Id {
  readonly finding: string;
  readonly justified: boolean;
  readonly tellFamily?: boolean | null;
}

/** What people do here. Each is one command of the register, which knows who may; what it returns is binding on every gateway. */
export function mutationResolvers({ register, ledger }: Pick<RegisterDoors, 'register' | 'ledger'>) {
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
    reviewEmergencyAccess: act(async (actor, { id, finding, justified, tellFamily }: Review) =>
      emergencyView(
        await register.reviewEmergencyAccess(actor, id, finding, justified, { tellFamily: tellFamily === true }),
      ),
    ),
    restoreAuthority: act(async (actor, { id, reason }: Reasoned) =>
      authorityView(await register.restoreAuthority(actor, id, reason)),
    ),
    endOrder: act(async (actor, { id, reason }: Reasoned) => orderView(await register.endOrder(actor, id, reason))),
    withdrawApproval: act(async (actor, { id, reason }: Reasoned) => {
      const withdrawn = await register.withdrawApproval(actor, id, reason);
      return withdrawn.kind === 'approval' ? approvalView(withdrawn) : standingApprovalView(withdrawn);
    }),
    answerCorrection: act(async (actor, { id, corrected, reason }: Reasoned & { corrected: boolean }) =>
      statementView(await register.answerCorrection(actor, id, corrected, reason)),
    ),
    mergeChildren: act(async (actor, input: object) => linkageView(await register.mergeChildren(actor, input))),
    splitChild: act(async (actor, input: object) => linkageView(await register.splitChild(actor, input))),
    confirmLinkage: act(async (actor, { id }: Id) => linkageView(await register.confirmLinkage(actor, id))),
    placeLegalHold: act(async (actor, input: object) => legalHoldView(await register.placeLegalHold(actor, input))),
    liftLegalHold: act(async (actor, { id, reason }: Reasoned) =>
      legalHoldView(await register.liftLegalHold(actor, id, reason)),
    ),
    requestErasure: act(async (actor, input: object) => erasureView(await register.requestErasure(actor, input))),
    // The ledger forgets whose its entries are in the same transaction, under every id that the child had.
    confirmErasure: act(async (actor, { id }: Id) =>
      erasureView(
        await register.confirmErasure(actor, id, async (tx, ids) => {
          for (const each of ids) await ledger.eraseChild(tx, each);
        }),
      ),
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
