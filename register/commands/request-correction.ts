import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { writeStatement } from '../write-statement.ts';

/** Asks an agency to correct its record. */
export async function requestCorrection(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'statement'>> {
  return writeStatement(dependencies, actor, 'requestCorrection', readInput(dependencies.inputs.correction, given));
}
