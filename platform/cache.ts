/** The amount of something that may happen: `limit` units over `windowMs`, spread evenly, of which this takes `cost`. */
export interface RateBudget {
  readonly limit: number;
  readonly windowMs: number;
  readonly cost: number;
}

/**
 * A store that makes Trellis faster and is never asked whether something is permitted: it may be lost, emptied or stale at any time. In
 * process, or Redis for several gateways. A cache that cannot be reached rejects with CacheUnavailable; the caller goes on without it.
 */
export interface Cache {
  get(key: string): Promise<Uint8Array | undefined>;
  set(key: string, value: Uint8Array, options: { readonly ttlMs: number }): Promise<void>;
  delete(key: string): Promise<void>;
  /** Takes from a budget: true where there was enough, false, and nothing taken, where there was not. At most twice the limit in any window. */
  take(key: string, budget: RateBudget): Promise<boolean>;
  /** Tells every subscriber, in this and other processes, that is listening now; those that are not never learn of it. */
  publish(channel: string, message: Uint8Array): Promise<void>;
  /** Resolves once it is listening, with how to stop. */
  subscribe(channel: string, heard: (message: Uint8Array) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** The cache cannot be reached. */
export class CacheUnavailable extends Error {
  override readonly name = 'CacheUnavailable';
}
