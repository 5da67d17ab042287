import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NetworkFolder } from '@trellis/vocabulary';

const { resolve } = createRequire(import.meta.url);

/** The folder in which the code of an agency, or of one of the network's own services, stands; undefined where it runs by itself. */
export function codeFolderOf({ agencies, services }: NetworkFolder, name: string): string | undefined {
  if (services.includes(name)) return dirname(resolve(`@trellis/subgraph-${name}`));
  const { folder = '', package: runs } = agencies.find((agency) => agency.name === name) ?? {};
  if (runs === undefined) return undefined;
  return dirname(runs.startsWith('./') ? join(folder, runs) : resolve(runs));
}
