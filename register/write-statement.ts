import { runCommand } from './run-command.ts';
import type { Dependencies } from './dependencies.ts';
import type { Actor, Recorded } from './records.ts';

/** Puts the words of a child or family member on the record: a statement, or a request to an agency. */
export function writeStatement(
  dependencies: Dependencies,
  actor: Actor,
  mutation: 'recordStatement' | 'requestCorrection',
  { child, text, agency }: { child: string; text: string; agency: string | null },
): Promise<Recorded<'statement'>> {
  return runCommand(dependencies, actor, { mutation, about: child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: agency === null ? 'SAID' : 'CORRECTION_REQUESTED',
      kind: 'statement',
      id,
      agency,
      state: agency === null ? null : 'REQUESTED',
      body: { id, text, correctionBy: agency, at: context.at },
      detail: { by: actor.user, role: actor.role },
    });
  });
}
