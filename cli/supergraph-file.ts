import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NetworkFolder } from '@trellis/vocabulary';

const shipped = fileURLToPath(new URL('../networks/ontario', import.meta.url));

/** The file of a network's composed graph: in its folder; that of the network which ships with Trellis is committed with the schema package. */
export function supergraphFile({ folder }: Pick<NetworkFolder, 'folder'>): string {
  return folder === shipped
    ? fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url))
    : join(folder, 'supergraph.graphql');
}
