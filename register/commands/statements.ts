import { onRecordsOf, type Tools } from '../desk.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function statementCommands(tools: Tools) {
  const say = (
    actor: Actor,
    mutation: 'recordStatement' | 'requestCorrection',
    { child, text, agency }: { child: string; text: string; agency: string | null },
  ): Promise<Recorded<'statement'>> =>
    onRecordsOf(tools, actor, { mutation, about: child }, (work) => {
      const id = tools.newId();
      return work.happen({
        act: agency === null ? 'SAID' : 'CORRECTION_REQUESTED',
        kind: 'statement',
        id,
        agency,
        body: { id, text, correctionBy: agency, at: work.at },
        detail: { by: actor.user, role: actor.role },
      });
    });

  return {
    /** A child or family member says something in its own words, to stand with the record. */
    async recordStatement(actor: Actor, given: unknown): Promise<Recorded<'statement'>> {
      return say(actor, 'recordStatement', { ...readInput(tools.inputs.statement, given), agency: null });
    },
    /** Asks an agency to correct its record. */
    async requestCorrection(actor: Actor, given: unknown): Promise<Recorded<'statement'>> {
      return say(actor, 'requestCorrection', readInput(tools.inputs.correction, given));
    },
  };
}
