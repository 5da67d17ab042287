import { readInput } from '../inputs.ts';
import { misfit } from '../error.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Actor, Recorded } from '../records.ts';
import { writeStatement } from '../write-statement.ts';

/**
 * Puts something on the record in the words of the child or a family member. It reaches the agencies, roles or persons that its author
 * names, and nobody of the family; where its author says that it tells of harm, it is also a report to the society's intake.
 */
export async function recordStatement(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'statement'>> {
  const { child, text, recipients, tellsOfHarm } = readInput(dependencies.inputs.statement, given);
  if (recipients?.some(({ agency }) => agency === 'family')) {
    throw misfit('recipients', 'UNKNOWN_CODE', 'names the family: a statement reaches agencies alone');
  }
  return writeStatement(dependencies, actor, 'recordStatement', {
    child,
    text,
    agency: null,
    recipients: recipients ?? [],
    tellsOfHarm: tellsOfHarm === true,
  });
}
