import type { NetworkData } from '@trellis/network';
import { loadFiles, type LoadOptions, type LoadResult } from './load-files.ts';
import { registerDoor } from './tell-register.ts';

/** Loads files into a network's data, by the network's own clock. */
export function loadIntoNetwork(
  data: NetworkData,
  options: Omit<LoadOptions, 'databases' | 'clock'>,
): Promise<LoadResult> {
  const { identity, [options.agency]: agency } = data.databases;
  if (identity === undefined || agency === undefined)
    throw new Error(`the network has no database of ${options.agency}`);
  return loadFiles({
    ...options,
    clock: data.clock,
    databases: { agency, identity, register: registerDoor(data.register) },
  });
}
