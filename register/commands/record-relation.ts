import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { requirePeriod } from '../require-period.ts';
import { runCommand } from '../run-command.ts';

/**
 * Records how a person stands to a child, where rules take it into account: an open investigation names them, or they are a worker of the
 * child's own family. It takes away only, and binds at once.
 */
export async function recordRelation(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'relation'>> {
  const { child, user, relation, evidence, from, to = null } = readInput(dependencies.inputs.relation, given);
  return runCommand(dependencies, actor, { mutation: 'recordRelation', about: child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'RECORDED',
      kind: 'relation',
      id,
      agency: actor.agency,
      state: 'RECORDED',
      body: { id, user, relation, ...requirePeriod(from ?? context.at, to) },
      detail: { recordedBy: actor.user, recordedByAgency: actor.agency, evidence },
    });
  });
}
