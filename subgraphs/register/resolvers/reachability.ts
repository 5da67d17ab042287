import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { shownOrNull } from '../views/instants.ts';

/** Resolves whether the agencies answer: every agency, for the network's officers, and an officer's own agency. */
export function reachabilityResolvers({ register }: Pick<RegisterDependencies, 'register'>) {
  return {
    async reachability(_root: unknown, _args: object, context: Context) {
      const agency = maySee('reachability', context) === 'ALL' ? null : actorOf(context).agency;
      const found = await coded(() => register.reachability(agency));
      return found.map(({ answeredAt, failedAt, ...each }) => ({
        ...each,
        answeredAt: shownOrNull(answeredAt),
        failedAt: shownOrNull(failedAt),
      }));
    },
  };
}
