import type { Consent } from '@trellis/decision';
import { heldAuthorities } from '../conditions.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError, forbidden } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';
import { standingStates } from '../standing-states.ts';
import { writeConsent } from '../write-consent.ts';

/**
 * Makes a proposed or lapsed consent binding. Confirmed by another than who gave it (the decision has become the child's), it is
 * given anew under that person's own authority, and the old one is superseded. Only a plain permit can be: superseding a refusal
 * would give what its own giver withheld.
 */
export async function confirmConsent(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'consent'>> {
  return runOnRecord(dependencies, actor, 'confirmConsent', 'consent', id, (context, target) => {
    if (!standingStates.has(target.body.state)) throw new RegisterError('CONFLICT', 'this consent no longer stands');
    const held = heldAuthorities(context);
    if (held.some((authority) => authority.id === target.body.by)) {
      return writeConsent(context, 'CONFIRMED', { ...target.body, state: 'ACTIVE' }, target.detail);
    }
    const [own] = held;
    if (own === undefined) throw forbidden();
    writeConsent(context, 'SUPERSEDED', { ...target.body, state: 'SUPERSEDED' }, target.detail);
    const anew: Consent = {
      ...target.body,
      id: dependencies.newId(),
      by: own.id,
      state: 'ACTIVE',
      recordedAt: context.at,
    };
    return writeConsent(context, 'CONFIRMED', anew, { confirms: target.id });
  });
}
