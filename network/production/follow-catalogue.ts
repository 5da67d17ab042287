import { setTimeout as wait } from 'node:timers/promises';
import { followNetwork, openDatabaseCatalogue, type FollowedNetwork } from '@trellis/catalogue';
import type { Database } from '@trellis/platform';
import { notePublication } from '@trellis/register';
import { composeHere, networkBase } from '../network-base.ts';

/** The network's folder, with what agencies published in the catalogue of this database. */
export function openFollowedNetwork(database: Database): Promise<FollowedNetwork> {
  return followNetwork(networkBase(), openDatabaseCatalogue(database, notePublication), composeHere);
}

const pollMs = 500;

/** Keeps a process that serves no graph at the words that are in force. Ends when it is closed. */
export function keepFollowing(network: FollowedNetwork, onFailure: (error: unknown) => void): () => Promise<void> {
  const stopped = new AbortController();
  const { signal } = stopped;
  const following = (async () => {
    while (!signal.aborted) {
      await wait(pollMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        network.accept(await network.read());
      } catch (error) {
        // What was there stays; it is read again in a moment.
        onFailure(error);
      }
    }
  })();
  return () => {
    stopped.abort();
    return following;
  };
}
