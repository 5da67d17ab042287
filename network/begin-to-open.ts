import type { EmbeddedServer } from '@trellis/platform';
import { workedOn } from './alone/worked-on.ts';

/**
 * The files of the database in the directory of a network's data. Where one agency is worked on, files of their own: what is seeded without the others
 * would be missed by a network that has them.
 */
export function databaseDirectory(directory: string): string {
  const one = workedOn();
  return one === undefined ? `${directory}/data` : `${directory}/agencies/${one}/data`;
}

/** Begins to open the database, in its own thread, while the rest of the program loads. Whoever starts the network waits for it and hears of its failure. */
export function beginToOpen(directory: string): Promise<EmbeddedServer> {
  const opening = openAt(databaseDirectory(directory));
  opening.catch(() => undefined);
  return opening;
}

/** The library of databases is read only now: commands that print a token need none. */
async function openAt(directory: string): Promise<EmbeddedServer> {
  const { openEmbedded } = await import('@trellis/platform');
  return openEmbedded({ directory });
}
