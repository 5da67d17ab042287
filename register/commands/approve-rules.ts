import { changeRuleSet } from '../change-rule-set.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRuleSet } from '../run-on-rule-set.ts';

/** Approved by another than its author. */
export async function approveRules(
  dependencies: Dependencies,
  actor: Actor,
  number: number,
): Promise<Recorded<'rule-set'>> {
  return runOnRuleSet(dependencies, actor, 'approveRules', number, (context, target) => {
    if (target.body.state !== 'DRAFT') throw new RegisterError('CONFLICT', 'this rule set is no draft');
    return changeRuleSet(context, target, 'APPROVED', { state: 'APPROVED', approvedBy: actor.user }, {});
  });
}
