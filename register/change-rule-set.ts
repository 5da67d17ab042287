import type { Recorded, RuleSetRecord } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Changes the state of one rule set; its text never changes. */
export function changeRuleSet(
  context: CommandContext,
  target: Recorded<'rule-set'>,
  act: string,
  body: Partial<RuleSetRecord>,
  detail: Record<string, unknown>,
): Recorded<'rule-set'> {
  const changed = { ...target.body, ...body };
  return context.write({
    ...target,
    act,
    state: changed.state,
    body: changed,
    detail: { ...target.detail, ...detail },
  });
}
