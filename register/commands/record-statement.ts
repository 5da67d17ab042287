import { readInput } from '../inputs.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Actor, Recorded } from '../records.ts';
import { writeStatement } from '../write-statement.ts';

/** A child or family member says something in its own words, to stand with the record. */
export async function recordStatement(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'statement'>> {
  return writeStatement(dependencies, actor, 'recordStatement', {
    ...readInput(dependencies.inputs.statement, given),
    agency: null,
  });
}
