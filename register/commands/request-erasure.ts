import { againstErasure } from '../against-erasure.ts';
import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** Asks that everything the register holds of a child be destroyed. Nothing is, until another officer confirms it. */
export async function requestErasure(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'erasure'>> {
  const { child, reason } = readInput(dependencies.inputs.erasure, given);
  return runCommand(dependencies, actor, { mutation: 'requestErasure', about: child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'ERASURE_REQUESTED',
      kind: 'erasure',
      id,
      state: 'REQUESTED',
      body: { id, at: context.at },
      detail: { by: actor.user, reason, against: againstErasure(context.records, context.at) },
    });
  });
}
