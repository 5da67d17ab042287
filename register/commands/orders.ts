import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function orderCommands(tools: Tools) {
  return {
    /** Records a court order. It binds once a second officer has confirmed it. */
    async recordOrder(actor: Actor, given: unknown): Promise<Recorded<'order'>> {
      const input = readInput(tools.inputs.order, given);
      const to = input.to ?? null;
      if (to !== null && to <= input.from) {
        throw new RegisterError('BAD_REQUEST', '`to` must come after `from`');
      }
      return onRecordsOf(tools, actor, { mutation: 'recordOrder', about: input.child }, (work) => {
        const id = tools.newId();
        return work.happen({
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
    },

    async confirmOrder(actor: Actor, id: string): Promise<Recorded<'order'>> {
      return onRecord(tools, actor, 'confirmOrder', 'order', id, (work, target) => {
        if (target.body.confirmed) throw new RegisterError('CONFLICT', 'this order is confirmed already');
        return work.happen({
          ...target,
          act: 'CONFIRMED',
          state: 'CONFIRMED',
          body: { ...target.body, confirmed: true },
          detail: { ...target.detail, confirmedBy: actor.user },
        });
      });
    },
  };
}
