import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function involvementCommands(tools: Tools) {
  return {
    /** Opened by the agency's own system, which knows its cases; never by the user who gains from it. */
    async openInvolvement(actor: Actor, given: unknown): Promise<Recorded<'involvement'>> {
      const input = readInput(tools.inputs.involvement, given);
      return onRecordsOf(tools, actor, { mutation: 'openInvolvement', about: input.child }, (work) => {
        const id = tools.newId();
        return work.happen({
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
            from: work.at,
            to: null,
          },
        });
      });
    },

    async closeInvolvement(actor: Actor, id: string): Promise<Recorded<'involvement'>> {
      return onRecord(tools, actor, 'closeInvolvement', 'involvement', id, (work, target) => {
        if (target.body.to !== null) throw new RegisterError('CONFLICT', 'this involvement is closed already');
        return work.happen({ ...target, act: 'CLOSED', state: 'CLOSED', body: { ...target.body, to: work.at } });
      });
    },
  };
}
