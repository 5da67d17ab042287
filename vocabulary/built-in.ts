import { fileURLToPath } from 'node:url';
import { readNetwork } from './read-network.ts';

/** The folder of the network that this process serves: `TRELLIS_NETWORK`, or Ontario's, which ships with Trellis. */
const networkFolder: string =
  process.env['TRELLIS_NETWORK'] ?? fileURLToPath(new URL('../networks/ontario/', import.meta.url));

/** The network that this process serves. */
export const network = readNetwork(networkFolder);

/** The words of the network that this process serves. */
export const { vocabulary } = network;
