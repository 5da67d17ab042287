import { changeRuleSet } from '../change-rule-set.ts';
import { custodiansOpened } from '../custodians-opened.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { revertNow } from '../revert-now.ts';
import { runOnRuleSet } from '../run-on-rule-set.ts';

/** Approves a draft, by another than its author. A revert goes live with it; agencies whose records a set newly opens are told. */
export async function approveRules(
  dependencies: Dependencies,
  actor: Actor,
  number: number,
): Promise<Recorded<'rule-set'>> {
  return runOnRuleSet(dependencies, actor, 'approveRules', number, async (context, target) => {
    if (target.body.state !== 'DRAFT') throw new RegisterError('CONFLICT', 'this rule set is no draft');
    if (target.body.reverts !== undefined) return revertNow(dependencies, context, target);
    const { base, number: own } = target.body;
    const { network, vocabulary } = dependencies;
    const published = base === 0 ? undefined : (await network.compiled(base, context.tx)).ruleSet;
    const opens = custodiansOpened(published, (await network.compiled(own, context.tx)).ruleSet, vocabulary);
    return changeRuleSet(context, target, 'APPROVED', { state: 'APPROVED', approvedBy: actor.user }, { opens });
  });
}
