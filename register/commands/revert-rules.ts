import { custodiansOpened } from '../custodians-opened.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { headOfRuleSet, publishedRuleSets } from '../published-rule-sets.ts';
import { readInput } from '../inputs.ts';
import { ofKind } from '../record-kind.ts';
import { readRules } from '../read-rules.ts';
import type { Actor, Recorded } from '../records.ts';
import { ruleSetId } from '../rule-set-id.ts';
import { ruleSetText } from '../rule-set-text.ts';
import { runOnRuleSet } from '../run-on-rule-set.ts';
import { storeRuleSet } from '../store-rule-set.ts';

/**
 * Asks to bring back what an earlier set said, as a new set of the next number. It goes live as soon as a second person approves it.
 */
export async function revertRules(
  dependencies: Dependencies,
  actor: Actor,
  to: number,
  why?: unknown,
): Promise<Recorded<'rule-set'>> {
  const reason = readInput(dependencies.inputs.reason.nullable(), why ?? null, 'reason');
  return runOnRuleSet(dependencies, actor, 'revertRules', to, async (context, target) => {
    const wasLive = Number(target.detail['publishedFrom'] ?? target.body.draftedAt) <= context.at;
    if (target.body.state !== 'PUBLISHED' || !wasLive)
      throw new RegisterError('CONFLICT', 'this rule set was never live');
    const yaml = await ruleSetText(context.tx, to);
    const draft = readRules(yaml, dependencies.vocabulary);
    const head = headOfRuleSet(await publishedRuleSets(context.tx)) ?? 0;
    const opens = custodiansOpened(
      (await dependencies.network.compiled(head, context.tx)).ruleSet,
      draft,
      dependencies.vocabulary,
    );
    const asked = ofKind(context.records, 'rule-set').find(
      ({ body: { state, author, base, reverts } }) =>
        state === 'DRAFT' && author === actor.user && base === head && reverts === to,
    );
    if (asked !== undefined) return asked;
    const body = await storeRuleSet(context, yaml, {
      base: head,
      state: 'DRAFT',
      approvedBy: null,
      reverts: to,
    });
    return context.write({
      act: 'REVERT_PROPOSED',
      kind: 'rule-set',
      id: ruleSetId(body.number),
      state: body.state,
      body,
      detail: { by: actor.user, opens, ...(reason !== null && { reason }) },
    });
  });
}
