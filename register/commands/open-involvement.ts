import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** Opened by the agency's own system, which knows its cases; never by the user who gains from it. */
export async function openInvolvement(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'involvement'>> {
  const input = readInput(dependencies.inputs.involvement, given);
  return runCommand(dependencies, actor, { mutation: 'openInvolvement', about: input.child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'OPENED',
      kind: 'involvement',
      id,
      agency: actor.agency,
      state: 'OPEN',
      body: {
        id,
        agency: actor.agency,
        kind: input.kind,
        evidence: input.evidence,
        assigned: input.assigned,
        from: context.at,
        to: null,
      },
    });
  });
}
