import type { RegisterDependencies } from '../../dependencies.ts';
import { droppedProposalView } from '../../views/dropped-proposal.ts';
import { erasureView, legalHoldView, linkageView, ruleSetView, statementView } from '../../views/records.ts';
import { act, type Id, type Input, type Reasoned } from './act.ts';

/** Statements, and the register's upkeep: ids of one child, holds, erasure, rule sets. */
export function upkeepMutations({
  register,
  ledger,
  vocabulary,
}: Pick<RegisterDependencies, 'register' | 'ledger' | 'vocabulary'>) {
  const withText = async (changed: Promise<Awaited<ReturnType<typeof register.draftRules>>>) => {
    const record = await changed;
    const found = await register.ruleSet(record.body.number);
    return { ...ruleSetView(record), yaml: found?.yaml ?? '' };
  };
  return {
    recordStatement: act(async (actor, input: object) => statementView(await register.recordStatement(actor, input))),
    requestCorrection: act(async (actor, input: object) =>
      statementView(await register.requestCorrection(actor, input)),
    ),
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
    dropProposal: act(async (actor, { id, reason }: Reasoned) =>
      droppedProposalView(await register.dropProposal(actor, id, reason), (about) => vocabulary.networkId.test(about)),
    ),
    draftRules: act((actor, { input }: Input) => withText(register.draftRules(actor, input))),
    approveRules: act((actor, { number }: { number: number }) => withText(register.approveRules(actor, number))),
    publishRules: act((actor, { number, at }: { number: number; at?: string | null }) =>
      withText(register.publishRules(actor, number, at)),
    ),
    revertRules: act((actor, { to, reason }: { to: number; reason?: string | null }) =>
      withText(register.revertRules(actor, to, reason)),
    ),
  };
}
