import type { Dependencies } from './dependencies.ts';
import { forbidden } from './error.ts';
import { readInput } from './inputs.ts';
import { isKind } from './record-kind.ts';
import type { Actor, Recorded } from './records.ts';
import { ruleSetId } from './rule-set-id.ts';
import { type CommandContext, runCommand } from './run-command.ts';

/** Runs one command on a rule set that is there, by its number. */
export function runOnRuleSet(
  dependencies: Dependencies,
  actor: Actor,
  mutation: 'approveRules' | 'publishRules' | 'revertRules',
  given: unknown,
  run: (context: CommandContext, target: Recorded<'rule-set'>) => Promise<Recorded<'rule-set'>> | Recorded<'rule-set'>,
): Promise<Recorded<'rule-set'>> {
  const target = ruleSetId(readInput(dependencies.inputs.number, given));
  return runCommand(dependencies, actor, { mutation, about: 'rules', target }, (context) => {
    if (!isKind(context.target, 'rule-set')) throw forbidden();
    return run(context, context.target);
  });
}
