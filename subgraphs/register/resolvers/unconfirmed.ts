import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { textOrNull } from '../views/instants.ts';

/** The records that no second person ever confirmed, for the network's officers. */
export function unconfirmedResolvers({ register, vocabulary }: Pick<RegisterDependencies, 'register' | 'vocabulary'>) {
  return {
    async unconfirmed(_root: unknown, _args: object, context: Context) {
      maySee('checkRules', context);
      const found = await coded(() => register.unconfirmed());
      return found.map(({ id, about, kind, detail }) => ({
        record: id,
        kind: kind.toUpperCase().replaceAll('-', '_'),
        child: vocabulary.networkId.test(about) ? { id: about } : null,
        recordedBy: textOrNull(detail['recordedBy'] ?? detail['by']),
        recordedByAgency: textOrNull(detail['recordedByAgency']),
      }));
    },
  };
}
