import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function holdCommands(tools: Tools) {
  return {
    /** While a hold stands nothing of this child is erased: a court, or an inquiry, may ask for it. */
    async placeLegalHold(actor: Actor, given: unknown): Promise<Recorded<'legal-hold'>> {
      const { child, reference, reason } = readInput(tools.inputs.legalHold, given);
      return onRecordsOf(tools, actor, { mutation: 'placeLegalHold', about: child }, (work) => {
        const id = tools.newId();
        return work.happen({
          act: 'PLACED',
          kind: 'legal-hold',
          id,
          agency: actor.agency,
          state: 'STANDING',
          body: { id, reference, from: work.at, liftedAt: null },
          detail: { by: actor.user, reason },
        });
      });
    },

    /** Lifted by another person than who placed it. Twice is once. */
    async liftLegalHold(actor: Actor, id: string, reason: string): Promise<Recorded<'legal-hold'>> {
      const why = readInput(tools.inputs.reason, reason);
      return onRecord(tools, actor, 'liftLegalHold', 'legal-hold', id, (work, target) => {
        if (target.body.liftedAt !== null) throw new RegisterError('CONFLICT', 'this hold is lifted already');
        return work.happen({
          ...target,
          act: 'LIFTED',
          state: 'LIFTED',
          body: { ...target.body, liftedAt: work.at },
          detail: { ...target.detail, liftedBy: actor.user, liftedFor: why },
        });
      });
    },
  };
}
