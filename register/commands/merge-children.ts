import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { proposeLinkage } from '../propose-linkage.ts';
import type { Actor, Recorded } from '../records.ts';

/** Says that two ids are one child. Nothing changes until another officer confirms it. */
export async function mergeChildren(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'linkage'>> {
  const { child, other, reason } = readInput(dependencies.inputs.merge, given);
  return proposeLinkage(dependencies, actor, 'mergeChildren', { kept: child, other, records: [], reason });
}
