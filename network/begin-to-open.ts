import { openEmbedded, type EmbeddedServer } from '@trellis/platform';

/** The files of the database in the directory of a network's data. */
export const databaseDirectory = (directory: string): string => `${directory}/data`;

/** Begins to open the database, in its own thread, while the rest of the program loads. Whoever starts the network waits for it and hears of its failure. */
export function beginToOpen(directory: string): Promise<EmbeddedServer> {
  const opening = openEmbedded({ directory: databaseDirectory(directory) });
  opening.catch(() => undefined);
  return opening;
}
