import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';
import { changedInSecret, seenConsent } from '../seen-consent.ts';
import { standingStates } from '../standing-states.ts';
import { writeConsent } from '../write-consent.ts';

/** Resolves only after the withdrawal is committed: no request that starts later discloses on the consent. Twice is once. */
export async function withdrawConsent(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason?: string | null,
): Promise<Recorded<'consent'>> {
  const why = readInput(dependencies.inputs.reason.nullable(), reason ?? null, 'reason');
  return runOnRecord(dependencies, actor, 'withdrawConsent', 'consent', id, (context, target) => {
    const { body, detail } = seenConsent(actor, target, context.rules);
    if (body.state === 'WITHDRAWN') return target;
    if (!standingStates.has(body.state)) throw new RegisterError('CONFLICT', 'this consent no longer stands');
    return writeConsent(
      context,
      'WITHDRAWN',
      { ...body, state: 'WITHDRAWN' },
      { ...detail, withdrawnFor: why, ...changedInSecret(context, target) },
    );
  });
}
