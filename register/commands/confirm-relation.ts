import type { Dependencies } from '../dependencies.ts';
import { confirmEnd } from '../propose-end.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Confirms that a recorded relation ends, as another person asked. */
export async function confirmRelation(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'relation'>> {
  return runOnRecord(dependencies, actor, 'confirmRelation', 'relation', id, confirmEnd);
}
