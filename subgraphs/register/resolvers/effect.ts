import { emergencyEffect, type Effect } from '@trellis/decision';
import type { Recorded } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import { effectFor } from '../effect-for.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { coded } from '../refusals.ts';

type Judged = Recorded<'consent'> | Recorded<'order'> | Recorded<'approval'> | Recorded<'standing-approval'>;
interface Act {
  readonly record: Judged;
}

/** The effect of a consent, an order, an approval, a protocol or an emergency access at this moment, for whoever may read it. */
export function effectResolvers({ register, vocabulary }: Pick<RegisterDependencies, 'register' | 'vocabulary'>) {
  const effect = async ({ record }: Act, _args: object, context: Context) => {
    const actor = actorOf(context);
    return effectView(
      await coded(async () => {
        if (record.kind === 'standing-approval') {
          const { rules, network, now } = await register.read([]);
          return effectFor(actor, record, { rules, network, now }, []);
        }
        const known = await context.loaders.known.load(record.about);
        return effectFor(actor, record, known, await context.loaders.records.load(record.about));
      }),
    );
  };
  const ofEmergency = async ({ record }: { record: Recorded<'emergency'> }, _args: object, context: Context) => {
    const { rules, facts, now } = await coded(() => context.loaders.known.load(record.about));
    const { body, detail } = record;
    const { role } = detail;
    // Of what was opened before the role was noted it may have been any of the agency's.
    const roles = typeof role === 'string' ? [role] : (vocabulary.roles[body.agency] ?? []);
    const involvements = facts.involvements.filter(({ agency }) => agency === body.agency);
    return effectView(emergencyEffect(rules, { access: body, roles, involvements }, now));
  };
  return {
    Consent: { effect },
    Order: { effect },
    Approval: { effect },
    EmergencyAccess: { effect: ofEmergency },
  };
}

function effectView({ waitsFor, reasons, sentence, state }: Effect) {
  return { state, waitsFor, reasons, sentence: sentence.en, phrase: sentence.fr };
}
