import type { Actor } from '@trellis/register';
import type { AgencyContext } from '@trellis/subgraph-kit';
import type { RegisterLoaders } from './loaders.ts';
import { refused } from './refusals.ts';

export type Context = AgencyContext<RegisterLoaders>;

/** The requester and its purpose, as the gateway sealed them; without them nothing here is answered. */
export function actorOf({ requester, purpose }: Context): Actor {
  if (requester === undefined || purpose === undefined) throw refused();
  return { ...requester, purpose };
}
