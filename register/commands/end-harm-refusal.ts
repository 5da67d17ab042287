import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { proposeEnd } from '../propose-end.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Asks that a refusal for harm end, which opens what it withheld: done once a second person has confirmed it. */
export async function endHarmRefusal(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'harm-refusal'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'endHarmRefusal', 'harm-refusal', id, (context, target) =>
    proposeEnd(context, target, why),
  );
}
