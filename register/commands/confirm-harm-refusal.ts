import type { Dependencies } from '../dependencies.ts';
import { confirmEnd } from '../propose-end.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Confirms that a refusal for harm ends, as another person asked. */
export async function confirmHarmRefusal(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'harm-refusal'>> {
  return runOnRecord(dependencies, actor, 'confirmHarmRefusal', 'harm-refusal', id, confirmEnd);
}
