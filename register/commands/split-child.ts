import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { proposeLinkage } from '../propose-linkage.ts';
import type { Actor, Recorded } from '../records.ts';

/** Says that what lies under one id is about two children, and which records are the other's. Nothing changes until confirmed. */
export async function splitChild(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'linkage'>> {
  const { child, other, records, reason } = readInput(dependencies.inputs.split, given);
  return proposeLinkage(dependencies, actor, 'splitChild', { kept: child, other, records: records ?? [], reason });
}
