import { ofKind } from './record-kind.ts';
import type { RuleSetRecord } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Stores a text under the next number: numbers only grow, and none ever means another text. */
export async function storeRuleSet(
  context: CommandContext,
  yaml: string,
  body: Pick<RuleSetRecord, 'base' | 'state' | 'approvedBy' | 'reverts'>,
): Promise<RuleSetRecord> {
  const number = 1 + Math.max(0, ...ofKind(context.records, 'rule-set').map(({ body: each }) => each.number));
  await context.tx.query('insert into register.rule_set_text (number, yaml) values ($1, $2)', [number, yaml]);
  return { number, author: context.actor.user, draftedAt: context.at, ...body };
}
