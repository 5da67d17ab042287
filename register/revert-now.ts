import { lockForWriting } from './append.ts';
import { changeRuleSet } from './change-rule-set.ts';
import type { Dependencies } from './dependencies.ts';
import { RegisterError } from './error.ts';
import { publishRuleSet } from './publish-rule-set.ts';
import { headOfRuleSet, publishedRuleSets } from './published-rule-sets.ts';
import { ofKind } from './record-kind.ts';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Makes an approved revert live at this moment. Sets that were still to go live are taken back. Refused where another set was published since. */
export async function revertNow(
  dependencies: Dependencies,
  context: CommandContext,
  target: Recorded<'rule-set'>,
): Promise<Recorded<'rule-set'>> {
  await lockForWriting(context.tx, ['network']);
  const published = await publishedRuleSets(context.tx);
  if (headOfRuleSet(published) !== target.body.base)
    throw new RegisterError('CONFLICT', 'another rule set was published since this revert was asked for');
  for (const each of published.filter(({ body }) => body.from > context.at)) {
    context.write({ ...each, act: 'CANCELLED', body: { ...each.body, cancelled: true } });
    const waiting = ofKind(context.records, 'rule-set').find(({ body }) => body.number === each.body.number);
    if (waiting) changeRuleSet(context, waiting, 'CANCELLED', { state: 'APPROVED' }, { publishedFrom: null });
  }
  publishRuleSet(dependencies, context, target.body.number, context.at);
  const { user } = context.actor;
  return changeRuleSet(
    context,
    target,
    'REVERTED',
    { state: 'PUBLISHED', approvedBy: user },
    { publishedBy: user, publishedFrom: context.at },
  );
}
