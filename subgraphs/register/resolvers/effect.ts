import type { Recorded } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import { effectFor } from '../effect-for.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { coded } from '../refusals.ts';

type Judged = Recorded<'consent'> | Recorded<'order'> | Recorded<'approval'> | Recorded<'standing-approval'>;
interface Act {
  readonly record: Judged;
}

/** The effect of a consent, an order, an approval or a protocol at this moment, for whoever may read it. */
export function effectResolvers({ register }: Pick<RegisterDependencies, 'register'>) {
  const effect = async ({ record }: Act, _args: object, context: Context) => {
    const actor = actorOf(context);
    const { waitsFor, reasons, sentence, state } = await coded(async () => {
      if (record.kind === 'standing-approval') {
        const { rules, network, now } = await register.read([]);
        return effectFor(actor, record, { rules, network, now }, []);
      }
      const known = await context.loaders.known.load(record.about);
      return effectFor(actor, record, known, await context.loaders.records.load(record.about));
    });
    return { state, waitsFor, reasons, sentence: sentence.en, phrase: sentence.fr };
  };
  return { Consent: { effect }, Order: { effect }, Approval: { effect } };
}
