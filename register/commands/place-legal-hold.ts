import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** While a hold stands nothing of this child is erased: a court, or an inquiry, may ask for it. */
export async function placeLegalHold(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'legal-hold'>> {
  const { child, reference, reason } = readInput(dependencies.inputs.legalHold, given);
  return runCommand(dependencies, actor, { mutation: 'placeLegalHold', about: child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'PLACED',
      kind: 'legal-hold',
      id,
      agency: actor.agency,
      state: 'STANDING',
      body: { id, reference, from: context.at, liftedAt: null },
      detail: { by: actor.user, reason },
    });
  });
}
