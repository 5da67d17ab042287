import { databasesFor, type LoadData } from './load-data.ts';
import { loadFiles, type LoadOptions, type LoadResult } from './load-files.ts';

/** Loads files into a network's data, by the network's own clock. */
export async function loadIntoNetwork(
  data: LoadData,
  options: Omit<LoadOptions, 'databases' | 'clock'>,
): Promise<LoadResult> {
  return loadFiles({ ...options, clock: data.clock, databases: await databasesFor(data, options.agency) });
}
