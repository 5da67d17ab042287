import type { Instant } from '@trellis/decision';
import { holdersOf } from '../conditions.ts';
import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

/** How long after an emergency access was opened it must be reviewed. */
export const reviewWithinMs = 72 * 3_600_000;

export function emergencyCommands(tools: Tools) {
  return {
    /** Break-glass: this user, one child, a written reason, a time box, and a review that has a deadline. */
    async openEmergencyAccess(actor: Actor, child: string, reason: string): Promise<Recorded<'emergency'>> {
      const about = readInput(tools.inputs.registerChild.shape.child, child);
      const why = readInput(tools.inputs.reason, reason);
      return onRecordsOf(tools, actor, { mutation: 'openEmergencyAccess', about }, (work) => {
        const id = tools.newId();
        return work.happen({
          act: 'OPENED',
          kind: 'emergency',
          id,
          agency: actor.agency,
          state: 'UNREVIEWED',
          body: {
            id,
            agency: actor.agency,
            user: actor.user,
            openedAt: work.at,
            until: work.at + tools.emergencyMs,
            closedAt: null,
          },
          detail: { by: actor.user, reason: why, purpose: actor.purpose, reviewBy: work.at + reviewWithinMs },
        });
      });
    },

    async closeEmergencyAccess(actor: Actor, id: string): Promise<Recorded<'emergency'>> {
      return onRecord(tools, actor, 'closeEmergencyAccess', 'emergency', id, (work, target) => {
        if (target.body.closedAt !== null) return target;
        return work.happen({ ...target, act: 'CLOSED', body: { ...target.body, closedAt: work.at } });
      });
    },

    /**
     * Another person finds whether it was justified. The family is told that there was one only where the reviewer says so: whoever must
     * not learn of it may be one of them.
     */
    async reviewEmergencyAccess(
      actor: Actor,
      id: string,
      finding: string,
      justified: boolean,
      { tellFamily = false }: { readonly tellFamily?: boolean } = {},
    ): Promise<Recorded<'emergency'>> {
      const found = readInput(tools.inputs.reason, finding);
      return onRecord(tools, actor, 'reviewEmergencyAccess', 'emergency', id, (work, target) => {
        if (target.state === 'REVIEWED') throw new RegisterError('CONFLICT', 'this access has been reviewed');
        const told = tellFamily ? holdersOf(work) : [];
        return work.happen({
          ...target,
          act: 'REVIEWED',
          state: 'REVIEWED',
          detail: { ...target.detail, finding: found, justified, reviewedBy: actor.user, reviewedAt: work.at, told },
        });
      });
    },
  };
}

/** When an emergency access must have been reviewed. */
export function reviewByOf({ body, detail }: Recorded<'emergency'>): Instant {
  const { reviewBy } = detail;
  return typeof reviewBy === 'number' ? reviewBy : body.openedAt + reviewWithinMs;
}
