import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isCustodianOf } from '../is-custodian-of.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** Asks a custodian to disclose at its discretion, to this very user. Lies in the custodian's inbox. */
export async function requestDisclosure(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'approval'>> {
  const input = readInput(dependencies.inputs.disclosureRequest, given);
  if (!isCustodianOf(dependencies.vocabulary, input.custodian, input.categories)) {
    throw new RegisterError('BAD_REQUEST', '`categories` does not fit');
  }
  return runCommand(dependencies, actor, { mutation: 'requestDisclosure', about: input.child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'REQUESTED',
      kind: 'approval',
      id,
      agency: input.custodian,
      state: 'PENDING',
      body: {
        id,
        custodian: input.custodian,
        recipient: { agency: actor.agency, role: actor.role, user: actor.user },
        purpose: input.purpose,
        categories: input.categories,
        state: 'PENDING',
        until: null,
      },
      detail: { by: actor.user, requestedAt: context.at, rationale: input.rationale },
    });
  });
}
