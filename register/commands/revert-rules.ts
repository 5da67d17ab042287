import { lockForWriting } from '../append.ts';
import { changeRuleSet } from '../change-rule-set.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { publishRuleSet } from '../publish-rule-set.ts';
import { headOf, publishedRuleSets } from '../published-rule-sets.ts';
import { readRules } from '../read-rules.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { ruleSetId } from '../rule-set-id.ts';
import { ruleSetText } from '../rule-set-text.ts';
import { runOnRuleSet } from '../run-on-rule-set.ts';
import { storeRuleSet } from '../store-rule-set.ts';

/** Brings back, now, what an earlier set said: as a new set of the next number. What was still to go live is taken back. */
export async function revertRules(dependencies: Dependencies, actor: Actor, to: number): Promise<Recorded<'rule-set'>> {
  return runOnRuleSet(dependencies, actor, 'revertRules', to, async (context, target) => {
    const wasLive = Number(target.detail['publishedFrom'] ?? target.body.draftedAt) <= context.at;
    if (target.body.state !== 'PUBLISHED' || !wasLive)
      throw new RegisterError('CONFLICT', 'this rule set was never live');
    const yaml = await ruleSetText(context.tx, to);
    readRules(yaml, dependencies.vocabulary);
    await lockForWriting(context.tx, ['network']);
    const published = await publishedRuleSets(context.tx);
    for (const each of published.filter(({ body }) => body.from > context.at)) {
      context.write({ ...each, act: 'CANCELLED', body: { ...each.body, cancelled: true } });
      const waiting = ofKind(context.records, 'rule-set').find(({ body }) => body.number === each.body.number);
      if (waiting) changeRuleSet(context, waiting, 'CANCELLED', { state: 'APPROVED' }, { publishedFrom: null });
    }
    const { approvedBy } = target.body;
    const body = await storeRuleSet(context, yaml, {
      base: headOf(published) ?? 0,
      state: 'PUBLISHED',
      approvedBy,
      reverts: to,
    });
    publishRuleSet(dependencies, context, body.number, context.at);
    return context.write({
      act: 'REVERTED',
      kind: 'rule-set',
      id: ruleSetId(body.number),
      state: 'PUBLISHED',
      body,
      detail: { by: actor.user, publishedBy: actor.user, publishedFrom: context.at },
    });
  });
}
