import { lockForWriting } from '../append.ts';
import { changeRuleSet } from '../change-rule-set.ts';
import type { Dependencies } from '../dependencies.ts';
import { misfit, RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { outdatedRuleSet } from '../outdated-rule-set.ts';
import { publishRuleSet } from '../publish-rule-set.ts';
import { headOfRuleSet, publishedRuleSets } from '../published-rule-sets.ts';
import { readRules } from '../read-rules.ts';
import type { Actor, Recorded } from '../records.ts';
import { ruleSetText } from '../rule-set-text.ts';
import { runOnRuleSet } from '../run-on-rule-set.ts';

/**
 * Makes an approved set live everywhere at one instant: now, or a later one. Refused where another set was published since it was
 * drafted, or goes live after it would: it would silently undo that one, or be undone.
 */
export async function publishRules(
  dependencies: Dependencies,
  actor: Actor,
  number: number,
  at?: unknown,
): Promise<Recorded<'rule-set'>> {
  const when = readInput(dependencies.inputs.instant.nullable(), at ?? null, 'at');
  return runOnRuleSet(dependencies, actor, 'publishRules', number, async (context, target) => {
    const { state, base } = target.body;
    // A revert goes live when it is approved.
    if (state === 'PUBLISHED' && target.body.reverts !== undefined) return target;
    if (state !== 'APPROVED') throw new RegisterError('CONFLICT', 'this rule set is not approved');
    if (when !== null && when < context.at) throw misfit('at', 'OUT_OF_RANGE', 'has passed');
    const draft = readRules(await ruleSetText(context.tx, number), dependencies.vocabulary);
    await lockForWriting(context.tx, ['network']);
    const published = await publishedRuleSets(context.tx);
    const head = headOfRuleSet(published);
    if (base !== head) throw await outdatedRuleSet(context.tx, dependencies.network, { base, head, draft });
    const from = when ?? context.at;
    if (published.some(({ body }) => body.from > from))
      throw new RegisterError('CONFLICT', 'another rule set goes live after this one would');
    publishRuleSet(dependencies, context, number, from);
    return changeRuleSet(
      context,
      target,
      'PUBLISHED',
      { state: 'PUBLISHED' },
      { publishedBy: actor.user, publishedFrom: from },
    );
  });
}
