import type { Dependencies } from '../dependencies.ts';
import { misfit } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isCustodianOf } from '../is-custodian-of.ts';
import type { Actor, Recorded } from '../records.ts';
import { requirePeriod } from '../require-period.ts';
import { runCommand } from '../run-command.ts';

/** Records a custodian's finding that to be given these of its records would do harm. It takes away only, and binds at once. */
export async function recordHarmRefusal(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'harm-refusal'>> {
  const { child, recipient, categories, reason, from, to = null } = readInput(dependencies.inputs.harmRefusal, given);
  if (!isCustodianOf(dependencies.vocabulary, actor.agency, categories)) {
    throw misfit('categories', 'UNKNOWN_CODE', 'does not fit');
  }
  return runCommand(dependencies, actor, { mutation: 'recordHarmRefusal', about: child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'RECORDED',
      kind: 'harm-refusal',
      id,
      agency: actor.agency,
      state: 'RECORDED',
      body: { id, custodian: actor.agency, recipient, categories, ...requirePeriod(from ?? context.at, to) },
      detail: { recordedBy: actor.user, recordedByAgency: actor.agency, reason },
    });
  });
}
