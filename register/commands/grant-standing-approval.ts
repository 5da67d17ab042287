import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isCustodianOf } from '../is-custodian-of.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** A protocol between agencies: what this custodian approves in advance, until its review date. */
export async function grantStandingApproval(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'standing-approval'>> {
  const { from, ...input } = readInput(dependencies.inputs.standingApproval, given);
  if (!isCustodianOf(dependencies.vocabulary, actor.agency, input.categories)) {
    throw new RegisterError('BAD_REQUEST', '`categories` does not fit');
  }
  return runCommand(dependencies, actor, { mutation: 'grantStandingApproval', about: 'network' }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'GRANTED',
      kind: 'standing-approval',
      id,
      agency: actor.agency,
      body: { id, custodian: actor.agency, from, ...input },
      detail: { by: actor.user },
    });
  });
}
