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

    /** Ends an order that a court has set aside or replaced. By another person than who recorded it, since it may open what it forbade. */
    async endOrder(actor: Actor, id: string, reason: string): Promise<Recorded<'order'>> {
      const why = readInput(tools.inputs.reason, reason);
      return onRecord(tools, actor, 'endOrder', 'order', id, (work, target) => {
        const { to, from } = target.body;
        if (target.state === 'ENDED' || (to !== null && to <= work.at))
          throw new RegisterError('CONFLICT', 'this order has ended already');
        // One that has not begun never binds: a period without an instant in it cannot be read, and what cannot be read forbids.
        const ended = from < work.at ? { to: work.at } : { confirmed: false };
        return work.happen({
          ...target,
          act: 'ENDED',
          state: 'ENDED',
          body: { ...target.body, ...ended },
          detail: { ...target.detail, endedBy: actor.user, endedFor: why },
        });
      });
    },

    async confirmOrder(actor: Actor, id: string): Promise<Recorded<'order'>> {
      return onRecord(tools, actor, 'confirmOrder', 'order', id, (work, target) => {
        if (target.state === 'ENDED') throw new RegisterError('CONFLICT', 'this order has ended');
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
