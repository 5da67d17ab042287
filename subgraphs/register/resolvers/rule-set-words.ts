import { droppedOf, type Recorded } from '@trellis/register';
import type { Context } from '../context.ts';
import { mayEverSee } from '../may-see.ts';
import { shown, textOrNull } from '../views/instants.ts';

/** The words of those who wrote a set, or did not approve it: families and workers, who may read the rules, are not told these. */
export const ruleSetWords = {
  reason({ detail }: Pick<Recorded, 'detail'>, _args: object, context: Context) {
    return mayEverSee('impact', context) ? textOrNull(detail['reason']) : null;
  },
  dropped({ detail }: Pick<Recorded, 'detail'>, _args: object, context: Context) {
    const dropped = mayEverSee('impact', context) ? droppedOf({ detail }) : undefined;
    if (dropped === undefined) return null;
    const { outcome, by, reason, at } = dropped;
    return { outcome, by, reason, at: shown(at) };
  },
};
