import type { Browser } from 'playwright-core';
import type { ObservedNetwork } from '../e2e/network/start-observed-network.ts';

/** The embedded network that pages are tried on, and the browser they are tried in. */
export interface World {
  readonly network: ObservedNetwork;
  readonly browser: Browser;
  /** The gateway's address. */
  readonly url: string;
}
