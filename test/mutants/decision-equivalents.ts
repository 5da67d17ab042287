/** A mutant that no input can tell from the engine, with the proof. `was` and `becomes` are the mutation's own words. */
export interface Equivalent {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  /** Text of the line it stands on, where the same words stand on others too. */
  readonly on?: string;
  readonly proof: string;
}

export const equivalents: readonly Equivalent[] = [];
