/** Remembers the nonces of seals that could still be good. */
export interface ReplayGuard {
  /** True the first time, false ever after; false too where it can remember no more. */
  take(nonce: string): boolean;
}

export interface ReplayGuardOptions {
  /** Seals remembered per window, at most. */
  readonly capacity?: number;
  /** Must be longer than a seal can be good for, by whatever clocks. */
  readonly windowMs?: number;
  /** A clock that only runs forward; not the wall clock, which tests and operators set. */
  readonly elapsed?: () => number;
}

/**
 * A replay guard in memory: two windows, the older forgotten whole. Full, it refuses rather than forgets. It guards one process: of an
 * agency's several, each takes a seal once.
 */
export function createReplayGuard(options: ReplayGuardOptions = {}): ReplayGuard {
  const { capacity = 100_000, windowMs = 10_000, elapsed = () => performance.now() } = options;
  let current = new Set<string>();
  let previous = new Set<string>();
  let startedAt = elapsed();
  return {
    take(nonce) {
      const age = elapsed() - startedAt;
      if (age >= windowMs) {
        previous = age >= 2 * windowMs ? new Set() : current;
        current = new Set();
        startedAt = elapsed();
      }
      if (current.has(nonce) || previous.has(nonce) || current.size >= capacity) return false;
      current.add(nonce);
      return true;
    },
  };
}
