/** Milliseconds that the gateway waits for the database of register and ledger before it answers 503. Read anew for each request. */
export interface Deadlines {
  readonly registerMs: number;
  readonly releaseMs: number;
}

/** A register that does not answer is one that is away: a child may be in danger now, and whoever asks must be told whom to call. */
export const usualDeadlines: Deadlines = { registerMs: 5_000, releaseMs: 5_000 };
