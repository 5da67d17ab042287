import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
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
        state: agency === null ? null : 'REQUESTED',
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

    /** The agency says whether it has corrected its record, and why where it has not. */
    async answerCorrection(
      actor: Actor,
      id: string,
      corrected: boolean,
      reason: string,
    ): Promise<Recorded<'statement'>> {
      const why = readInput(tools.inputs.reason, reason);
      return onRecord(tools, actor, 'answerCorrection', 'statement', id, (work, target) => {
        if (target.state !== null && target.state !== 'REQUESTED')
          throw new RegisterError('CONFLICT', 'this request has been answered');
        return work.happen({
          ...target,
          act: 'CORRECTION_ANSWERED',
          state: corrected ? 'CORRECTED' : 'DECLINED',
          detail: { ...target.detail, answer: why, answeredBy: actor.user, answeredAt: work.at },
        });
      });
    },
  };
}
