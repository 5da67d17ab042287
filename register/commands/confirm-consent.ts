import type { Authority, Consent } from '@trellis/decision';
import { authoritiesHeldBy, partnerAuthorityOf } from '../conditions.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError, forbidden } from '../error.ts';
import { omit } from '../omit.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';
import { changedInSecret, seenConsent } from '../seen-consent.ts';
import { standingStates } from '../standing-states.ts';
import { writeConsent } from '../write-consent.ts';

/**
 * Makes a proposed or lapsed consent binding. Confirmed by the other of two who decide jointly, the same is given under that person's
 * authority beside it. Confirmed by the child, since the decision has become the child's, it is given anew and the old one superseded. Only
 * a plain permit can be: superseding a refusal would give what its own giver withheld.
 */
export async function confirmConsent(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'consent'>> {
  return runOnRecord(dependencies, actor, 'confirmConsent', 'consent', id, (context, given) => {
    const target = seenConsent(actor, given, context.rules);
    if (!standingStates.has(target.body.state)) throw new RegisterError('CONFLICT', 'this consent no longer stands');
    const held = authoritiesHeldBy(context);
    // Whoever confirms it decides it: from then on it counts as the holder's own decision.
    const decided = omit(target.body, 'unconfirmed');
    const anew = (by: Authority): Consent => ({
      ...decided,
      id: dependencies.newId(),
      by: by.id,
      state: 'ACTIVE',
      recordedAt: context.at,
    });
    if (held.some((authority) => authority.id === target.body.by)) {
      return writeConsent(
        context,
        'CONFIRMED',
        { ...decided, state: 'ACTIVE' },
        { ...target.detail, confirmedBy: actor.user },
      );
    }
    const partner = partnerAuthorityOf(context);
    const shared = ofKind(context.records, 'consent').find(
      ({ body, detail }) => detail['confirms'] === target.id && body.by === partner?.id && body.state === 'ACTIVE',
    );
    if (shared !== undefined) return shared;
    if (partner !== undefined) return writeConsent(context, 'CONFIRMED', anew(partner), { confirms: target.id });
    const [own] = held;
    if (own === undefined) throw forbidden();
    writeConsent(
      context,
      'SUPERSEDED',
      { ...target.body, state: 'SUPERSEDED' },
      {
        ...target.detail,
        ...changedInSecret(context, target),
      },
    );
    return writeConsent(context, 'CONFIRMED', anew(own), { confirms: target.id });
  });
}
