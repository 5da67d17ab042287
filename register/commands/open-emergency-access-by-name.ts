import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { findByName } from '../find-by-name.ts';
import { openEmergency } from '../open-emergency.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';
import { recordSearch } from '../record-search.ts';

/**
 * Break-glass by name and birth date, for an identified worker, also where no rule lets the child be found. Opens where exactly one child
 * fits; a birth date may be a day off, unknown here, or left out. Every search is recorded, whether or not it found somebody. Throws
 * BAD_REQUEST where none or several fit: the answer does not tell which.
 */
export async function openEmergencyAccessByName(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'emergency'>> {
  const input = readInput(dependencies.inputs.emergencyByName, given);
  await recordSearch(dependencies, actor);
  const [child, ...others] = await findByName(dependencies.database, input);
  if (child === undefined || others.length > 0) {
    throw new RegisterError('BAD_REQUEST', '`name` and `birthDate` name no single child', undefined, 'NOT_ONE_CHILD');
  }
  return runCommand(dependencies, actor, { mutation: 'openEmergencyAccessByName', about: child }, (context) =>
    openEmergency(dependencies, context, { reason: input.reason, foundBy: 'NAME' }),
  );
}
