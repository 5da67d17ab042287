import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** Records a court order. It binds once a second officer has confirmed it. */
export async function recordOrder(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'order'>> {
  const input = readInput(dependencies.inputs.order, given);
  const to = input.to ?? null;
  if (to !== null && to <= input.from) {
    throw new RegisterError('BAD_REQUEST', '`to` must come after `from`');
  }
  return runCommand(dependencies, actor, { mutation: 'recordOrder', about: input.child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'RECORDED',
      kind: 'order',
      id,
      agency: actor.agency,
      state: 'UNCONFIRMED',
      body: {
        id,
        decision: input.decision,
        recipients: input.recipients,
        categories: input.categories,
        purposes: input.purposes ?? null,
        from: input.from,
        to,
        court: input.court,
        reference: input.reference,
        confirmed: false,
      },
      detail: { by: actor.user },
    });
  });
}
