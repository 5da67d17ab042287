import type { Recipient } from '@trellis/decision';
import { runCommand } from './run-command.ts';
import type { Dependencies } from './dependencies.ts';
import type { Actor, Recorded } from './records.ts';

interface StatementInput {
  readonly child: string;
  readonly text: string;
  /** The agency asked to correct its record; null for a statement. */
  readonly agency: string | null;
  readonly recipients?: readonly Recipient[];
  readonly tellsOfHarm?: boolean;
}

/** Puts the words of a child or family member on the record: a statement, or a request to an agency. */
export function writeStatement(
  dependencies: Dependencies,
  actor: Actor,
  mutation: 'recordStatement' | 'requestCorrection',
  { child, text, agency, recipients = [], tellsOfHarm = false }: StatementInput,
): Promise<Recorded<'statement'>> {
  return runCommand(dependencies, actor, { mutation, about: child }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: agency === null ? 'SAID' : 'CORRECTION_REQUESTED',
      kind: 'statement',
      id,
      agency,
      state: agency === null ? null : 'REQUESTED',
      body: {
        id,
        text,
        correctionBy: agency,
        at: context.at,
        ...(recipients.length > 0 ? { recipients } : {}),
        ...(tellsOfHarm ? { tellsOfHarm } : {}),
      },
      detail: { by: actor.user, role: actor.role },
    });
  });
}
