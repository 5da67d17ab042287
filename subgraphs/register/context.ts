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

/** The purposes that this requester may ask for: those of its token; where they were not told, those of this request alone. */
export function purposesOf({ tokenPurposes, purposes, purpose }: Context): readonly string[] {
  return tokenPurposes ?? purposes ?? (purpose === undefined ? [] : [purpose]);
}
