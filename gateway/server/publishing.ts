import type { Publisher } from '@trellis/catalogue';

/** The settings for publishing by agencies through this gateway. */
export interface Publishing {
  readonly publisher: Publisher;
  /** Development alone: an address may be any, also on this machine. */
  readonly anyAddress: boolean;
}
