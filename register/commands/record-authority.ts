import { isDayPeriodFrom } from '../days.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** Records who may decide for this child, about what, from when to when. The kind must be one of the live rule set's. */
export async function recordAuthority(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'authority'>> {
  const input = readInput(dependencies.inputs.authority, given);
  return runCommand(dependencies, actor, { mutation: 'recordAuthority', about: input.child }, (context) => {
    if (!context.rules.authorityKinds.has(input.kind)) throw new RegisterError('BAD_REQUEST', '`kind` does not fit');
    if (!isDayPeriodFrom(input.from, input.to ?? null)) {
      throw new RegisterError('BAD_REQUEST', '`to` must come after `from`');
    }
    const unknown = (input.domains ?? []).some((domain) => !context.rules.domains.has(domain));
    if (unknown) throw new RegisterError('BAD_REQUEST', '`domains` does not fit');
    const id = dependencies.newId();
    return context.write({
      act: 'RECORDED',
      kind: 'authority',
      id,
      body: {
        id,
        holder: input.holder,
        kind: input.kind,
        domains: input.domains ?? null,
        jointWith: input.jointWith ?? [],
        from: input.from,
        to: input.to ?? null,
        suspended: false,
      },
      detail: { recordedBy: actor.user, recordedByAgency: actor.agency },
    });
  });
}
