import type { Instant } from '@trellis/decision';
import type { Dependencies } from './dependencies.ts';
import type { CommandContext } from './run-command.ts';

/** Makes a rule set live from an instant. */
export function publishRuleSet(
  dependencies: Dependencies,
  context: CommandContext,
  number: number,
  from: Instant,
): void {
  context.write({
    act: 'PUBLISHED',
    kind: 'publication',
    about: 'network',
    id: dependencies.newId(),
    body: { number, from },
    detail: { by: context.actor.user },
  });
}
