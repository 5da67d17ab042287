import { isDayPeriodFrom } from '../days.ts';
import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function authorityCommands(tools: Tools) {
  return {
    /** Records who may decide for this child, about what, from when to when. The kind must be one of the live rule set's. */
    async recordAuthority(actor: Actor, given: unknown): Promise<Recorded<'authority'>> {
      const input = readInput(tools.inputs.authority, given);
      return onRecordsOf(tools, actor, { mutation: 'recordAuthority', about: input.child }, (work) => {
        if (!work.rules.authorityKinds.has(input.kind)) throw new RegisterError('BAD_REQUEST', '`kind` does not fit');
        if (!isDayPeriodFrom(input.from, input.to ?? null)) {
          throw new RegisterError('BAD_REQUEST', '`to` must come after `from`');
        }
        const unknown = (input.domains ?? []).some((domain) => !work.rules.domains.has(domain));
        if (unknown) throw new RegisterError('BAD_REQUEST', '`domains` does not fit');
        const id = tools.newId();
        return work.happen({
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
    },

    /** Suspends an authority, as of an alleged perpetrator's: nothing decided under it counts while it is. */
    async suspendAuthority(actor: Actor, id: string, reason: string): Promise<Recorded<'authority'>> {
      const why = readInput(tools.inputs.reason, reason);
      return onRecord(tools, actor, 'suspendAuthority', 'authority', id, (work, target) => {
        if (target.body.suspended) return target;
        return work.happen({
          act: 'SUSPENDED',
          kind: 'authority',
          id,
          body: { ...target.body, suspended: true },
          detail: { ...target.detail, suspendedFor: why, by: actor.user },
        });
      });
    },

    /** Restored by another person than who suspended it: what was decided under it counts again. */
    async restoreAuthority(actor: Actor, id: string, reason: string): Promise<Recorded<'authority'>> {
      const why = readInput(tools.inputs.reason, reason);
      return onRecord(tools, actor, 'restoreAuthority', 'authority', id, (work, target) => {
        if (!target.body.suspended) throw new RegisterError('CONFLICT', 'this authority is not suspended');
        return work.happen({
          act: 'RESTORED',
          kind: 'authority',
          id,
          body: { ...target.body, suspended: false },
          detail: { ...target.detail, restoredFor: why, restoredBy: actor.user },
        });
      });
    },
  };
}
